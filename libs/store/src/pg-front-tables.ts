import { FrontTableStore, type FrontPosition, type FrontRow, type FrontTable } from '@risk/intake';
import type { Database } from './database.js';

/** Names come from config/sources.yaml, checked there; quoted all the same. */
const quoted = (name: string): string =>
  name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');

const AS_ISO = `to_char(t.moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

interface ChangedRow {
  readonly cells: FrontRow['cells'];
  readonly moment: string;
  readonly key: string;
}

/** Offices write moments without a zone; read in UTC they would lie eight hours in the future. */
function inChinaTime<Row>(database: Database, sql: string, values: unknown[]): Promise<Row[]> {
  return database.lend(async (client) => {
    await client.query("set timezone to 'Asia/Shanghai'");
    try {
      return (await client.query(sql, values)).rows as Row[];
    } finally {
      await client.query('reset timezone');
    }
  });
}

/** Front-end tables in PostgreSQL, in the house's own database or in another one. */
export class PgFrontTables extends FrontTableStore {
  constructor(
    private readonly own: Database,
    private readonly front: Database,
  ) {
    super();
  }

  async cursor(source: string): Promise<FrontPosition | null> {
    const [row] = await this.own.rows<{ position: string }>(
      'select position from front_table_cursor where source = $1',
      [source],
    );
    return row ? (JSON.parse(row.position) as FrontPosition) : null;
  }

  async changed(
    { name, changedAt, key }: FrontTable,
    after: FrontPosition | null,
    before: Date,
    limit: number,
  ): Promise<FrontRow[]> {
    const values = [before, after?.changedAt ?? null, after?.key ?? null, limit];
    const rows = await inChinaTime<ChangedRow>(
      this.front,
      `select cells, ${AS_ISO} as moment, key
       from (
         select to_jsonb(f) as cells, f.${quoted(changedAt)}::timestamptz as moment, f.${quoted(key)}::text as key
         from ${quoted(name)} f
       ) t
       where t.moment <= $1 and ($2::timestamptz is null or (t.moment, t.key) > ($2::timestamptz, $3::text))
       order by t.moment, t.key
       limit $4`,
      values,
    );
    return rows.map((row) => ({
      cells: row.cells,
      position: { changedAt: row.moment, key: row.key },
    }));
  }

  async move(source: string, to: FrontPosition, at: Date): Promise<void> {
    await this.own.rows(
      `insert into front_table_cursor (source, position, moved_at) values ($1, $2, $3)
       on conflict (source) do update set position = excluded.position, moved_at = excluded.moved_at`,
      [source, JSON.stringify(to), at],
    );
  }
}
