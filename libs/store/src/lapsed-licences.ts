import type { Transaction } from '@risk/kit';
import { clientOf } from './pg-unit-of-work.js';

/** Entities whose index is still lowered by an entry of the register that ended before this day (yyyy-mm-dd). */
export async function lapsedLicences(tx: Transaction, day: string): Promise<string[]> {
  const { rows } = await clientOf(tx).query<{ id: string }>(
    `select id from entity where root_id = id and index -> 'suppressed' ->> 'until' < $1 order by id`,
    [day],
  );
  return rows.map((row) => row.id);
}
