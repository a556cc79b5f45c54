import { Invalid, type Clock, type Transaction } from '@risk/kit';
import { signed, type Signature } from '../signature.js';
import { refuseStrangers, type LookPolicy } from './look-policy.js';
import type { LookRequest, VaultLooks } from './ports.js';

/** What somebody asks for. */
export interface LookWish extends Signature {
  readonly unit: string;
  readonly recordIds: readonly string[];
}

const SHORTEST_REASON = 10;
const MOST_RECORDS = 20;

/** Asks for a look at who reported some records; nothing is shown before another person agrees. */
export class RequestLook {
  constructor(
    private readonly looks: VaultLooks,
    private readonly policy: LookPolicy,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, wish: LookWish): Promise<LookRequest> {
    const { by, because } = signed(wish);
    const { unit } = wish;
    refuseStrangers(this.policy, unit);
    // As the database counts: by characters and not by halves of them.
    if (Array.from(because).length < SHORTEST_REASON)
      throw new Invalid(
        `because：理由至少 ${SHORTEST_REASON} 个字，写明办理什么事项需要知道举报人`,
      );
    const recordIds = [...new Set(wish.recordIds)];
    if (recordIds.length === 0) throw new Invalid('recordIds：请写明要看哪些记录');
    if (recordIds.length > MOST_RECORDS)
      throw new Invalid(`recordIds：一次最多 ${MOST_RECORDS} 条记录`);
    const kept = new Set(await this.looks.sealedAmong(tx, recordIds));
    const without = recordIds.filter((id) => !kept.has(id));
    if (without.length > 0)
      throw new Invalid(`recordIds：记录 ${without.join('、')} 不存在，或没有密封的举报人信息`);
    const at = this.clock.now();
    return this.looks.keepRequest(tx, { by, unit, because, recordIds, at });
  }
}
