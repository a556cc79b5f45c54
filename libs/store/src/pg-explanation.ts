import {
  hiddenPayload,
  hiddenVerdict,
  veilOf,
  type Assessment,
  type Feed,
  type PersonTier,
  type RiskIndex,
  type Tier,
} from '@risk/domain';
import type { Database } from './database.js';
import { openReporter } from './sealed-reporter.js';
import type { VaultCipher } from './vault-cipher.js';
import { personTierFrom, personTierOn, type PersonTierJson } from './person-tiers.js';

/** One record's way through the house, as it was kept. */
export interface Explanation {
  readonly record: {
    readonly id: string;
    readonly feed: Feed;
    readonly source: string;
    readonly sourceId: string;
    readonly door: string;
    readonly origin: Readonly<Record<string, unknown>>;
    readonly fingerprint: string;
    readonly occurredAt: Date;
    readonly receivedAt: Date;
    readonly current: boolean;
    readonly sample: boolean;
    readonly reporterKept: boolean;
    readonly payload: Readonly<Record<string, unknown>>;
  };
  readonly assessment: Assessment | null;
  readonly entities: readonly {
    readonly id: string;
    readonly name: string;
    readonly uscc: string | null;
    readonly provisional: boolean;
    readonly role: string;
    readonly confidence: number;
    readonly because: string;
    readonly score: number;
    readonly tier: Tier;
    /** A person's tier that stands beside the model's. */
    readonly person: PersonTier | null;
    readonly index: RiskIndex | null;
  }[];
  readonly alerts: readonly {
    readonly id: string;
    readonly entityName: string;
    readonly tier: Tier;
    readonly personTier: Tier | null;
    readonly raisedAt: Date;
    readonly notices: readonly {
      readonly unitName: string;
      readonly step: string;
      readonly state: string;
    }[];
  }[];
}

/** A record as it was kept, with its verdict and nothing of who reported it. */
export type JudgedOnce = Pick<Explanation, 'record' | 'assessment'>;

/** Which records of an entity somebody wants to read, and from where on. */
export interface RecordsQuestion {
  readonly entityId: string;
  /** Only those that say this code; null takes all. */
  readonly code: string | null;
  /** The record that was read last; null begins with the most telling one. */
  readonly after: string | null;
  readonly limit: number;
}

const RECORD = `
  select r.id, r.feed, r.source, r.source_id as "sourceId", r.door, r.origin, r.fingerprint,
    r.occurred_at as "occurredAt", r.received_at as "receivedAt", r.current, r.sample, r.payload,
    a.verdict, v.sealed
  from record r left join assessment a on a.record_id = r.id
    left join reporter_vault v on v.record_id = r.id
`;

const ENTITIES = `
  select e.id, e.name, e.uscc, e.provisional, l.role, l.confidence, l.because, e.score, e.tier, e.index,
    ${personTierOn('e.id')} as person
  from entity_link l join entity m on m.id = l.entity_id join entity e on e.id = m.root_id
  where l.record_id = $1 order by l.role, e.id
`;

const ALERTS = `
  select a.id, a.entity_name as "entityName", a.tier, a.person_tier as "personTier", a.raised_at as "raisedAt",
    coalesce((select jsonb_agg(jsonb_build_object('unitName', n.addressee ->> 'unitName', 'step', n.step,
      'state', n.state) order by n.id) from notice n where n.alert_id = a.id), '[]') as notices
  from alert a join entity m on m.id = a.entity_id where m.root_id = any ($1) order by a.id
`;

/** What speaks of an entity now, the most telling first; of each code the entity has its signals by. */
const OF_ENTITY = `
  with spoken as (
    select distinct r.id, a.score, r.occurred_at
    from entity part join entity_link l on l.entity_id = part.id
    join record r on r.id = l.record_id and r.current and r.operation = 'upsert'
    join assessment a on a.record_id = r.id
    where part.root_id = $1
      and ($2::text is null or exists (
        select from signal s where s.record_id = r.id and s.entity_id = part.id and s.code = $2))
  )
  ${RECORD} join spoken s on s.id = r.id
  where $3::bigint is null or (s.score, s.id) < (select score, id from spoken where id = $3)
  order by s.score desc, s.id desc limit $4
`;

type RecordRow = Omit<Explanation['record'], 'reporterKept'> & {
  readonly verdict: Assessment | null;
  readonly sealed: Buffer | null;
};

type EntityRow = Omit<Explanation['entities'][number], 'person'> & {
  readonly person: PersonTierJson | null;
};

/** Tells the whole story of one record: `risk explain`, and the page behind it. */
export class PgExplanation {
  constructor(
    private readonly database: Database,
    private readonly cipher: VaultCipher,
  ) {}

  /** By row id, or by `source/sourceId`. */
  async of(id: string): Promise<Explanation | null> {
    const [row] = await this.database.rows<RecordRow>(...questionFor(id));
    if (!row) return null;
    const { record, assessment } = this.shown(row);
    const rows = await this.database.rows<EntityRow>(ENTITIES, [record.id]);
    const entities = rows.map((e) => ({ ...e, person: personTierFrom(e.person) }));
    const ids = entities.map((e) => e.id);
    const alerts = await this.database.rows<Explanation['alerts'][number]>(ALERTS, [ids]);
    return { record, assessment, entities, alerts };
  }

  /** What speaks of an entity, the most telling first. */
  async ofEntity({ entityId, code, after, limit }: RecordsQuestion): Promise<JudgedOnce[]> {
    const values = [entityId, code, after, limit];
    const rows = await this.database.rows<RecordRow>(OF_ENTITY, values);
    return rows.map((row) => this.shown(row));
  }

  /** Hides the reporter once more: what came in before that was done at the door still lies open. */
  private shown({ verdict, sealed, ...row }: RecordRow): JudgedOnce {
    const record = { ...row, reporterKept: sealed !== null };
    if (record.feed === 'registration') return { record, assessment: verdict };
    const veil = veilOf(sealed && openReporter(this.cipher, sealed, row.id).reporter);
    const payload = hiddenPayload(record.payload, veil).payload as Record<string, unknown>;
    const assessment = verdict && hiddenVerdict(verdict, payload, veil.over);
    return { record: { ...record, payload }, assessment };
  }
}

function questionFor(id: string): [string, unknown[]] {
  const slash = id.indexOf('/');
  if (slash > 0) {
    const values = [id.slice(0, slash), id.slice(slash + 1)];
    return [
      `${RECORD} where r.source = $1 and r.source_id = $2 order by r.current desc, r.id desc limit 1`,
      values,
    ];
  }
  return [`${RECORD} where r.id = $1`, [/^\d{1,18}$/.test(id) ? id : '0']];
}
