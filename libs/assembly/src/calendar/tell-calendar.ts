import { ALERT_TIERS, type AlertTier } from '@risk/domain';
import { chinaDay, eachDay, Invalid, type Clock } from '@risk/kit';
import {
  allowanceText,
  calendarOf,
  unitNameOn,
  unitOf,
  type Arrangement,
  type CalendarDay,
  type Deadline,
  type OfficeHours,
  type RouteNode,
  type RoutingTree,
} from '@risk/routing';
import { countOf, type Count } from './count-of.js';

/** How long units have for an alert of a tier; a branch of the routing tree may set its own. */
export interface TierDeadline {
  /** Null for the city's own. */
  readonly branch: string | null;
  readonly tier: AlertTier;
  readonly acknowledge: string;
  readonly answer: string;
  readonly basis: string;
}

/** A member unit; its hours are null where it keeps the city's. */
export interface CalendarUnit {
  readonly code: string;
  readonly name: string;
  readonly hours: readonly OfficeHours[] | null;
}

/** A year of the working calendar with all that deadlines are counted by. */
export interface CalendarYear {
  readonly year: number;
  readonly today: string;
  readonly arrangement: Arrangement;
  readonly days: readonly CalendarDay[];
  readonly hours: readonly OfficeHours[];
  readonly hoursBasis: string;
  readonly deadlines: readonly TierDeadline[];
  readonly units: readonly CalendarUnit[];
}

/** What is to be counted: the limits of a tier, or so many working hours or days. */
export interface CountWish {
  readonly from: Date;
  readonly unit: string;
  readonly limit:
    | { readonly tier: AlertTier }
    | { readonly workingHours: number }
    | { readonly workingDays: number };
}

/** When something falls due for a unit, and why then. */
export interface ToldCount {
  readonly from: Date;
  readonly unit: CalendarUnit;
  readonly hours: readonly OfficeHours[];
  readonly counts: readonly Count[];
}

/** Tells of the working calendar what an official wants to know of a deadline. */
export class TellCalendar {
  constructor(
    private readonly tree: RoutingTree,
    private readonly clock: Clock,
  ) {}

  year(asked: number | undefined): CalendarYear {
    const today = chinaDay(this.clock.now());
    const year = asked ?? Number(today.slice(0, 4));
    const { calendar, hoursBasis, deadlines, root, units } = this.tree;
    return {
      ...{ year, today, hoursBasis, hours: calendar.hours },
      arrangement: calendar.arrangementOf(`${year}-01-01`),
      days: eachDay(`${year}-01-01`, `${year}-12-31`).map((day) => calendar.dayOf(day)),
      deadlines: [...deadlinesIn(null, deadlines), ...root.routes.flatMap(ownDeadlines)],
      units: units.units.map(({ code }) => this.unit(code, today)),
    };
  }

  count({ from, unit, limit }: CountWish): ToldCount {
    const calendar = calendarOf(this.tree, unit);
    const shown = this.unit(unit, chinaDay(from));
    if ('tier' in limit) {
      const { acknowledge, answer, basis } = this.tree.deadlines[limit.tier];
      const counts = [
        countOf('acknowledge', { from, allowance: acknowledge, basis }, calendar),
        countOf('answer', { from, allowance: answer, basis }, calendar),
      ];
      return { from, unit: shown, hours: calendar.hours, counts };
    }
    const counts = [countOf('asked', { from, allowance: limit, basis: null }, calendar)];
    return { from, unit: shown, hours: calendar.hours, counts };
  }

  private unit(code: string, on: string): CalendarUnit {
    const unit = unitOf(this.tree.units, code);
    if (!unit) throw new Invalid(`unit：没有登记单位“${code}”`);
    return { code, name: unitNameOn(unit, on), hours: unit.hours ?? null };
  }
}

type Deadlines = Readonly<Partial<Record<AlertTier, Deadline | undefined>>>;

const deadlinesIn = (branch: string | null, deadlines: Deadlines): readonly TierDeadline[] =>
  ALERT_TIERS.flatMap((tier) => {
    const set = deadlines[tier];
    if (!set) return [];
    const { acknowledge, answer, basis } = set;
    return [
      {
        ...{ branch, tier, basis },
        ...{ acknowledge: allowanceText(acknowledge), answer: allowanceText(answer) },
      },
    ];
  });

const ownDeadlines = ({ name, deadlines, routes }: RouteNode): readonly TierDeadline[] => [
  ...deadlinesIn(name, deadlines),
  ...routes.flatMap(ownDeadlines),
];
