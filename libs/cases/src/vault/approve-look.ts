import { isSamePerson } from '@risk/domain';
import { chinaTime, Conflict, Forbidden, type Clock, type Transaction } from '@risk/kit';
import { signed, type Signature } from '../signature.js';
import { requestNamed } from './find-request.js';
import { refuseStrangers, type LookPolicy } from './look-policy.js';
import type { LookRequest, VaultLooks } from './ports.js';

/** A second person's consent. */
export interface ApprovalWish extends Signature {
  readonly requestId: string;
  readonly unit: string;
}

/** Lets another person agree to a look; saying it twice changes nothing, a second approver is told of the first. */
export class ApproveLook {
  constructor(
    private readonly looks: VaultLooks,
    private readonly policy: LookPolicy,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, wish: ApprovalWish): Promise<LookRequest> {
    const { by, because } = signed(wish);
    const { unit } = wish;
    refuseStrangers(this.policy, unit);
    const request = await requestNamed(this.looks, tx, wish.requestId);
    if (isSamePerson(by, request.by))
      throw new Forbidden(`申请人 ${request.by} 不能自己批准，须由另一人批准`);
    const at = this.clock.now();
    const expiresAt = new Date(at.getTime() + this.policy.lasts);
    const approval = { by, unit, because, at, expiresAt };
    const approved = await this.looks.keepApproval(tx, request.id, approval);
    refuseSecond(approved, by, at);
    return approved;
  }
}

/** One consent stands; that of somebody else, or one that has ended, cannot be given anew. */
function refuseSecond({ id, approval: stands }: LookRequest, by: string, now: Date): void {
  if (!stands) return;
  if (!isSamePerson(stands.by, by))
    throw new Conflict(`申请 ${id} 已由 ${stands.by} 于 ${chinaTime(stands.at)} 批准`);
  if (stands.expiresAt <= now)
    throw new Conflict(`申请 ${id} 的批准已于 ${chinaTime(stands.expiresAt)} 过期，请重新申请`);
}
