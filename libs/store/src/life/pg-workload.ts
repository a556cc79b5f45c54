import { WHOLE_CITY, type DutyKind, type Sight, type Tier } from '@risk/domain';
import { seesDuty, sightFrom, valuesOfSight } from '../access/sight-sql.js';
import type { Database } from '../database.js';
import { effectiveTier, tierRank } from '../person-tiers.js';
import { DUTY, MOST_URGENT_FIRST, STANDING, type DutyLine } from './duty-line.js';

/** What waits for somebody now. */
export interface WorkFigures {
  /** Duties to acknowledge that stand. */
  readonly unacknowledged: number;
  readonly overdue: number;
  /** Notices of which nobody knows whether they arrived. */
  readonly unknown: number;
  /** Rules whose alerts are held until a person decides, and how many alerts that are. */
  readonly floods: number;
  readonly flooded: number;
}

/** What lies before one unit; only units that have anything have a line. */
export interface UnitWork {
  readonly unit: string;
  readonly standing: number;
  readonly overdue: number;
  readonly paused: number;
  readonly unread: number;
}

/** Which standing duties somebody wants to see; null does not restrict. */
export interface DutyQuestion {
  readonly unit: string | null;
  readonly kind: DutyKind | null;
  /** Only those whose time was over at this moment. */
  readonly overdueAt: Date | null;
  readonly limit: number;
  /** Whose eyes; the whole city's unless told. */
  readonly sight?: Sight;
}

/** An alert of which nobody is told now, and why. */
export interface HushedAlert {
  readonly id: string;
  readonly entityName: string;
  readonly tier: Tier;
  readonly cause: string;
  readonly because: string;
  readonly since: Date;
  readonly sample: boolean;
}

/** Time does not run against what is paused. */
const overdue = (now: string): string =>
  `${STANDING} and d.paused_at is null and d.due_at <= ${now}::timestamptz`;

const FIGURES = `
  select
    (select count(*)::int from duty d where ${STANDING} and d.kind = 'acknowledge') as unacknowledged,
    (select count(*)::int from duty d where ${overdue('$1')}) as overdue,
    (select count(*)::int from notice where state = 'unknown') as unknown,
    (select count(*)::int from flood where ended_at is null) as floods,
    (select count(*)::int from alert_hush where ended_at is null and cause = 'flood') as flooded
`;

const OF_UNITS = `
  with owed as (
    select d.unit, count(*)::int as standing, count(*) filter (where ${overdue('$1')})::int as overdue,
      count(d.paused_at)::int as paused
    from duty d where ${STANDING} and ($2::text[] is null or d.unit = any ($2)) group by d.unit
  ), unread as (
    select unit, count(*)::int as unread from notice
    where channel = 'inbox' and state = 'sent' and read_at is null
      and ($2::text[] is null or unit = any ($2)) group by unit
  )
  select unit, coalesce(standing, 0) as standing, coalesce(overdue, 0) as overdue,
    coalesce(paused, 0) as paused, coalesce(unread, 0) as unread
  from owed full join unread using (unit) order by unit
`;

const DUTIES = `
  ${DUTY}
  where ${STANDING} and ($1::text is null or d.unit = $1) and ($2::text is null or d.kind = $2)
    and ($3::timestamptz is null or d.paused_at is null and d.due_at <= $3)
    and ${seesDuty(sightFrom(5))}
  ${MOST_URGENT_FIRST} limit $4
`;

const HUSHED = `
  select a.id, a.entity_name as "entityName", ${effectiveTier('a')} as tier, h.cause, h.because, h.since, a.sample
  from alert_hush h join alert a on a.id = h.alert_id
  where h.ended_at is null order by ${tierRank(effectiveTier('a'))}, h.id limit $1
`;

/** Bounded questions about what waits for somebody; nothing here changes anything. */
export class PgWorkload {
  constructor(private readonly database: Database) {}

  async figures(now: Date): Promise<WorkFigures> {
    const [figures] = await this.database.rows<WorkFigures>(FIGURES, [now]);
    if (!figures) throw new Error('the workload query gave no row');
    return figures;
  }

  ofUnits(now: Date, { units } = WHOLE_CITY): Promise<UnitWork[]> {
    return this.database.rows<UnitWork>(OF_UNITS, [now, units === 'all' ? null : units]);
  }

  /** Overdue ones first, paused ones last. */
  duties({ unit, kind, overdueAt, limit, sight = WHOLE_CITY }: DutyQuestion): Promise<DutyLine[]> {
    return this.database.rows<DutyLine>(DUTIES, [
      ...[unit, kind, overdueAt, limit],
      ...valuesOfSight(sight),
    ]);
  }

  /** The gravest first. */
  hushed(limit: number): Promise<HushedAlert[]> {
    return this.database.rows<HushedAlert>(HUSHED, [limit]);
  }
}
