import {
  carryingCodes,
  TellingContext,
  type Kin,
  type Occasion,
  type Silence,
  type Surroundings,
} from '@risk/alerting';
import { FORMER_PERSON_DAYS, MOST_RELATED, type TieKind } from '@risk/domain';
import { groupBy, type Transaction } from '@risk/kit';
import type { PoolClient } from 'pg';
import { effectiveTier } from '../person-tiers.js';
import { clientOf } from '../pg-unit-of-work.js';

const SILENCES = `
  select id, entity_id as "entityId", scheme, region, code, tiers, owner, because, ends_at as "endsAt"
  from silence where ended_at is null and starts_at <= $1 and ends_at > $1 order by id
`;

/** The tie counts at the moment $2: what \`tieCounts\` of the domain says, in SQL. */
const counts = `tie.known_at <= $2 and (tie.ended_at is null or tie.ended_at > $2::timestamptz
  - case when tie.kind in ('representative', 'shareholder') then interval '${FORMER_PERSON_DAYS} days'
    else interval '0' end)`;

/** Open alerts of the same scheme about whoever shares a key that few bear; a branch names its parent. */
const KIN = `
  with mine as (
    select a.id as alert_id, a.sample, a.scheme, e.root_id
    from unnest($1::bigint[]) as one (id)
    cross join lateral (select * from alert where id = one.id offset 0) a
    cross join lateral (select root_id from entity where id = a.entity_id offset 0) e
  ),
  key as (
    select distinct mine.*, k.kind, k.value
    from mine cross join lateral (select id from entity where root_id = mine.root_id offset 0) m
    cross join lateral (
      select tie.kind, tie.value
      from (select * from entity_tie where entity_id = m.id offset 0) tie where ${counts}
      union all
      select case x.kind when 'name' then 'parent' else x.kind end, x.value
      from (select * from entity_key where entity_id = m.id offset 0) x
      where x.kind in ('phone', 'name') and x.known_at <= $2
    ) k
    where k.kind = any ($3)
  ),
  bearer as (
    select key.alert_id, key.scheme, key.sample, key.root_id, b.entity_id,
      count(*) over (partition by key.alert_id, key.kind, key.value) as bearers
    from key cross join lateral (
      (select tie.entity_id from entity_tie tie
        where tie.kind = key.kind and tie.value = key.value and ${counts} limit ${MOST_RELATED + 1})
      union
      (select x.entity_id from entity_key x
        where x.kind = case key.kind when 'parent' then 'name' else key.kind end and x.value = key.value
          and x.known_at <= $2 and key.kind in ('phone', 'parent') limit ${MOST_RELATED + 1})
    ) b
  )
  select distinct b.alert_id as mine, other.id as "alertId", other.entity_name as "entityName",
    ${effectiveTier('other')} as tier
  from bearer b
  cross join lateral (select root_id from entity where id = b.entity_id offset 0) member
  cross join lateral (select id from entity where root_id = member.root_id offset 0) part
  cross join lateral (select * from alert where entity_id = part.id offset 0) other
  where b.bearers <= ${MOST_RELATED} and member.root_id <> b.root_id
    and other.status = 'open' and other.stage <> 'refuted' and other.sample = b.sample
    and other.scheme = b.scheme
  order by mine, "alertId"
`;

/** A code that the house does not know yet came into force just now. */
const NEW_CODES = `
  select code from unnest($1::text[]) code
  where exists (select from code_debut)
    and not exists (select from code_debut d where d.code = code.code and d.first_at <= $2)
`;

const RAISED_WITH = `
  select r ->> 'code' as code, count(distinct c.alert_id)::int as alerts
  from alert_change c join alert a on a.id = c.alert_id
  cross join lateral jsonb_array_elements(a.index -> 'reasons') r
  where c.kind in ('raised', 'upgraded') and c.source = 'model' and c.at > $2 and r ->> 'code' = any ($1)
  group by 1
`;

const ASSIGNED = `
  select distinct on (alert_id) alert_id as "alertId", detail ->> 'toUnit' as unit
  from alert_change where alert_id = any ($1) and kind = 'assigned' order by alert_id, id desc
`;

const HEARD = `
  with said as (
    select e.root_id, r.payload ->> 'medium' as medium, r.region_code
    from entity e join entity_link l on l.entity_id = e.id join record r on r.id = l.record_id
    where e.root_id = any ($1) and r.current and r.operation = 'upsert' and r.feed <> 'registration'
  ), counted as (
    select root_id, region_code, count(*) as n from said where region_code is not null group by 1, 2
  )
  select root_id as "entityId",
    coalesce((select array_agg(distinct medium) from said s
      where s.root_id = t.root_id and medium is not null), '{}') as media,
    coalesce((select array_agg(region_code order by n desc, region_code) from counted c
      where c.root_id = t.root_id), '{}') as "heardFrom"
  from (select distinct root_id from said) t
`;

/** Looks around in PostgreSQL before units are told; asked only when something happened to an alert. */
export class PgTellingContext extends TellingContext {
  constructor(private readonly ties: readonly (TieKind | 'phone')[]) {
    super();
  }

  async around(
    tx: Transaction,
    occasions: readonly Occasion[],
    since: { readonly newAfter: Date; readonly hourAgo: Date },
    at: Date,
  ): Promise<Surroundings> {
    const client = clientOf(tx);
    return {
      silences: (await client.query<Silence>(SILENCES, [at])).rows,
      kin: await this.kinOf(client, occasions, at),
      newCodes: await newCodesOf(client, occasions, since),
      assigned: await assignedOf(client, occasions),
      heard: await heardOf(client, occasions),
    };
  }

  private async kinOf(
    client: PoolClient,
    occasions: readonly Occasion[],
    at: Date,
  ): Promise<Map<string, Kin[]>> {
    const ids = occasions.map(({ alertId }) => alertId);
    const { rows } = await client.query<Kin & { mine: string }>(KIN, [ids, at, this.ties]);
    return groupBy(rows, ({ mine }) => mine);
  }
}

async function newCodesOf(
  client: PoolClient,
  occasions: readonly Occasion[],
  { newAfter, hourAgo }: { readonly newAfter: Date; readonly hourAgo: Date },
): Promise<Map<string, number>> {
  const codes = occasions.flatMap(({ verdict }) => carryingCodes(verdict.index));
  const fresh = await client.query<{ code: string }>(NEW_CODES, [[...new Set(codes)], newAfter]);
  if (fresh.rows.length === 0) return new Map();
  const names = fresh.rows.map(({ code }) => code);
  const { rows } = await client.query<{ code: string; alerts: number }>(RAISED_WITH, [
    names,
    hourAgo,
  ]);
  return new Map(rows.map(({ code, alerts }) => [code, alerts]));
}

async function assignedOf(
  client: PoolClient,
  occasions: readonly Occasion[],
): Promise<Surroundings['assigned']> {
  const ids = occasions.map(({ alertId }) => alertId);
  const { rows } = await client.query<{ alertId: string; unit: string }>(ASSIGNED, [ids]);
  return new Map(rows.map(({ alertId, unit }) => [alertId, unit]));
}

async function heardOf(
  client: PoolClient,
  occasions: readonly Occasion[],
): Promise<Surroundings['heard']> {
  const ids = occasions.map(({ verdict }) => verdict.entityId);
  const { rows } = await client.query<{ entityId: string; media: string[]; heardFrom: string[] }>(
    HEARD,
    [ids],
  );
  return new Map(rows.map(({ entityId, ...heard }) => [entityId, heard]));
}
