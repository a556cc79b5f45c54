import { hasUnseen, isSamePerson } from '@risk/domain';
import { chinaTime, Conflict, Forbidden, type Clock, type Transaction } from '@risk/kit';
import { requestNamed } from './find-request.js';
import type { SeenReporter, VaultLooks } from './ports.js';

/** Shows who reported, to the one who asked, while the consent lasts; every look stays on record. */
export class Look {
  constructor(
    private readonly looks: VaultLooks,
    private readonly clock: Clock,
  ) {}

  async run(
    tx: Transaction,
    { requestId, by }: { readonly requestId: string; readonly by: string },
  ): Promise<SeenReporter[]> {
    const request = await requestNamed(this.looks, tx, requestId);
    if (hasUnseen(by.trim()) || !isSamePerson(by, request.by))
      throw new Forbidden(`只有申请人 ${request.by} 本人可以查看`);
    const at = this.clock.now();
    if (!request.approval) throw new Conflict(`申请 ${request.id} 还没有第二人批准`);
    const { expiresAt } = request.approval;
    if (expiresAt <= at)
      throw new Conflict(`申请 ${request.id} 的批准已于 ${chinaTime(expiresAt)} 过期，请重新申请`);
    return this.looks.look(tx, request, at);
  }
}
