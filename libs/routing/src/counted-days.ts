import { chinaDay, eachDay } from '@risk/kit';
import { workingTimeOf, type Allowance } from './allowance.js';
import type { CalendarDay } from './calendar-day.js';
import { dueAt } from './due-at.js';
import type { ToldCalendar } from './work-calendar.js';
import { spansOfWork, type OpenSpan } from './working-time.js';

/** What a day has to do with a deadline. */
export interface CountedDay extends CalendarDay {
  /** Nothing is counted on the day on which working days begin, nor while the office is shut. */
  readonly part: 'begins' | 'counted' | 'skipped';
  /** The how-manieth of the working days it is; null where hours are counted. */
  readonly number: number | null;
  /** When time was counted on it; empty where days are counted. */
  readonly spans: readonly OpenSpan[];
}

/** Every day from the beginning of an allowance to its end, with what was counted on it. */
export function countedDays(
  from: Date,
  allowance: Allowance,
  calendar: ToldCalendar,
): readonly CountedDay[] {
  const last = chinaDay(dueAt(from, allowance, calendar));
  const between = eachDay(chinaDay(from), last).map((day) => calendar.dayOf(day));
  return 'workingDays' in allowance
    ? inDays(between)
    : inHours(between, spansOfWork(from, workingTimeOf(allowance), calendar));
}

function inDays(between: readonly CalendarDay[]): readonly CountedDay[] {
  let number = 0;
  return between.map((day, at): CountedDay => {
    if (at === 0) return { ...day, part: 'begins', number: null, spans: [] };
    if (!day.works) return { ...day, part: 'skipped', number: null, spans: [] };
    number += 1;
    return { ...day, part: 'counted', number, spans: [] };
  });
}

const inHours = (
  between: readonly CalendarDay[],
  spans: readonly OpenSpan[],
): readonly CountedDay[] =>
  between.map((day) => {
    const own = spans.filter(
      ({ opens, closes }) => chinaDay(new Date(opens)) === day.day && opens < closes,
    );
    return { ...day, part: own.length > 0 ? 'counted' : 'skipped', number: null, spans: own };
  });
