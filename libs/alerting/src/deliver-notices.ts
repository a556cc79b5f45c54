import {
  assertNever,
  chunksOf,
  minutes,
  seconds,
  type Clock,
  type Log,
  type Milliseconds,
} from '@risk/kit';
import { composeNotice } from './compose-notice.js';
import type { Delivery, LeasedNotice, NoticeOutbox, Notifier, Settlement } from './ports.js';

/** How a round of sending went. */
export interface DeliveryRound {
  readonly sent: number;
  readonly retried: number;
  readonly refused: number;
  readonly unknown: number;
}

const LEASE: Milliseconds = minutes(2);
const MOST_ATTEMPTS = 8;
/** Connections to the mail server at one time. */
const AT_ONCE = 20;
const BACK_OFF: readonly Milliseconds[] = [
  seconds(5),
  seconds(30),
  minutes(2),
  minutes(10),
  minutes(30),
  minutes(120),
  minutes(300),
];

/** Sends what lies due in the outbox, each notice once also when several processes do this. */
export class DeliverNotices {
  constructor(
    private readonly outbox: NoticeOutbox,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(limit = 100): Promise<DeliveryRound> {
    const lost = await this.outbox.declareLost(this.clock.now());
    if (lost > 0) this.log.error('notices with unknown fate', { count: lost });

    const now = this.clock.now();
    const leased = await this.outbox.lease(limit, now, new Date(now.getTime() + LEASE));
    const settled: Settlement['state'][] = [];
    for (const few of chunksOf(leased, AT_ONCE)) {
      settled.push(...(await Promise.all(few.map((notice) => this.deliver(notice)))));
    }
    return {
      sent: settled.filter((s) => s === 'sent').length,
      retried: settled.filter((s) => s === 'pending').length,
      refused: settled.filter((s) => s === 'refused').length,
      unknown: lost + settled.filter((s) => s === 'unknown').length,
    };
  }

  private async deliver(notice: LeasedNotice): Promise<Settlement['state']> {
    if (!(await this.outbox.begin(notice))) return 'pending';
    const delivery = await this.attempt(notice);
    const at = this.clock.now();
    const settlement = settlementOf(delivery, notice.attempt, at);
    const ours = await this.outbox.settle(notice, settlement, at);
    const facts = { notice: notice.id, alert: notice.alert.id, unit: notice.addressee.unit };
    if (!ours) this.log.error('notice settled after its lease was lost', facts);
    else if (settlement.state === 'sent') this.log.info('notice sent', facts);
    else
      this.log.warn('notice not sent', { ...facts, state: settlement.state, why: settlement.why });
    return settlement.state;
  }

  private async attempt(notice: LeasedNotice): Promise<Delivery> {
    const { email, unitName } = notice.addressee;
    if (email === null) return { outcome: 'refused', why: `${unitName} 没有登记电子邮箱` };
    const message = composeNotice(notice.alert, notice.addressee, notice.step);
    return this.notifier.send({ messageId: `notice-${notice.id}`, to: email, ...message });
  }
}

/** What becomes of a notice after its `attempt`-th delivery (counted from 1). */
export function settlementOf(delivery: Delivery, attempt: number, at: Date): Settlement {
  switch (delivery.outcome) {
    case 'sent':
      return { state: 'sent', where: delivery.where };
    case 'unknown':
      return { state: 'unknown', why: delivery.why };
    case 'refused':
      return { state: 'refused', why: delivery.why };
    case 'retry':
      return retryOrGiveUp(delivery.why, attempt, at);
    default:
      return assertNever(delivery);
  }
}

function retryOrGiveUp(why: string, attempt: number, at: Date): Settlement {
  if (attempt >= MOST_ATTEMPTS) {
    return { state: 'refused', why: `已尝试 ${attempt} 次仍未成功：${why}` };
  }
  const wait = BACK_OFF[Math.min(attempt, BACK_OFF.length) - 1] ?? minutes(300);
  return { state: 'pending', notBefore: new Date(at.getTime() + wait), why };
}
