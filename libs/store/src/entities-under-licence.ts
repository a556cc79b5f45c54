import type { Transaction } from '@risk/kit';
import { clientOf } from './pg-unit-of-work.js';

/** An entity whose index an entry of the register has lowered. */
export interface EntityUnderLicence {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
}

/** Every entity whose index, as it was kept, an entry of the register has lowered. */
export async function entitiesUnderLicence(tx: Transaction): Promise<EntityUnderLicence[]> {
  const { rows } = await clientOf(tx).query<EntityUnderLicence>(
    `select id, name, uscc from entity
     where root_id = id and index -> 'suppressed' ->> 'until' is not null order by id`,
  );
  return rows;
}
