import type { RegisteredFacts } from '@risk/bulletins';
import type {
  AlertStage,
  EntityKeyKind,
  Feed,
  Outcome,
  PersonTier,
  RiskIndex,
  Sight,
  Tier,
  TierDecision,
} from '@risk/domain';
import { seesAlert, sightFrom, valuesOfSight } from '../access/sight-sql.js';
import { registeredFacts, type KeptRegistration } from '../bulletins/registered-facts.js';
import type { Database } from '../database.js';
import { personTierFrom, personTierOn, type PersonTierJson } from '../person-tiers.js';
import { DECISIONS_OF, OUTCOMES_OF } from '../pg-cases.js';

/** An alert about an entity, as its page lists it. */
export interface EntityAlert {
  readonly id: string;
  readonly status: string;
  readonly stage: AlertStage;
  readonly tier: Tier;
  readonly personTier: Tier | null;
  readonly raisedAt: Date;
}

/** A merge of identities, undone or standing. */
export interface EntityMergeLine {
  readonly memberId: string;
  readonly memberName: string;
  readonly intoId: string;
  readonly because: string;
  readonly mergedAt: Date;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
}

/** What an entity can be reached or recognised by. */
export interface EntityContact {
  readonly kind: EntityKeyKind;
  readonly value: string;
}

/** All that stands about one whole entity now. */
export interface EntityProfile {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly regionCode: string | null;
  readonly provisional: boolean;
  readonly sample: boolean;
  readonly foundedAt: Date;
  readonly parent: { readonly id: string; readonly name: string } | null;
  readonly score: number;
  readonly tier: Tier;
  readonly person: PersonTier | null;
  readonly index: RiskIndex | null;
  /** When the index moved last. */
  readonly indexedAt: Date | null;
  readonly evidenceAt: Date | null;
  readonly registered: RegisteredFacts | null;
  readonly contacts: readonly EntityContact[];
  /** Records in force by the way they came. */
  readonly records: Readonly<Record<Feed, number>>;
  readonly alerts: readonly EntityAlert[];
  readonly decisions: readonly TierDecision[];
  readonly outcomes: readonly Outcome[];
  readonly merges: readonly EntityMergeLine[];
}

const MOST = 200;

const ROOT = `
  select e.id::text, e.name, e.uscc, e.region_code as "regionCode", e.provisional, e.sample,
    e.founded_at as "foundedAt", e.score, e.tier, e.index, e.indexed_at as "indexedAt",
    nullif(e.evidence_at, '-infinity') as "evidenceAt", ${personTierOn('e.id')} as person,
    (select jsonb_build_object('id', whole.id::text, 'name', whole.name)
      from entity p join entity whole on whole.id = p.root_id where p.id = e.parent_id) as parent
  from entity part join entity e on e.id = part.root_id where part.id = $1
`;

/** The same record may mean several parts of one whole. */
export const REGISTRATIONS = `
  select distinct on (r.occurred_at, r.id) r.source, r.occurred_at as "occurredAt", r.region_code as "regionCode", r.payload
  from entity m join entity_link l on l.entity_id = m.id and l.role = 'subject'
  join record r on r.id = l.record_id and r.feed = 'registration' and r.current and r.operation = 'upsert'
  where m.root_id = $1 order by r.occurred_at desc, r.id desc limit ${MOST}
`;

const CONTACTS = `
  select distinct k.kind, k.value from entity m join entity_key k on k.entity_id = m.id
  where m.root_id = $1 and k.kind in ('phone', 'website', 'app', 'wechat', 'regno')
  order by k.kind, k.value limit ${MOST}
`;

const RECORDS = `
  select r.feed, count(distinct r.id)::int as records
  from entity m join entity_link l on l.entity_id = m.id
  join record r on r.id = l.record_id and r.current and r.operation = 'upsert'
  where m.root_id = $1 group by r.feed
`;

const ALERTS = `
  select a.id::text, a.status, a.stage, a.tier, a.person_tier as "personTier", a.raised_at as "raisedAt"
  from entity m join alert a on a.entity_id = m.id
  where m.root_id = $3 and ${seesAlert('a', sightFrom(1))}
  order by a.status = 'open' desc, a.raised_at desc, a.id desc limit ${MOST}
`;

const MERGES = `
  select g.member_id::text as "memberId", member.name as "memberName", g.into_id::text as "intoId", g.because,
    g.merged_at as "mergedAt", g.undone_at as "undoneAt", g.undone_by as "undoneBy"
  from entity_merge g join entity member on member.id = g.member_id
  where g.into_id in (select id from entity where root_id = $1)
    or g.member_id in (select id from entity where root_id = $1)
  order by g.merged_at, g.id limit ${MOST}
`;

type Root = Omit<
  EntityProfile,
  'person' | 'registered' | 'contacts' | 'records' | 'alerts' | 'decisions' | 'outcomes' | 'merges'
> & { readonly person: PersonTierJson | null };

/** Reads all that stands about the whole that an entity is part of; null when there is no such entity. */
export async function readProfile(
  database: Database,
  entityId: string,
  sight: Sight,
): Promise<EntityProfile | null> {
  const [root] = await database.rows<Root>(ROOT, [entityId]);
  if (!root) return null;
  const of = <Row>(sql: string): Promise<Row[]> => database.rows<Row>(sql, [root.id]);
  const [registrations, contacts, counts, alerts, decisions, outcomes, merges] = await Promise.all([
    of<KeptRegistration>(REGISTRATIONS),
    of<EntityContact>(CONTACTS),
    of<{ feed: Feed; records: number }>(RECORDS),
    database.rows<EntityAlert>(ALERTS, [...valuesOfSight(sight), root.id]),
    of<TierDecision>(DECISIONS_OF),
    of<Outcome>(OUTCOMES_OF),
    of<EntityMergeLine>(MERGES),
  ]);
  return {
    ...root,
    person: personTierFrom(root.person),
    registered: registeredFacts(registrations),
    contacts,
    records: {
      ...{ registration: 0, complaint: 0, advertisement: 0 },
      ...Object.fromEntries(counts.map(({ feed, records }) => [feed, records])),
    },
    ...{ alerts, decisions, outcomes, merges },
  };
}
