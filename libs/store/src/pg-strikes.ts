import type { Feed, Sight, Tier } from '@risk/domain';
import type { Listed, ListQuestion } from '@risk/kit';
import { seesAlert, seesRecord, sightFrom, valuesOfSight } from './access/sight-sql.js';
import type { Database } from './database.js';
import { listPage, type ListTable } from './list-page.js';
import { effectiveTier } from './person-tiers.js';

/** How often a rule or a word struck. */
export interface StrikeCount {
  readonly code: string;
  readonly records: number;
  readonly entities: number;
}

/** A record in which a rule or a word struck; none of its words. */
export interface StrikeLine {
  readonly recordId: string;
  readonly feed: Feed;
  readonly source: string;
  readonly occurredAt: Date;
  readonly entityId: string;
  readonly name: string;
  readonly score: number | null;
  readonly tier: Tier | null;
  readonly sample: boolean;
}

/** An alert to which a rule or a word contributed. */
export interface StruckAlert {
  readonly id: string;
  readonly name: string;
  /** The tier that counts: a person's where one stands. */
  readonly tier: Tier;
  readonly stage: string;
  readonly raisedAt: Date;
  readonly sample: boolean;
}

const STRIKES: ListTable<'occurredAt'> = {
  select: `r.id as "recordId", r.feed, r.source, s.occurred_at as "occurredAt", e.id as "entityId", e.name,
    v.score, v.tier, r.sample`,
  from: `signal s join record r on r.id = s.record_id join entity e on e.id = s.entity_id
    left join assessment v on v.record_id = r.id`,
  countFrom: 'signal s join record r on r.id = s.record_id',
  sorts: { occurredAt: { sql: 's.occurred_at', type: 'timestamptz' } },
  key: 's.record_id',
};

/** A record that names several parties stands there once, with the first of them. */
const WHERE = `s.code = $1 and ${seesRecord('r', sightFrom(2))}
  and not exists (
    select from signal other
    where other.record_id = s.record_id and other.code = s.code and other.entity_id < s.entity_id)`;

const COUNTS = `
  select s.code, count(distinct s.record_id)::int as records, count(distinct s.entity_id)::int as entities
  from signal s where s.occurred_at >= $1 group by s.code
`;

/** So many of the latest alerts are looked through: an alert keeps its reasons where no index reaches. */
const LOOKED_THROUGH = 3000;

const ALERTS = `
  select a.id, e.name, ${effectiveTier('a')} as tier, a.stage, a.raised_at as "raisedAt", a.sample
  from (select * from alert order by raised_at desc limit ${String(LOOKED_THROUGH)}) a
  join entity e on e.id = a.entity_id
  where a.index -> 'reasons' @> jsonb_build_array(jsonb_build_object('code', $1::text))
    and ${seesAlert('a', sightFrom(2))}
  order by a.raised_at desc, a.id desc limit $4
`;

/** Where rules and words struck, in PostgreSQL. */
export class PgStrikes {
  constructor(private readonly database: Database) {}

  /** How often each code struck since a moment; for the whole city, for it names nobody. */
  counts(since: Date): Promise<StrikeCount[]> {
    return this.database.rows(COUNTS, [since]);
  }

  /** The records in which a code struck, as far as somebody sees them. */
  records(
    code: string,
    sight: Sight,
    question: ListQuestion<'occurredAt'>,
  ): Promise<Listed<StrikeLine>> {
    const filter = { where: WHERE, values: [code, ...valuesOfSight(sight)] };
    return listPage(this.database, STRIKES, filter, question);
  }

  /** The latest alerts to which a code contributed, as far as somebody sees them. */
  alerts(code: string, sight: Sight, limit: number): Promise<StruckAlert[]> {
    return this.database.rows(ALERTS, [code, ...valuesOfSight(sight), limit]);
  }
}
