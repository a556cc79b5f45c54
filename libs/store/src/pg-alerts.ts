import type { PoolClient } from 'pg';
import {
  AlertStore,
  type AlertWrite,
  type OpenAlert,
  type RestingAlert,
  type StandingTier,
  type WrittenAlert,
} from '@risk/alerting';
import type { Tier } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import { columnsOf } from './bulk.js';
import { known } from './known.js';
import { isInside } from './life/inside.js';
import { mergedInto } from './life/merged-into.js';
import {
  effectiveTier,
  personTierFrom,
  STANDING_OF,
  tierRank,
  type StandingRow,
} from './person-tiers.js';
import { clientOf } from './pg-unit-of-work.js';

/**
 * An alert of a draft that was merged stands for the entity it became part of, so that nobody is told of
 * one firm twice; the entity's own comes last and wins. When the draft is taken out again it has its alert.
 * An alert that was merged into another is still its entity's while that one is open: verdicts reach it there.
 */
const OPEN_OF = `
  select a.id, e.root_id as "entityId", a.tier, a.stage, a.index,
    goal.merged
  from entity e join alert a on a.entity_id = e.id
  cross join lateral (select ${mergedInto('a')} as merged) goal
  where e.root_id = any ($1) and (a.status = 'open' or goal.merged is not null)
  order by a.entity_id = e.root_id, a.status = 'open', a.id for update of a
`;

const RESTING_OF = `
  select e.root_id as "entityId",
    (array_agg(${effectiveTier('a')} order by ${tierRank(effectiveTier('a'))}))[1] as tier,
    max(a.rests_until) as until
  from entity e join alert a on a.entity_id = e.id
  where a.status = 'closed' and a.rests_until > $2 and e.root_id = any ($1)
  group by e.root_id
`;

const INSIDE = `
  select a.id, ${effectiveTier('a')} as tier from alert a
  where ${isInside('a.id', '$1')} and a.id <> $1 order by ${tierRank(effectiveTier('a'))}, a.id
`;

const OPEN = `
  insert into alert (entity_id, entity_name, region_code, status, tier, person_tier, index, raised_at,
    changed_at, revision, sample, feeds)
  select t.entity_id, t.name, t.region_code, 'open', t.tier, t.person_tier, t.index, $9, $9, 1, t.sample,
    string_to_array(t.feeds, ',')
  from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::text[], $8::boolean[])
    as t (entity_id, name, region_code, tier, person_tier, index, feeds, sample)
  returning id, entity_id
`;

/** Whether an index gives a reason that the alert did not have yet; one that merely decayed is none. */
const HAS_NEW_REASON = `exists (
  select from jsonb_array_elements(t.index -> 'reasons') given
  where not coalesce(a.index -> 'reasons', '[]') @> jsonb_build_array(jsonb_build_object('code', given -> 'code'))
)`;

/**
 * The index decays and is written anew every day: that alone is no change to anybody. What is: another tier,
 * stage, name or region, a new kind of data or reason, or a line in the log.
 */
const IS_CHANGE = `(
  t.is_noted or t.reopens
  or (a.entity_name, a.region_code, a.tier, a.person_tier, a.index ->> 'scheme')
    is distinct from (t.name, t.region_code, t.tier, t.person_tier, t.index ->> 'scheme')
  or not a.feeds @> string_to_array(t.feeds, ',')
  or ${HAS_NEW_REASON}
)`;

const CHANGE = `
  update alert a set entity_name = t.name, region_code = t.region_code, tier = t.tier,
    person_tier = t.person_tier, index = t.index, feeds = string_to_array(t.feeds, ','),
    changed_at = case when ${IS_CHANGE} then $10 else a.changed_at end,
    revision = a.revision + 1,
    stage = case when t.reopens then 'raised' else a.stage end,
    rests_until = case when t.reopens then null else a.rests_until end
  from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::text[], $8::boolean[],
    $9::boolean[]) as t (id, name, region_code, tier, person_tier, index, feeds, reopens, is_noted)
  where a.id = t.id
`;

/** Alerts that stand for themselves again, with the log of those that they were merged into. */
const LEAVE = `
  with gone as (
    update alert a set status = 'open', merged_into = null
    from unnest($1::bigint[], $2::bigint[]) as t (id, into_id)
    where a.id = t.id returning a.id, t.into_id
  )
  insert into alert_change (alert_id, kind, from_tier, to_tier, news, at, source, from_stage, to_stage, detail)
  select i.id, 'released', ${effectiveTier('i')}, ${effectiveTier('i')}, '{}', $3, 'model', i.stage, i.stage,
    jsonb_build_object('from', gone.id::text)
  from gone join alert i on i.id = gone.into_id order by gone.id
`;

/** In the order of the writes, so that each finds its line. */
const NOTE = `
  insert into alert_change (alert_id, kind, from_tier, to_tier, news, at, source, decision_id)
  select (c ->> 'alertId')::bigint, c ->> 'kind', c ->> 'from', c ->> 'to',
    array(select jsonb_array_elements_text(c -> 'news')), (c ->> 'at')::timestamptz, c ->> 'source',
    (c ->> 'decision')::bigint
  from jsonb_array_elements($1::jsonb) with ordinality as t (c, place)
  order by place
  returning id
`;

/** An alert that exists, with what is written to it. */
interface NumberedWrite {
  readonly alertId: string;
  readonly write: AlertWrite;
}

/** Keeps alerts with their changes, all in the caller's transaction and in bulk. */
export class PgAlerts extends AlertStore {
  async openOf(tx: Transaction, entityIds: readonly string[]): Promise<OpenAlert[]> {
    if (entityIds.length === 0) return [];
    const { rows } = await clientOf(tx).query<OpenAlert>(OPEN_OF, [entityIds]);
    return rows;
  }

  async standingOf(tx: Transaction, entityIds: readonly string[]): Promise<StandingTier[]> {
    if (entityIds.length === 0) return [];
    const { rows } = await clientOf(tx).query<StandingRow>(STANDING_OF, [entityIds]);
    return rows.flatMap(({ person, ...row }) => {
      const stands = personTierFrom(person);
      return stands ? [{ ...row, person: stands }] : [];
    });
  }

  async restingOf(
    tx: Transaction,
    entityIds: readonly string[],
    at: Date,
  ): Promise<RestingAlert[]> {
    if (entityIds.length === 0) return [];
    return (await clientOf(tx).query<RestingAlert>(RESTING_OF, [entityIds, at])).rows;
  }

  async insideOf(tx: Transaction, alertId: string): Promise<{ id: string; tier: Tier }[]> {
    return (await clientOf(tx).query<{ id: string; tier: Tier }>(INSIDE, [alertId])).rows;
  }

  async save(tx: Transaction, writes: readonly AlertWrite[], at: Date): Promise<WrittenAlert[]> {
    const client = clientOf(tx);
    const idOf = await open(
      client,
      writes.filter((w) => w.alertId === null),
      at,
    );
    const numbered = writes.map((write) => ({
      alertId: write.alertId ?? known(idOf, write.verdict.entityId),
      write,
    }));
    await change(
      client,
      numbered.filter(({ write }) => write.alertId !== null),
      at,
    );
    await leave(
      client,
      numbered.filter(({ write }) => write.leaves !== null),
      at,
    );
    return note(client, numbered);
  }
}

const figuresOf = ({ verdict, tier, personTier }: AlertWrite): unknown[] => [
  verdict.name,
  verdict.regionCode,
  tier,
  personTier,
  JSON.stringify(verdict.index),
  // Arrays of arrays do not travel: one text for each.
  verdict.feeds.join(','),
];

async function open(
  client: PoolClient,
  writes: readonly AlertWrite[],
  at: Date,
): Promise<ReadonlyMap<string, string>> {
  if (writes.length === 0) return new Map();
  const rows = writes.map((w) => [w.verdict.entityId, ...figuresOf(w), w.verdict.sample]);
  const { rows: fresh } = await client.query<{ id: string; entity_id: string }>(OPEN, [
    ...columnsOf(rows, 8),
    at,
  ]);
  return new Map(fresh.map((row) => [row.entity_id, row.id]));
}

async function change(
  client: PoolClient,
  writes: readonly NumberedWrite[],
  at: Date,
): Promise<void> {
  if (writes.length === 0) return;
  const rows = writes.map(({ alertId, write }) => [
    ...[alertId, ...figuresOf(write)],
    ...[write.reopens, write.change !== null],
  ]);
  await client.query(CHANGE, [...columnsOf(rows, 9), at]);
}

async function leave(
  client: PoolClient,
  writes: readonly NumberedWrite[],
  at: Date,
): Promise<void> {
  if (writes.length === 0) return;
  const rows = writes.map(({ alertId, write }) => [alertId, write.leaves]);
  await client.query(LEAVE, [...columnsOf(rows, 2), at]);
}

/** Notes what changed; answers each alert with the line of its log. */
async function note(client: PoolClient, writes: readonly NumberedWrite[]): Promise<WrittenAlert[]> {
  const changes = writes.flatMap(({ alertId, write: { change: made } }) =>
    made ? [{ alertId, ...made }] : [],
  );
  const ids =
    changes.length === 0
      ? []
      : (await client.query<{ id: string }>(NOTE, [JSON.stringify(changes)])).rows;
  const lines = ids.values();
  return writes.map(({ alertId, write }) => ({
    alertId,
    changeId: write.change ? (lines.next().value?.id ?? null) : null,
  }));
}
