import { chinaDay, chinaMidnight, days, minutes, type Milliseconds } from '@risk/kit';
import type { WorkCalendar } from './work-calendar.js';

/** A span of time in which the office is open, as moments in milliseconds. */
export interface OpenSpan {
  readonly opens: Milliseconds;
  readonly closes: Milliseconds;
}

/** What is asked of a calendar by whoever counts days. */
export type Workdays = Pick<WorkCalendar, 'isWorkday'>;

/** No arrangement closes the offices for so long; a calendar that does is wrong. */
const LONGEST_CLOSURE_DAYS = 60;

const dayAfter = (day: string): string =>
  chinaDay(new Date(chinaMidnight(day).getTime() + days(1.5)));
const dayBefore = (day: string): string =>
  chinaDay(new Date(chinaMidnight(day).getTime() - days(0.5)));

/** The next working day after a day. */
export function nextWorkday(after: string, calendar: Workdays): string {
  return nearestWorkday(after, dayAfter, calendar);
}

/** The last working day before a day. */
export function previousWorkday(before: string, calendar: Workdays): string {
  return nearestWorkday(before, dayBefore, calendar);
}

function nearestWorkday(from: string, step: (day: string) => string, calendar: Workdays): string {
  let day = from;
  for (let tried = 0; tried < LONGEST_CLOSURE_DAYS; tried++) {
    day = step(day);
    if (calendar.isWorkday(day)) return day;
  }
  throw new RangeError(`${from} 前后 ${LONGEST_CLOSURE_DAYS} 天内没有工作日，请检查工作日历`);
}

function spansOn(day: string, calendar: WorkCalendar): OpenSpan[] {
  if (!calendar.isWorkday(day)) return [];
  const midnight = chinaMidnight(day).getTime();
  return calendar.hours.map(({ opens, closes }) => ({
    opens: midnight + minutes(opens),
    closes: midnight + minutes(closes),
  }));
}

/** The open spans from a moment on, without end; the first is cut at the moment. */
function* spansFrom(from: Date, calendar: WorkCalendar): Generator<OpenSpan, never> {
  let day = chinaDay(from);
  for (;;) {
    for (const { opens, closes } of spansOn(day, calendar)) {
      const begins = Math.max(opens, from.getTime());
      if (begins < closes) yield { opens: begins, closes };
    }
    day = nextWorkday(day, calendar);
  }
}

/** The open spans before a moment, latest first, without end; the first is cut at the moment. */
function* spansBefore(due: Date, calendar: WorkCalendar): Generator<OpenSpan, never> {
  let day = chinaDay(due);
  for (;;) {
    for (const { opens, closes } of spansOn(day, calendar).reverse()) {
      const ends = Math.min(closes, due.getTime());
      if (opens < ends) yield { opens, closes: ends };
    }
    day = previousWorkday(day, calendar);
  }
}

/** The open spans in which so much working time passes since `from`; the last ends when it has passed. */
export function spansOfWork(
  from: Date,
  time: Milliseconds,
  calendar: WorkCalendar,
): readonly [OpenSpan, ...OpenSpan[]] {
  const spans = spansFrom(from, calendar);
  const first = cutTo(spans.next().value, Math.max(0, time));
  const spent: [OpenSpan, ...OpenSpan[]] = [first];
  let left = Math.max(0, time) - lengthOf(first);
  while (left > 0) {
    const span = cutTo(spans.next().value, left);
    spent.push(span);
    left -= lengthOf(span);
  }
  return spent;
}

const lengthOf = ({ opens, closes }: OpenSpan): Milliseconds => closes - opens;
const cutTo = ({ opens, closes }: OpenSpan, left: Milliseconds): OpenSpan => ({
  opens,
  closes: Math.min(closes, opens + left),
});

/**
 * The moment at which so much working time has passed since `from`.
 * It lies in office hours or at their close; with no time at all it is the next moment the office is open.
 */
export function addWorkingTime(from: Date, time: Milliseconds, calendar: WorkCalendar): Date {
  const spans = spansOfWork(from, time, calendar);
  return new Date((spans.at(-1) ?? spans[0]).closes);
}

/** The latest moment from which so much working time still passes until `due`. */
export function subtractWorkingTime(due: Date, time: Milliseconds, calendar: WorkCalendar): Date {
  let left = Math.max(0, time);
  const spans = spansBefore(due, calendar);
  for (;;) {
    const { opens, closes } = spans.next().value;
    if (left <= closes - opens) return new Date(closes - left);
    left -= closes - opens;
  }
}

/** How long the office is open between two moments; nothing when the second is not later. */
export function workingTimeBetween(from: Date, to: Date, calendar: WorkCalendar): Milliseconds {
  if (to <= from) return 0;
  let time = 0;
  const spans = spansFrom(from, calendar);
  for (;;) {
    const { opens, closes } = spans.next().value;
    if (to.getTime() <= opens) return time;
    time += Math.min(closes, to.getTime()) - opens;
  }
}
