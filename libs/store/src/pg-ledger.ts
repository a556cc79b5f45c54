import { LedgerStore, type LedgerCheck } from '@risk/intake';
import type { Database } from './database.js';

const CHECK = `
  with booked as (
    select day, source, feed, sum(received)::int as received, sum(stored)::int as stored,
      sum(duplicate)::int as duplicate, sum(dead_lettered)::int as dead_lettered
    from intake_ledger where day >= $1 group by day, source, feed
  ),
  records as (
    select day, source, feed, count(*)::int as found from record where day >= $1 group by day, source, feed
  ),
  letters as (
    select day, coalesce(source, 'unknown') as source, feed, count(*)::int as found
    from dead_letter where day >= $1 group by 1, 2, 3
  )
  select day::text, source, feed, coalesce(b.received, 0) as received, coalesce(b.stored, 0) as stored,
    coalesce(b.duplicate, 0) as duplicate, coalesce(b.dead_lettered, 0) as "deadLettered",
    coalesce(r.found, 0) as "recordsFound", coalesce(l.found, 0) as "deadLettersFound"
  from booked b
  full join records r using (day, source, feed)
  full join letters l using (day, source, feed)
  order by day, source, feed
`;

const WARN = `
  insert into operation_warning as w (source, sentence, raised_at) values ($1, $2, $3)
  on conflict (source) do update set sentence = excluded.sentence
  returning xmax = 0 as fresh
`;

/** The ledger beside what really lies in the tables. */
export class PgLedger extends LedgerStore {
  constructor(private readonly database: Database) {
    super();
  }

  check(since: string): Promise<LedgerCheck[]> {
    return this.database.rows<LedgerCheck>(CHECK, [since]);
  }

  async lastHeard(): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.database.rows<{ source: string; at: Date }>(
      'select source, max(last_at) as at from intake_ledger group by source',
    );
    return new Map(rows.map((row) => [row.source, row.at]));
  }

  async warn(source: string, sentence: string | null, at: Date): Promise<boolean> {
    if (sentence === null) {
      const gone = await this.database.rows(
        'delete from operation_warning where source = $1 returning source',
        [source],
      );
      return gone.length > 0;
    }
    const rows = await this.database.rows<{ fresh: boolean }>(WARN, [source, sentence, at]);
    return rows[0]?.fresh ?? false;
  }
}
