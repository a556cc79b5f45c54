import chineseDays from 'chinese-days';
import type { Arrangement, CalendarDay, DayKind } from './calendar-day.js';
import { statutoryHoliday } from './statutory-holidays.js';

/** Office hours of a day as minutes after midnight, in order, without overlap. */
export interface OfficeHours {
  readonly opens: number;
  readonly closes: number;
}

/** When the office works, in China's time. */
export interface WorkCalendar {
  readonly hours: readonly OfficeHours[];
  /** Whether the office works on a day, yyyy-mm-dd. */
  isWorkday(day: string): boolean;
  /** Whether the holiday arrangement of the day's year is known; otherwise only the law itself is applied. */
  isPublished(day: string): boolean;
}

/** A working calendar that also tells why. */
export interface ToldCalendar extends WorkCalendar {
  dayOf(day: string): CalendarDay;
  /** What is known of the year of a day. */
  arrangementOf(day: string): Arrangement;
}

/** Days that the office adds by hand, e.g. next year's arrangement before it reaches the library. */
export interface CalendarOverrides {
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

type Standing = Pick<CalendarDay, 'kind' | 'name'>;

const WORKED: ReadonlySet<DayKind> = new Set(['workday', 'shifted', 'own-workday']);

const publishedYears = new Map<string, boolean>();

function isPublishedYear(year: string): boolean {
  const known = publishedYears.get(year);
  if (known !== undefined) return known;
  const holidays = chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false);
  publishedYears.set(year, holidays.length > 0);
  return holidays.length > 0;
}

function plainDay(day: string): Standing {
  const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  return { kind: isWeekend ? 'weekend' : 'workday', name: null };
}

/**
 * What the published arrangement makes of a day. The library's own weekday slips by one on machines
 * west of Greenwich, so only its lists are asked: `National Day,国庆节,3` is listed, `Friday` is not.
 */
function arrangedDay(day: string): Standing {
  const { work, name } = chineseDays.getDayDetail(day);
  const [, holiday] = name.split(',');
  if (holiday === undefined) return plainDay(day);
  return { kind: work ? 'shifted' : 'holiday', name: holiday };
}

function lawfulDay(day: string): Standing {
  const name = statutoryHoliday(day);
  return name === null ? plainDay(day) : { kind: 'holiday', name };
}

/** The Chinese working calendar: statutory holidays and 调休 from chinese-days, then the office's own days. */
export function workCalendar(
  hours: readonly OfficeHours[],
  own: CalendarOverrides = { holidays: [], workdays: [] },
): ToldCalendar {
  const off = new Set(own.holidays);
  const on = new Set(own.workdays);
  const addedYears = new Set([...off, ...on].map((day) => day.slice(0, 4)));
  const standingOf = (day: string): Standing => {
    const given = isPublishedYear(day.slice(0, 4)) ? arrangedDay(day) : lawfulDay(day);
    if (on.has(day)) return { kind: 'own-workday', name: given.name };
    if (off.has(day)) return { kind: 'own-holiday', name: given.name };
    return given;
  };
  const told = new Map<string, CalendarDay>();
  const dayOf = (day: string): CalendarDay => {
    const known = told.get(day);
    if (known) return known;
    const { kind, name } = standingOf(day);
    const line = { day, works: WORKED.has(kind), kind, name };
    told.set(day, line);
    return line;
  };
  const arrangementOf = (day: string): Arrangement => {
    const year = day.slice(0, 4);
    if (isPublishedYear(year)) return 'published';
    return addedYears.has(year) ? 'own' : 'law';
  };
  return {
    hours,
    dayOf,
    arrangementOf,
    isWorkday: (day) => dayOf(day).works,
    isPublished: (day) => arrangementOf(day) !== 'law',
  };
}
