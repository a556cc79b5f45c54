import type { PoolClient } from 'pg';
import type { EntityState } from '@risk/assessment';
import {
  NO_RELATIONS,
  type EntityFacts,
  type EntityRelations,
  type Feed,
  type Tier,
} from '@risk/domain';
import { groupBy } from '@risk/kit';
import type { AgedSignal } from '@risk/scoring';
import { readRelations } from './entity-relations.js';
import { person, windowIn, windows } from './fact-columns.js';

const ROOTS = `
  select e.id, e.name, e.uscc, e.region_code, e.address, e.business_address, e.established_on::text, e.sample,
    e.score, e.tier, parent.root_id as parent_id
  from entity e left join entity parent on parent.id = e.parent_id
  where e.id = any ($1) order by e.id
`;

/**
 * From each root to its members, and from those to the few things of each: what a batch costs does not depend on how
 * large the city is, nor on what the planner knows of it, which is nothing while the first records come in.
 */
const MEMBERS = `(select distinct unnest($1::bigint[]) as root_id) one
    cross join lateral (select id, root_id from entity where root_id = one.root_id offset 0) m`;

/** One line a (root, code): the strongest words stand for the rest, which are counted. */
const SIGNALS = `
  select root_id, code, dimension, max(points) as weight, max(occurred_at) as occurred_at,
    count(distinct record_id)::int as times, count(distinct person)::int as persons,
    (array_agg(detail order by points desc, occurred_at desc, record_id))[1] as detail
  from (
    select m.root_id, s.code, s.dimension, s.weight * s.confidence as points, s.occurred_at, s.record_id,
      ${person('m.root_id')} as person,
      jsonb_build_object('because', s.because, 'elements', s.elements, 'scheme', s.scheme,
        'halfLifeDays', s.half_life_days, 'quote', s.evidence ->> 'quote') as detail
    from ${MEMBERS}
    cross join lateral (select * from signal where entity_id = m.id offset 0) s
    cross join lateral (select * from record where id = s.record_id offset 0) r
  ) line
  group by root_id, code, dimension
  order by root_id, code, dimension
`;

const ACTIVITY = `
  with line as (
    select distinct m.root_id, r.id, r.feed, r.region_code, $2::timestamptz - r.occurred_at as age,
      r.occurred_at, ${person('m.root_id')} as person,
      r.amount, r.people, r.changes,
      a.annual_yield
    from ${MEMBERS}
    cross join lateral (
      select record_id from entity_link where entity_id = m.id and role <> 'publisher' offset 0
    ) l
    cross join lateral (
      select * from record where id = l.record_id and current and operation = 'upsert' offset 0
    ) r
    left join lateral (select annual_yield from assessment where record_id = r.id offset 0) a on true
  ),
  stake as (
    select root_id, sum(amount) as amount, max(people) as people,
      ${windows('sums', 'sum(sum_d$days)', 'float8')}
    from (
      select root_id, person, max(amount) as amount, max(people) as people,
        ${windows('sum', 'max(amount) filter (where age < $age)', 'numeric')}
      from line where feed = 'complaint' group by root_id, person
    ) one_person
    group by root_id
  )
  select line.root_id, array_agg(distinct feed) as feeds, min(occurred_at) as first_seen_at,
    max(annual_yield) as highest_yield, max(stake.amount)::float8 as amount, max(stake.people)::float8 as people,
    count(distinct region_code) filter (where feed = 'complaint')::int as regions,
    ${windows('complaints', `count(distinct id) filter (where feed = 'complaint' and age < $age)`)},
    ${windows('sums', 'max(stake.sums_d$days)', 'float8')},
    ${windows('regions', `count(distinct region_code) filter (where feed = 'complaint' and age < $age)`)},
    ${windows('complainants', `count(distinct person) filter (where feed = 'complaint' and age < $age)`)},
    ${windows('advertisements', `count(distinct id) filter (where feed = 'advertisement' and age < $age)`)},
    ${windows('changes', `coalesce(sum(changes) filter (where feed = 'registration' and age < $age), 0)`)}
  from line left join stake using (root_id)
  group by line.root_id
`;

interface RootRow {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly region_code: string | null;
  readonly address: string | null;
  readonly business_address: string | null;
  readonly established_on: string | null;
  readonly sample: boolean;
  readonly score: number;
  readonly tier: Tier;
  readonly parent_id: string | null;
}

interface SignalRow {
  readonly root_id: string;
  readonly code: string;
  readonly dimension: AgedSignal['dimension'];
  readonly weight: number;
  readonly occurred_at: Date;
  readonly times: number;
  readonly persons: number;
  readonly detail: Pick<AgedSignal, 'because' | 'elements' | 'scheme' | 'halfLifeDays'> & {
    readonly quote: string | null;
  };
}

type ActivityRow = Readonly<Record<string, number | null>> & {
  readonly root_id: string;
  readonly feeds: Feed[];
  readonly first_seen_at: Date;
};

/** Reads what the index of each root is computed from, in a handful of statements for the whole batch. */
export async function readStates(
  client: PoolClient,
  rootIds: readonly string[],
  at: Date,
): Promise<EntityState[]> {
  if (rootIds.length === 0) return [];
  const roots = (await client.query<RootRow>(ROOTS, [rootIds])).rows;
  const signals = await readSignals(client, roots);
  const activity = (await client.query<ActivityRow>(ACTIVITY, [rootIds, at])).rows;
  const relations = await readRelations(client, rootIds, at);
  const activityOf = new Map(activity.map((row) => [row.root_id, row]));
  return roots.map((root) => {
    const facts = factsOf(root, activityOf.get(root.id), relations.get(root.id) ?? NO_RELATIONS);
    return stateOf(root, signals.get(root.id) ?? [], activityOf.get(root.id)?.feeds ?? [], facts);
  });
}

/** A branch without signals of its own inherits those of its parent, and says so. */
async function readSignals(
  client: PoolClient,
  roots: readonly RootRow[],
): Promise<Map<string, SignalRow[]>> {
  const own = (await client.query<SignalRow>(SIGNALS, [roots.map((r) => r.id)])).rows;
  const byRoot = groupBy(own, (row) => row.root_id);
  const heirs = roots.filter((r) => r.parent_id !== null && !byRoot.has(r.id));
  if (heirs.length === 0) return byRoot;
  const inherited = (await client.query<SignalRow>(SIGNALS, [heirs.map((r) => r.parent_id)])).rows;
  const byParent = groupBy(inherited, (row) => row.root_id);
  for (const heir of heirs)
    byRoot.set(heir.id, (byParent.get(heir.parent_id ?? '') ?? []).map(asInherited));
  return byRoot;
}

const asInherited = (row: SignalRow): SignalRow => ({
  ...row,
  detail: { ...row.detail, because: `所属总公司：${row.detail.because}` },
});

function stateOf(
  root: RootRow,
  signals: readonly SignalRow[],
  feeds: readonly Feed[],
  facts: EntityFacts,
): EntityState {
  const quoted = signals.flatMap((s) =>
    s.detail.quote === null ? [] : [[s.code, s.detail.quote] as const],
  );
  return {
    entityId: root.id,
    name: root.name,
    uscc: root.uscc,
    regionCode: root.region_code,
    address: root.address,
    businessAddress: root.business_address,
    feeds,
    sample: root.sample,
    signals: signals.map(agedSignal),
    quotes: new Map(quoted),
    facts,
    formerScore: root.score,
    formerTier: root.tier,
  };
}

function agedSignal({
  code,
  dimension,
  weight,
  occurred_at,
  times,
  persons,
  detail,
}: SignalRow): AgedSignal {
  const { because, elements, scheme, halfLifeDays } = detail;
  return {
    code,
    dimension,
    weight,
    because,
    elements,
    scheme,
    halfLifeDays,
    occurredAt: occurred_at,
    times,
    persons,
  };
}

function factsOf(
  root: RootRow,
  activity: ActivityRow | undefined,
  relations: EntityRelations,
): EntityFacts {
  return {
    ...relations,
    establishedOn: root.established_on,
    complaints: windowIn(activity, 'complaints'),
    complainants: windowIn(activity, 'complainants'),
    complaintSums: windowIn(activity, 'sums'),
    recentRegions: windowIn(activity, 'regions'),
    advertisements: windowIn(activity, 'advertisements'),
    changes: windowIn(activity, 'changes'),
    complaintAmount: activity?.['amount'] ?? 0,
    complaintPeople: activity?.['people'] ?? 0,
    complaintRegions: activity?.['regions'] ?? 0,
    highestAnnualYield: activity?.['highest_yield'] ?? null,
    firstSeenAt: activity?.first_seen_at ?? null,
  };
}
