import type { AlertDepth, AlertLine, OpenCount, TierMove } from '@risk/bulletins';
import type { Tier } from '@risk/domain';
import type { Database } from '../database.js';
import { tierRank } from '../person-tiers.js';
import { indexOf, standing } from './alert-state.js';
import type { Asked } from './asked.js';
import { alertInScope, partsOf, wholeOf } from './scope-sql.js';

/** An alert is raised in the transaction that wrote an index; only one put in by hand has none. */
const withIndex = (asked: Asked, alerts: string): string => `
  select alert.*, coalesce(own.score, (alert.index ->> 'score')::float8) as score,
    coalesce(own.index, alert.index) as stood
  from (${alerts}) alert
  left join lateral (${indexOf(asked, 'alert.whole_id')}) own on true`;

/** Who led at the end: whoever it was assigned to last, else whoever was told first as the lead. */
const lead = (asked: Asked): string => `coalesce((
    select c.detail ->> 'toUnit' from alert_change c
    where c.alert_id = line.id and c.kind = 'assigned' and c.at < ${asked.until} order by c.id desc limit 1
  ), (
    select n.unit from notice n
    where n.alert_id = line.id and n.kind = 'alert' and n.addressee ->> 'role' = 'lead'
      and n.created_at < ${asked.until} order by n.id limit 1
  ))`;

/** The company that a branch inherits reasons from; only its present one is kept. */
const parent = (asked: Asked): string => `(
  select ${wholeOf(asked, 'branch.parent_id')} from entity branch
  where branch.id = line.whole_id and branch.parent_id is not null
    and (branch.parent_since is null or branch.parent_since < ${asked.until}))`;

/**
 * Codes that complaints about an entity, or about the company that it inherits from, brought before the
 * end. Signals go when a complaint is changed or withdrawn, what was assessed stays: so it counts also
 * where the signal is gone, and words that a complaint once said are never taken for public ones.
 */
const complained = (asked: Asked): string => `
  select say.code
  from ((${partsOf(asked, 'line.whole_id')}) union (${partsOf(asked, parent(asked))})) part
  join entity_link l on l.entity_id = part.id and l.role <> 'publisher'
  join record r on r.id = l.record_id and r.feed = 'complaint' and r.received_at < ${asked.until}
  left join assessment v on v.record_id = r.id
  cross join lateral (
    select s ->> 'code' as code from json_array_elements(v.verdict -> 'signals') s
    where s ->> 'suppressed' is null and (s ->> 'weight')::float8 > 0
    union all
    select s.code from signal s where s.record_id = r.id
  ) say
  where v.assessed_at is null or v.assessed_at < ${asked.until}`;

/** Whether a line is one of the first so many. */
const among = (asked: Asked, first: number): string => `line.urgency <= ${asked.put(first, 'int')}`;

const reasons = (asked: Asked, quoted: number): string => `(
  select coalesce(jsonb_agg(jsonb_build_object('code', r.reason ->> 'code', 'because', r.reason ->> 'because',
    'isPublic', ${among(asked, quoted)} and r.reason ->> 'code' <> all (secret.codes)) order by r.place), '[]')
  from jsonb_array_elements(line.stood -> 'reasons') with ordinality r (reason, place),
    (select case when ${among(asked, quoted)} then array(${complained(asked)}) end as codes) secret
  where r.place <= 5)`;

const raisedLines = (asked: Asked, limit: number, { told, quoted }: AlertDepth): string => `
  select line.id as "alertId", line.whole_id as "entityId", line.entity_name as "entityName",
    case when ${among(asked, told)} then (select uscc from entity where id = line.whole_id) end as uscc,
    line.region_code as "regionCode", line.stood ->> 'scheme' as scheme, line.tier,
    line.by_person as "byPerson", line.score, line.stage,
    case when ${among(asked, told)} then ${lead(asked)} end as lead, line.raised_at as "raisedAt",
    case when ${among(asked, told)} then ${reasons(asked, quoted)} else '[]' end as reasons
  from (select top.*, row_number() over (order by ${tierRank('top.tier')}, top.score desc, top.id) as urgency from (
    ${withIndex(asked, standing(asked, `a.raised_at >= ${asked.since}`))}
    order by ${tierRank('alert.tier')}, score desc, alert.id limit ${asked.put(limit, 'int')}
  ) top) line
  order by line.urgency`;

/** Alerts raised in the span, the most urgent first. */
export function raised(
  database: Database,
  asked: Asked,
  limit: number,
  depth: AlertDepth,
): Promise<AlertLine[]> {
  return database.rows<AlertLine>(raisedLines(asked, limit, depth), asked.values);
}

const openCounts = (asked: Asked): string => `
  select region_code as "regionCode", stood ->> 'scheme' as scheme, tier, count(*)::int as alerts
  from (${withIndex(asked, `select * from (${standing(asked, 'true')}) one where is_open`)}) line
  group by 1, 2, 3 order by 1, 2, ${tierRank('tier')}`;

/** Open alerts at the end of the span, counted. */
export function open(database: Database, asked: Asked): Promise<OpenCount[]> {
  return database.rows<OpenCount>(openCounts(asked), asked.values);
}

/** Moves of tiers in the span; an alert raised in it shows where it came to, not how. */
export const movesOf = (asked: Asked): string => `
  from alert_change c join alert a on a.id = c.alert_id
  where c.kind in ('upgraded', 'lowered') and ${asked.within('c.at')} and a.raised_at < ${asked.since}
    and a.sample = ${asked.samples} and ${alertInScope(asked)}`;

const moveLines = (asked: Asked, limit: number): string => `
  select a.id as "alertId", a.entity_id as "entityId", a.entity_name as "entityName", a.region_code as "regionCode",
    c.from_tier as "from", c.to_tier as "to", c.source = 'person' as "byPerson", c.at
  ${movesOf(asked)}
  order by c.at, c.id limit ${asked.put(limit, 'int')}`;

/** Upgrades and downgrades in the span, the oldest first. */
export function moves(database: Database, asked: Asked, limit: number): Promise<TierMove[]> {
  return database.rows<TierMove>(moveLines(asked, limit), asked.values);
}

/** How many alerts were raised by tier; what nobody raised has no key. */
export type RaisedByTier = Readonly<Partial<Record<Tier, number>>>;

/** The alerts of one day. */
export interface TrendDay {
  readonly day: string;
  readonly raised: RaisedByTier;
}

const trendLines = (asked: Asked, days: number): string => {
  const lastDay = `(${asked.last} at time zone 'Asia/Shanghai')::date`;
  const firstDay = `${lastDay} - (${asked.put(days, 'int')} - 1)`;
  const begin = `a.raised_at >= (${firstDay})::timestamp at time zone 'Asia/Shanghai'`;
  return `
    with raised as (
      select (raised_at at time zone 'Asia/Shanghai')::date as day, tier, count(*)::int as alerts
      from (${standing(asked, begin)}) alert group by 1, 2
    )
    select day.day::date::text as day,
      coalesce(jsonb_object_agg(raised.tier, raised.alerts) filter (where raised.tier is not null), '{}') as raised
    from generate_series((${firstDay})::timestamp, ${lastDay}::timestamp, interval '1 day') day
    left join raised on raised.day = day.day::date
    group by day.day order by day.day`;
};

/** Alerts raised on each of the days of China that end with the span, by the tier at its end. */
export function trend(database: Database, asked: Asked, days: number): Promise<TrendDay[]> {
  return database.rows<TrendDay>(trendLines(asked, days), asked.values);
}
