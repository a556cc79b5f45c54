import { NotFound, type Transaction } from '@risk/kit';
import type { LookRequest, VaultLooks } from './ports.js';

/** The request that is meant, or words that there is none. */
export async function requestNamed(
  looks: VaultLooks,
  tx: Transaction,
  id: string,
): Promise<LookRequest> {
  const request = /^\d{1,18}$/.test(id) ? await looks.find(tx, id) : null;
  if (!request) throw new NotFound(`没有编号为 ${id} 的查看申请`);
  return request;
}
