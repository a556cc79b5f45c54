import {
  countingSignals,
  MemoryStore,
  type EntityMemory,
  type RememberedRecord,
} from '@risk/assessment';
import {
  NO_RELATIONS,
  type Assessment,
  type EntityRelations,
  type Feed,
  type FeedRecord,
} from '@risk/domain';
import { groupBy } from '@risk/kit';
import type { Database } from './database.js';
import { readRelations } from './entity-relations.js';
import { piecesAt } from './pieces-at.js';

const SHAPE = `
  r.id, r.feed, r.occurred_at, r.reporter_key, r.region_code, r.amount::float8, r.people::float8, r.changes,
  coalesce(r.piece_of, r.id)::text as piece
`;

/** Who was part of an entity's root at $2, itself included. */
export const MEMBERS_AT = `
  with recursive member (id) as (
    select root_of($1::bigint, $2::timestamptz)
    union
    select m.member_id from entity_merge m join member on m.into_id = member.id
    where m.merged_at <= $2 and (m.undone_at is null or m.undone_at > $2)
  )
`;

/** The version of a piece that was in force: none that happened later was known yet. */
const KNOWN_AT = `
  ${MEMBERS_AT}
  select ${SHAPE}, max(l.confidence) as confidence, a.annual_yield, a.verdict
  from member
  join entity_link l on l.entity_id = member.id and l.role <> 'publisher'
  join record r on r.id = l.record_id and r.operation = 'upsert'
  join assessment a on a.record_id = r.id and a.assessed_at <= $2
  where not exists (
    select from record n join assessment known on known.record_id = n.id and known.assessed_at <= $2
    where n.source = r.source and n.source_id = r.source_id and (n.occurred_at, n.id) > (r.occurred_at, r.id)
  )
  group by r.id, a.record_id
  order by r.id
`;

/** Only its own registrations describe a firm: the last word on its founding that was known. */
const DESCRIBED_AT = `
  select e.id, e.name, e.uscc, case when e.parent_since <= $2 then e.parent_id end as parent_id, (
    select r.payload ->> 'establishedOn'
    from entity_link l join record r on r.id = l.record_id join assessment a on a.record_id = r.id
    where l.entity_id = e.id and l.role = 'subject' and r.feed = 'registration' and a.assessed_at <= $2
      and r.payload ->> 'establishedOn' is not null
    order by a.assessed_at desc, r.id desc limit 1
  ) as established_on
  from entity e where e.id = root_of($1::bigint, $2::timestamptz)
`;

/** What was known through others when the index that stood was computed. */
const RELATIONS_AT = `
  select relations from entity_index where entity_id = $1 and at <= $2 order by at desc, id desc limit 1
`;

const ROOTS = `
  select e.id, e.name, e.uscc, e.established_on::text, parent.root_id as parent_id
  from entity e left join entity parent on parent.id = e.parent_id
  where e.id = any ($1) order by e.id
`;

const IN_FORCE = `
  select m.root_id, ${SHAPE}, max(l.confidence) as confidence
  from entity m
  join entity_link l on l.entity_id = m.id and l.role <> 'publisher'
  join record r on r.id = l.record_id and r.current and r.operation = 'upsert'
  where m.root_id = any ($1)
  group by m.root_id, r.id
  order by m.root_id, r.id
`;

const RECORDS = `
  select id, feed, source, source_id as "sourceId", occurred_at as "occurredAt", operation, related, payload,
    fingerprint, reporter_key as "reporterKey"
  from record where id = any ($1) order by id
`;

interface RecordRow {
  readonly id: string;
  readonly feed: Feed;
  readonly occurred_at: Date;
  readonly reporter_key: string | null;
  readonly region_code: string | null;
  readonly amount: number | null;
  readonly people: number | null;
  readonly changes: number;
  readonly piece: string;
  readonly confidence: number;
  readonly annual_yield?: number | null;
  readonly verdict?: Assessment;
}

interface RootRow {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly established_on: string | null;
  readonly parent_id: string | null;
}

/** Memory in PostgreSQL: what is known now in four statements a batch, and what was known at any moment. */
export class PgMemory extends MemoryStore {
  constructor(private readonly database: Database) {
    super();
  }

  async asOf(entityId: string, at: Date): Promise<EntityMemory | null> {
    const [root] = await this.database.rows<RootRow>(DESCRIBED_AT, [entityId, at]);
    if (!root) return null;
    const [stood] = await this.database.rows<{ relations: EntityRelations | null }>(RELATIONS_AT, [
      root.id,
      at,
    ]);
    return {
      entityId: root.id,
      name: root.name,
      uscc: root.uscc,
      establishedOn: root.established_on,
      records: await this.knownAt(root.id, at),
      parent: root.parent_id === null ? [] : await this.knownAt(root.parent_id, at),
      relations: stood?.relations ?? NO_RELATIONS,
    };
  }

  async inForce(rootIds: readonly string[], at: Date): Promise<EntityMemory[]> {
    if (rootIds.length === 0) return [];
    const roots = await this.database.rows<RootRow>(ROOTS, [rootIds]);
    const parents = roots.flatMap(({ parent_id }) => parent_id ?? []);
    const rows = await this.database.rows<RecordRow & { readonly root_id: string }>(IN_FORCE, [
      [...new Set([...rootIds, ...parents])],
    ]);
    const relations = await this.database.lend((client) => readRelations(client, rootIds, at));
    const recordsOf = groupBy(rows, (row) => row.root_id);
    const remembered = (id: string | null): RememberedRecord[] =>
      (recordsOf.get(id ?? '') ?? []).map((row) => rememberedOf(row, row.piece));
    return roots.map((root) => ({
      entityId: root.id,
      name: root.name,
      uscc: root.uscc,
      establishedOn: root.established_on,
      records: remembered(root.id),
      parent: remembered(root.parent_id),
      relations: relations.get(root.id) ?? NO_RELATIONS,
    }));
  }

  async records(recordIds: readonly string[]): Promise<ReadonlyMap<string, FeedRecord>> {
    const rows = await this.database.rows<FeedRecord & { readonly id: string }>(RECORDS, [
      recordIds,
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async knownAt(entityId: string, at: Date): Promise<RememberedRecord[]> {
    const rows = await this.database.rows<RecordRow>(KNOWN_AT, [entityId, at]);
    const pieces = rows.filter((row) => row.feed === 'complaint').map((row) => row.piece);
    const pieceOf = await piecesAt(this.database, pieces, at);
    return rows.map((row) => rememberedOf(row, pieceOf.get(row.id) ?? row.id));
  }
}

function rememberedOf(row: RecordRow, group: string): RememberedRecord {
  const { id, feed, occurred_at, reporter_key, region_code, amount, people, changes } = row;
  return {
    recordId: id,
    feed,
    occurredAt: occurred_at,
    group,
    reporterKey: reporter_key,
    regionCode: region_code,
    amount,
    people,
    changes,
    confidence: row.confidence,
    signals: row.verdict ? countingSignals(row.verdict) : [],
    annualYield: row.annual_yield ?? null,
  };
}
