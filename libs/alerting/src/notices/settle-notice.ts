import { Conflict, Invalid, NotFound, type Clock, type Transaction } from '@risk/kit';
import type { NoticeHistory } from './notice-history.js';
import {
  noticeStateName,
  type NoticeDecision,
  type NoticeState,
  type NoticeVerdict,
} from './notice-records.js';
import type { SettleRequest } from './settle-request.js';

/** What a person may say of a notice, by where it stands. */
const ALLOWED: Readonly<Record<NoticeVerdict, readonly NoticeState[]>> = {
  resend: ['unknown', 'refused'],
  received: ['unknown'],
  'not-received': ['unknown'],
};
const TITLES: Readonly<Record<NoticeVerdict, string>> = {
  resend: '重发',
  received: '记为已收到',
  'not-received': '记为未收到',
};

/**
 * Lets a person say what became of a notice that nobody knows the fate of. Sent again, it keeps its
 * Message-ID and is written anew, as things stand then.
 */
export class SettleNotice {
  constructor(
    private readonly history: NoticeHistory,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, request: SettleRequest): Promise<NoticeDecision> {
    const { id, verdict, by, because } = request;
    const notice = await this.history.lock(tx, id);
    if (!notice) throw new NotFound(`没有通知 ${id}`);
    if (notice.digestId !== null)
      throw new Invalid(`通知 ${id} 是汇总的一部分，请处理汇总 ${notice.digestId}`);
    if (!ALLOWED[verdict].includes(notice.state)) {
      throw new Conflict(
        `通知 ${id} 现在是“${noticeStateName(notice.state)}”，不能${TITLES[verdict]}`,
        { state: notice.state },
      );
    }
    const at = this.clock.now();
    return this.history.decide(tx, {
      noticeId: id,
      verdict,
      from: notice.state,
      by,
      because,
      at,
    });
  }
}
