import type { StoredRecord } from '@risk/assessment';
import type { FeedRecord } from '@risk/domain';
import type { Database } from './database.js';

/** Records that happened within these moments, both included. */
export interface ReplayPeriod {
  readonly from: Date;
  readonly to: Date;
}

/** Row ids after the first and up to the second. */
export type IdRange = readonly [after: string, upTo: string];

const MEASURE = `
  select count(*)::int as records, coalesce(min(id), 1)::text as first, coalesce(max(id), 0)::text as last
  from record where current and operation = 'upsert' and occurred_at between $1 and $2
`;

const ANY = `select exists (select from record where current and operation = 'upsert') as there`;

const READ = `
  select id, feed, source, source_id as "sourceId", occurred_at as "occurredAt", payload
  from record
  where id > $1 and id <= $2 and current and operation = 'upsert' and occurred_at between $3 and $4
  order by id
`;

const ROOTS_ABOUT = `
  with about as (
    select distinct m.root_id as id from entity_link l join entity m on m.id = l.entity_id
    where l.record_id = any ($1::bigint[]) and l.role <> 'publisher'
  )
  select id from about
  union
  select branch.root_id from about join entity parent on parent.root_id = about.id
  join entity branch on branch.parent_id = parent.id
`;

/** What a judge does not look at is not read: who reported, related pieces, fingerprints. */
const UNREAD = { operation: 'upsert', related: [], fingerprint: '', reporterKey: null } as const;

/** Reads stored records in order of arrival, stretch by stretch. */
export class PgReplay {
  constructor(private readonly database: Database) {}

  async measure({ from, to }: ReplayPeriod): Promise<{ records: number; ids: IdRange }> {
    const [row] = await this.database.rows<{ records: number; first: string; last: string }>(
      MEASURE,
      [from, to],
    );
    const { records, first, last } = row ?? { records: 0, first: '1', last: '0' };
    return { records, ids: [String(BigInt(first) - 1n), last] };
  }

  /** Whether there is no record at all, whenever it happened. */
  async isEmpty(): Promise<boolean> {
    const [row] = await this.database.rows<{ there: boolean }>(ANY);
    return row?.there !== true;
  }

  async read([after, upTo]: IdRange, { from, to }: ReplayPeriod): Promise<StoredRecord[]> {
    const rows = await this.database.rows<{ readonly id: string }>(READ, [after, upTo, from, to]);
    return rows.map(({ id, ...record }) => ({
      recordId: id,
      record: { ...record, ...UNREAD } as unknown as FeedRecord,
    }));
  }

  /** The roots that these records accuse, and the branches that live on their signals. */
  async rootsAbout(recordIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(ROOTS_ABOUT, [recordIds]);
    return rows.map(({ id }) => id);
  }
}
