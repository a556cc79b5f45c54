import { Invalid, uniqueBy, type Transaction } from '@risk/kit';
import type { Database } from './database.js';
import { clientOf } from './pg-unit-of-work.js';
import { SEALED, type SealedColumn } from './sealed-places.js';
import type { VaultCipher } from './vault-cipher.js';

/** How much lies sealed with a key; null is the old form that names none. */
export interface SealedCount {
  readonly table: string;
  readonly column: string;
  readonly key: string | null;
  readonly rows: number;
}

/** Where a walk over sealed rows goes on; null where nothing is left after it. */
export type WalkPosition = string | null;

const COUNTS = SEALED.map(
  ({ table, column }) => `
    select '${table}' as table, '${column}' as column, nullif(sealed_with(${column}), '') as key,
      count(*)::int as rows
    from ${table} where ${column} is not null group by 3`,
).join(' union all ');

const TABLES = uniqueBy(SEALED, ({ table }) => table).map(({ table }) => table);

/** Rows that another key sealed, after a position, held until they are sealed anew. */
const takeSql = ({ table, column, key, place }: SealedColumn): string => `
  select ${key}::text as key, ${place} as place, ${column} as sealed from ${table}
  where ${key} > $1 and ${column} is not null and sealed_with(${column}) <> $2
  order by ${key} limit $3 for update
`;

const putSql = ({ table, column, key }: SealedColumn): string => `
  update ${table} t set ${column} = n.sealed
  from unnest($1::bigint[], $2::bytea[]) as n (key, sealed) where t.${key} = n.key
`;

/** Which keys the sealed rows of the house lie under, and how they come under another. */
export class PgVaultKeys {
  constructor(
    private readonly database: Database,
    private readonly cipher: VaultCipher,
  ) {}

  counts(): Promise<SealedCount[]> {
    return this.database.rows<SealedCount>(`${COUNTS} order by 1, 2, 3`);
  }

  async retired(): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      'select key_id as id from vault_retired_key order by retired_at',
    );
    return rows.map(({ id }) => id);
  }

  /** Seals some rows of a column with the current key; answers how many and where to go on. */
  async reseal(
    tx: Transaction,
    column: SealedColumn,
    after: string,
    limit: number,
  ): Promise<{ readonly done: number; readonly next: WalkPosition }> {
    const client = clientOf(tx);
    const most = Math.min(limit, column.atOnce ?? limit);
    const values = [after, this.cipher.currentKey, most];
    const { rows } = await client.query<{ key: string; place: string; sealed: Buffer }>(
      takeSql(column),
      values,
    );
    const anew = rows.map(({ sealed, place }) =>
      this.cipher.seal(this.cipher.open(sealed, place), place),
    );
    if (rows.length > 0) await client.query(putSql(column), [rows.map((row) => row.key), anew]);
    const last = rows.at(-1)?.key ?? null;
    return { done: rows.length, next: rows.length < most ? null : last };
  }

  /**
   * Shuts keys out for good, unless something still lies under them; answers how much. Writers wait
   * meanwhile, so nothing can slip in between the count and the fence.
   */
  async retire(tx: Transaction, keys: readonly string[], at: Date): Promise<number> {
    const client = clientOf(tx);
    await client.query(`lock table ${TABLES.join(', ')} in share row exclusive mode`);
    const { rows } = await client.query<SealedCount>(COUNTS);
    const left = rows
      .filter(({ key }) => key === null || keys.includes(key))
      .reduce((sum, { rows: count }) => sum + count, 0);
    if (left > 0) return left;
    await client.query(
      `insert into vault_retired_key select unnest($1::text[]), $2 on conflict do nothing`,
      [keys, at],
    );
    return 0;
  }

  /** Refuses to work with another pseudonym key than before: the same person would count twice. */
  async guardPseudonyms(): Promise<void> {
    const mark = this.cipher.pseudonymMark;
    await this.database.rows(
      'insert into vault_pseudonym (mark) values ($1) on conflict do nothing',
      [mark],
    );
    const [row] = await this.database.rows<{ mark: string }>('select mark from vault_pseudonym');
    if (row?.mark === mark) return;
    throw new Invalid(
      '保险箱密钥与这个数据库不符：化名密钥不是原来那一个，同一举报人会被算成两人。请恢复数据目录 keys/pseudonym.key，或设置 RISK_VAULT_PSEUDONYM_KEY',
    );
  }
}
