import {
  AccountStore,
  type Account,
  type AccountDraft,
  type AccountQuestion,
  type AccountSort,
} from '@risk/access';
import { Conflict, type Listed, type Transaction } from '@risk/kit';
import type { PoolClient } from 'pg';
import type { Database } from '../database.js';
import { likeOf } from '../like-of.js';
import { listPage, type ListTable } from '../list-page.js';
import { clientOf } from '../pg-unit-of-work.js';
import {
  ACCOUNT,
  accountFrom,
  COLUMNS,
  FROM_ACCOUNT,
  valuesOf,
  type AccountRow,
} from './account-row.js';

const numbered = (from: number): string =>
  COLUMNS.map((_, at) => `$${String(at + from)}`).join(', ');

const ADD = `
  insert into account (${COLUMNS.join(', ')}) values (${numbered(1)})
  on conflict do nothing returning id
`;

const KEEP = `update account set (${COLUMNS.join(', ')}) = row (${numbered(2)}) where id = $1`;

const FACTOR = `
  insert into second_factor (account_id, sealed, last_step) values ($1, $2, $3)
  on conflict (account_id) do update set last_step = excluded.last_step
`;

const ONE = `select ${ACCOUNT} from ${FROM_ACCOUNT} where`;

const NO_FACTOR = 'delete from second_factor where account_id = $1';

const NOBODY = '0';
/** Leaves as much in the log of the database as an update, so that the commit waits for the disk as well. */
const AS_LONG_AS_KEEP = `select pg_logical_emit_message(true, 'risk', repeat(' ', 400))`;

const WAITS = `(a.state = 'pending' or a.proposed is not null
  or a.reset is not null and a.reset->>'approvedBy' is null)`;

const WANTED = `
  ($1::text is null or a.login like $1 or a.name like $1 or a.unit like $1)
  and ($2::text is null or a.state = $2) and (not $3::boolean or ${WAITS})
`;

const LIST: ListTable<AccountSort> = {
  select: ACCOUNT,
  from: FROM_ACCOUNT,
  countFrom: 'account a',
  sorts: {
    usual: { sql: `case when ${WAITS} then 0 else 1 end`, type: 'int' },
    name: { sql: 'a.name', type: 'text' },
    login: { sql: 'a.login', type: 'text' },
    unit: { sql: 'a.unit', type: 'text' },
    madeAt: { sql: 'a.made_at', type: 'timestamptz' },
  },
  key: 'a.id',
};

const HOLDERS = `
  select count(*)::int as holders from account where state = 'active' and not sample and $1 = any (roles)
    and (valid_until is null or valid_until >= $2::date)
`;

/** Accounts in PostgreSQL. */
export class PgAccounts extends AccountStore {
  constructor(private readonly database: Database) {
    super();
  }

  async add(tx: Transaction, draft: AccountDraft): Promise<string> {
    const { rows } = await clientOf(tx).query<{ id: string }>(ADD, valuesOf(draft));
    if (rows[0]) return rows[0].id;
    throw new Conflict(
      `登录名“${draft.login}”或者姓名“${draft.name}”已经有人使用；重名的请加单位区别`,
    );
  }

  async lock(tx: Transaction, id: string): Promise<Account | null> {
    const client = clientOf(tx);
    // Two statements: one that waits for the lock reads the factor as it was before it waited.
    await client.query('select from account where id = $1 for update', [id]);
    const { rows } = await client.query<AccountRow>(`${ONE} a.id = $1`, [id]);
    return rows[0] ? accountFrom(rows[0]) : null;
  }

  async keep(tx: Transaction, account: Account): Promise<void> {
    const client = clientOf(tx);
    await client.query(KEEP, [account.id, ...valuesOf(account)]);
    await keepFactor(client, account);
  }

  async keepNobody(tx: Transaction): Promise<void> {
    await this.lock(tx, NOBODY);
    await clientOf(tx).query(AS_LONG_AS_KEEP);
    await clientOf(tx).query(NO_FACTOR, [NOBODY]);
  }

  byLogin(login: string): Promise<Account | null> {
    return this.one('a.login = $1', [login]);
  }

  byIdentity(issuer: string, subject: string): Promise<Account | null> {
    return this.one('a.issuer = $1 and a.subject = $2', [issuer, subject]);
  }

  find(id: string): Promise<Account | null> {
    return this.one('a.id = $1', [id]);
  }

  async list({ words, state, waiting, ...page }: AccountQuestion): Promise<Listed<Account>> {
    const filter = { where: WANTED, values: [likeOf(words), state, waiting] };
    const found = await listPage<AccountRow, AccountSort>(this.database, LIST, filter, page);
    return { ...found, rows: found.rows.map(accountFrom) };
  }

  async holders(role: string, on: string): Promise<number> {
    const [row] = await this.database.rows<{ holders: number }>(HOLDERS, [role, on]);
    return row?.holders ?? 0;
  }

  async countHolders(tx: Transaction, role: string, on: string): Promise<number> {
    const client = clientOf(tx);
    await client.query(`select pg_advisory_xact_lock(hashtext('holders of roles'))`);
    const { rows } = await client.query<{ holders: number }>(HOLDERS, [role, on]);
    return rows[0]?.holders ?? 0;
  }

  async samples(): Promise<Account[]> {
    const sql = `select ${ACCOUNT} from ${FROM_ACCOUNT} where a.sample and a.state = 'active' order by a.id`;
    return (await this.database.rows<AccountRow>(sql)).map(accountFrom);
  }

  async keepRecovery(tx: Transaction, id: string, hashes: readonly string[]): Promise<void> {
    const client = clientOf(tx);
    await client.query('delete from recovery_code where account_id = $1', [id]);
    await client.query(
      'insert into recovery_code (account_id, hash) select $1, unnest($2::text[])',
      [id, hashes],
    );
  }

  async recoveryOf(tx: Transaction, id: string): Promise<readonly string[]> {
    const sql = 'select hash from recovery_code where account_id = $1 and used_at is null';
    const { rows } = await clientOf(tx).query<{ hash: string }>(sql, [id]);
    return rows.map(({ hash }) => hash);
  }

  async useRecovery(tx: Transaction, id: string, hash: string, at: Date): Promise<boolean> {
    const { rowCount } = await clientOf(tx).query(
      'update recovery_code set used_at = $3 where account_id = $1 and hash = $2 and used_at is null',
      [id, hash, at],
    );
    return rowCount === 1;
  }

  private async one(which: string, values: readonly unknown[]): Promise<Account | null> {
    const [row] = await this.database.rows<AccountRow>(`${ONE} ${which}`, values);
    return row ? accountFrom(row) : null;
  }
}

/** A factor comes sealed once and then only counts its steps, or goes. */
async function keepFactor(client: PoolClient, { id, factor }: Account): Promise<void> {
  if (factor) await client.query(FACTOR, [id, factor.sealed, factor.lastStep]);
  else await client.query(NO_FACTOR, [id]);
}
