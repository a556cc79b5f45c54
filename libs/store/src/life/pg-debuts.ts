import type { Transaction } from '@risk/kit';
import { clientOf } from '../pg-unit-of-work.js';

/** What the house began with is not new: only what comes later has a debut. */
const NOTE = `
  insert into code_debut (code, first_at)
  select code, case when exists (select from code_debut) then $2::timestamptz else '-infinity' end
  from unnest($1::text[]) code
  on conflict do nothing
`;

/** Since when each code of the rules is in force; alerts of a new one are watched for floods. */
export class PgDebuts {
  async note(tx: Transaction, codes: readonly string[], at: Date): Promise<void> {
    await clientOf(tx).query(NOTE, [[...new Set(codes)], at]);
  }
}
