import type { Scheme, Sight, Tier } from '@risk/domain';
import { chinaDay, chinaMidnight, days } from '@risk/kit';
import { seesAlert, seesDuty, sightFrom, valuesOfSight } from './access/sight-sql.js';
import type { Database } from './database.js';
import { effectiveTier } from './person-tiers.js';

/** Open alerts of one place, scheme and tier. */
export interface OpenCell {
  /** Null when the place is unknown. */
  readonly regionCode: string | null;
  readonly scheme: Scheme | null;
  readonly tier: Tier;
  readonly alerts: number;
  /** Of them, those that no lead unit acknowledged yet. */
  readonly fresh: number;
}

/** What happened on a day of China. */
export interface SituationDay {
  /** yyyy-mm-dd */
  readonly day: string;
  readonly raised: Readonly<Partial<Record<Tier, number>>>;
  readonly closed: number;
}

/** What is owed, and how quickly units acknowledged what they were told of within the days asked for. */
export interface SituationDuties {
  readonly owed: number;
  readonly overdue: number;
  readonly acknowledged: number;
  /** Of them within their deadline. */
  readonly inTime: number;
  /** Hours from being told to acknowledging, the median; null when nobody did. */
  readonly medianHours: number | null;
}

/** How the city stands, as far as somebody sees it. */
export interface Situation {
  readonly open: readonly OpenCell[];
  /** Oldest first, each day once; the last is today. */
  readonly days: readonly SituationDay[];
  readonly duties: SituationDuties;
}

const OPEN = `
  select a.region_code as "regionCode", a.scheme, ${effectiveTier('a')} as tier, count(*)::int as alerts,
    count(*) filter (where a.stage = 'raised')::int as fresh
  from alert a where a.status = 'open' and ${seesAlert('a', sightFrom(1))}
  group by 1, 2, 3 order by 1, 2, 3
`;

/** Days begin at midnight in China; $3 is the first of them, $4 the last. */
const MIDNIGHT = `$3::date::timestamp at time zone 'Asia/Shanghai'`;
const dayOf = (moment: string): string => `(${moment} at time zone 'Asia/Shanghai')::date`;

const DAYS = `
  with raised as (
    select day, jsonb_object_agg(tier, alerts) as raised from (
      select ${dayOf('a.raised_at')} as day, ${effectiveTier('a')} as tier, count(*)::int as alerts
      from alert a
      where a.raised_at >= ${MIDNIGHT} and a.status <> 'merged' and ${seesAlert('a', sightFrom(1))}
      group by 1, 2
    ) one group by day
  ), closed as (
    select ${dayOf('c.at')} as day, count(distinct c.alert_id)::int as closed
    from alert_change c join alert a on a.id = c.alert_id
    where c.at >= ${MIDNIGHT} and c.to_stage = 'closed' and c.from_stage <> 'closed' and ${seesAlert('a', sightFrom(1))}
    group by 1
  )
  select day.day::date::text as day, coalesce(raised.raised, '{}') as raised, coalesce(closed.closed, 0) as closed
  from generate_series($3::date::timestamp, $4::date::timestamp, interval '1 day') day
  left join raised on raised.day = day.day::date left join closed on closed.day = day.day::date
  order by 1
`;

const DUTIES = `
  select
    count(*) filter (where d.done_at is null)::int as owed,
    count(*) filter (where d.done_at is null and d.due_at < $4)::int as overdue,
    count(*) filter (where d.kind = 'acknowledge' and d.done_at >= $3)::int as acknowledged,
    count(*) filter (where d.kind = 'acknowledge' and d.done_at >= $3 and d.done_at <= d.due_at)::int as "inTime",
    (percentile_cont(0.5) within group (order by extract(epoch from d.done_at - d.opened_at) / 3600)
      filter (where d.kind = 'acknowledge' and d.done_at >= $3))::float8 as "medianHours"
  from duty d
  where d.void_at is null and d.paused_at is null and (d.done_at is null or d.done_at >= $3)
    and ${seesDuty(sightFrom(1))}
`;

/** Figures of the whole city at a glance; each question one statement over what is open or of the last days. */
export class PgSituation {
  constructor(private readonly database: Database) {}

  /** As it stands now, with the days of China that end today; alerts of samples count as they do in lists. */
  async read(sight: Sight, span: number, now: Date): Promise<Situation> {
    const seen = valuesOfSight(sight);
    const first = chinaDay(new Date(now.getTime() - days(span - 1)));
    const [open, eachDay, [duties]] = await Promise.all([
      this.database.rows<OpenCell>(OPEN, seen),
      this.database.rows<SituationDay>(DAYS, [...seen, first, chinaDay(now)]),
      this.database.rows<SituationDuties>(DUTIES, [...seen, chinaMidnight(first), now]),
    ]);
    if (!duties) throw new Error('the question about duties gave no row');
    return { open, days: eachDay, duties };
  }
}
