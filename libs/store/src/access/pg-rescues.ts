import { RescueStore, type RescueCode, type RescueRole } from '@risk/access';
import type { Transaction } from '@risk/kit';
import type { Database } from '../database.js';
import { clientOf } from '../pg-unit-of-work.js';

const ADD = 'insert into rescue (code, role, made_at, ends_at) values ($1, $2, $3, $4)';

const USE = `
  update rescue set used_at = $2 where code = $1 and used_at is null and ends_at > $2 returning role
`;

/** Ways back in for lost administrators, in PostgreSQL. */
export class PgRescues extends RescueStore {
  constructor(private readonly database: Database) {
    super();
  }

  async add(tx: Transaction, { digest, role, madeAt, endsAt }: RescueCode): Promise<void> {
    await clientOf(tx).query(ADD, [digest, role, madeAt, endsAt]);
  }

  async any(now: Date): Promise<boolean> {
    const sql = 'select exists (select from rescue where used_at is null and ends_at > $1) as any';
    const [row] = await this.database.rows<{ any: boolean }>(sql, [now]);
    return row?.any ?? false;
  }

  async use(tx: Transaction, digest: Buffer, now: Date): Promise<RescueRole | null> {
    const { rows } = await clientOf(tx).query<{ role: RescueRole }>(USE, [digest, now]);
    return rows[0]?.role ?? null;
  }
}
