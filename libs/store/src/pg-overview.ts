import {
  WHOLE_CITY,
  type AlertChange,
  type AlertStage,
  type EngineVersions,
  type Feed,
  type Outcome,
  type PersonTier,
  type RiskIndex,
  type Tier,
  type TierDecision,
} from '@risk/domain';
import { seesAlert, sightFrom, valuesOfSight } from './access/sight-sql.js';
import type { Database } from './database.js';
import {
  effectiveTier,
  personTierFrom,
  personTierOn,
  type PersonTierJson,
} from './person-tiers.js';
import { DECISIONS_OF, OUTCOMES_OF } from './pg-cases.js';

/** The figures of the first screen. */
export interface Overview {
  /** What was stored, corrections of earlier records among it: by the books, which need not be counted. */
  readonly records: Readonly<Record<Feed, number>>;
  readonly sampleRecords: number;
  readonly duplicates: number;
  readonly entities: number;
  readonly alerts: Readonly<Partial<Record<Tier, number>>>;
  readonly notices: Readonly<Record<string, number>>;
  readonly deadLetters: number;
  readonly warnings: readonly {
    readonly source: string;
    readonly sentence: string;
    readonly raisedAt: Date;
  }[];
}

/** One line of the history of an index. */
export interface IndexLine {
  readonly entityId: string;
  readonly at: Date;
  readonly score: number;
  readonly tier: Tier;
  readonly version: EngineVersions;
}

/** An alert in a list. */
export interface AlertLine {
  readonly id: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly uscc: string | null;
  readonly regionCode: string | null;
  readonly status: string;
  readonly stage: AlertStage;
  readonly tier: Tier;
  readonly personTier: Tier | null;
  /** Who set the person's tier, when and why; null when none stands. */
  readonly person: PersonTier | null;
  readonly index: RiskIndex;
  readonly raisedAt: Date;
  readonly changedAt: Date;
  readonly sample: boolean;
}

export interface AlertDetail extends AlertLine {
  readonly changes: readonly AlertChange[];
  /** What people decided on the entity, oldest first: also what was withdrawn or replaced since. */
  readonly decisions: readonly TierDecision[];
  readonly outcomes: readonly Outcome[];
  readonly notices: readonly {
    readonly id: string;
    readonly step: string;
    readonly unit: string;
    readonly unitName: string;
    readonly role: string;
    readonly because: string;
    readonly dueAt: string | null;
    readonly state: string;
    readonly attempt: number;
    readonly detail: string | null;
    readonly settledAt: Date | null;
  }[];
}

const ALERT = `
  select a.id, e.id as "entityId", a.entity_name as "entityName", e.uscc, a.region_code as "regionCode",
    a.status, a.stage, a.tier, a.person_tier as "personTier", ${personTierOn('e.id')} as person, a.index, a.raised_at as "raisedAt",
    a.changed_at as "changedAt", a.sample
  from alert a join entity m on m.id = a.entity_id join entity e on e.id = m.root_id
`;

const BY_URGENCY = `order by array_position(array['red','orange','yellow','blue'], ${effectiveTier('a')}),
  a.score desc, a.id`;

const CHANGES = `select kind, from_tier as "from", to_tier as "to", at, source, decision_id as decision, news
  from alert_change where alert_id = $1 and kind in ('raised', 'upgraded', 'lowered', 'differs') order by id`;

type AlertRow = Omit<AlertLine, 'person'> & { readonly person: PersonTierJson | null };

const lineOf = (row: AlertRow): AlertLine => ({ ...row, person: personTierFrom(row.person) });

/** Bounded questions that screens ask; nothing here changes anything. */
export class PgOverview {
  constructor(private readonly database: Database) {}

  /** The index of an entity that stood at a moment, and since when; null when it had none. */
  async indexAt(
    entityId: string,
    at: Date,
  ): Promise<{ readonly at: Date; readonly index: RiskIndex } | null> {
    const [row] = await this.database.rows<{ at: Date; index: RiskIndex }>(
      'select at, index from entity_index where entity_id = $1 and at <= $2 order by at desc, id desc limit 1',
      [entityId, at],
    );
    return row ?? null;
  }

  /** The indices that were written since a moment, in order; of several at one moment the last, which stood. */
  indexHistory(since: Date): Promise<IndexLine[]> {
    return this.database.rows<IndexLine>(
      `select entity_id as "entityId", at, score, tier, index -> 'version' as version
       from (
         select *, row_number() over (partition by entity_id, at order by id desc) as place
         from entity_index where at >= $1
       ) line
       where place = 1 order by id`,
      [since],
    );
  }

  async read(): Promise<Overview> {
    const [figures] = await this.database.rows<
      Omit<Overview, 'warnings' | 'records'> & { records: Partial<Record<Feed, number>> }
    >(`
      select
        (select coalesce(jsonb_object_agg(feed, n), '{}') from
          (select feed, sum(stored) n from intake_ledger group by feed) f) as records,
        (select count(*)::int from record where sample and current) as "sampleRecords",
        (select coalesce(sum(duplicate), 0)::int from intake_ledger) as duplicates,
        (select count(*)::int from entity where root_id = id) as entities,
        (select coalesce(jsonb_object_agg(tier, n), '{}') from
          (select ${effectiveTier('alert')} as tier, count(*) n from alert where status = 'open' group by 1) t) as alerts,
        (select coalesce(jsonb_object_agg(state, n), '{}') from
          (select state, count(*) n from notice group by state) s) as notices,
        (select count(*)::int from dead_letter where replayed_at is null) as "deadLetters"
    `);
    const warnings = await this.database.rows<Overview['warnings'][number]>(
      'select source, sentence, raised_at as "raisedAt" from operation_warning order by raised_at',
    );
    if (!figures) throw new Error('the overview query gave no row');
    const records = { registration: 0, complaint: 0, advertisement: 0, ...figures.records };
    return { ...figures, records, warnings };
  }

  /** Whether anything came in that is no sample. */
  async hasRealRecords(): Promise<boolean> {
    const [row] = await this.database.rows<{ any: boolean }>(
      'select exists (select from record where not sample) as any',
    );
    return row?.any ?? false;
  }

  /** Most urgent first. */
  async alerts(limit: number, offset = 0, sight = WHOLE_CITY): Promise<AlertLine[]> {
    const rows = await this.database.rows<AlertRow>(
      `${ALERT} where a.id in (
         select a.id from alert a where a.status = 'open' and ${seesAlert('a', sightFrom(3))}
         ${BY_URGENCY} limit $1 offset $2
       ) ${BY_URGENCY}`,
      [limit, offset, ...valuesOfSight(sight)],
    );
    return rows.map(lineOf);
  }

  async alert(id: string): Promise<AlertDetail | null> {
    const [row] = await this.database.rows<AlertRow>(`${ALERT} where a.id = $1`, [id]);
    if (!row) return null;
    const changes = await this.database.rows<AlertChange>(CHANGES, [id]);
    const decisions = await this.database.rows<TierDecision>(DECISIONS_OF, [row.entityId]);
    const outcomes = await this.database.rows<Outcome>(OUTCOMES_OF, [row.entityId]);
    const notices = await this.database.rows<AlertDetail['notices'][number]>(
      `select id, step, unit, addressee ->> 'unitName' as "unitName", addressee ->> 'role' as role,
         addressee ->> 'because' as because, addressee ->> 'dueAt' as "dueAt", state, attempt, detail,
         settled_at as "settledAt"
       from notice where alert_id = $1 order by id`,
      [id],
    );
    return { ...lineOf(row), changes, decisions, outcomes, notices };
  }

  /** Open alerts by region code; null counts those whose place is unknown. */
  byRegion(): Promise<{ regionCode: string | null; alerts: number }[]> {
    return this.database.rows(
      `select region_code as "regionCode", count(*)::int as alerts from alert
       where status = 'open' group by region_code order by alerts desc, region_code`,
    );
  }
}
