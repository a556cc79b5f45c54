import chineseDays from 'chinese-days';
import { isStatutoryHoliday } from './statutory-holidays.js';

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

/** Days that the office adds by hand, e.g. next year's arrangement before it reaches the library. */
export interface CalendarOverrides {
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

const publishedYears = new Map<string, boolean>();

function isPublishedYear(year: string): boolean {
  const known = publishedYears.get(year);
  if (known !== undefined) return known;
  const holidays = chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false);
  publishedYears.set(year, holidays.length > 0);
  return holidays.length > 0;
}

function isWeekday(day: string): boolean {
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/**
 * Whether the published arrangement makes a day work. The library's own weekday slips by one on
 * machines west of Greenwich, so only its lists are asked: `National Day,国庆节,3` is listed, `Friday` is not.
 */
function isArrangedWorkday(day: string): boolean {
  const { work, name } = chineseDays.getDayDetail(day);
  return name.includes(',') ? work : isWeekday(day);
}

/** The Chinese working calendar: statutory holidays and 调休 from chinese-days, then the office's own days. */
export function workCalendar(
  hours: readonly OfficeHours[],
  own: CalendarOverrides = { holidays: [], workdays: [] },
): WorkCalendar {
  const off = new Set(own.holidays);
  const on = new Set(own.workdays);
  const addedYears = new Set([...off, ...on].map((day) => day.slice(0, 4)));
  const decide = (day: string): boolean => {
    if (on.has(day)) return true;
    if (off.has(day)) return false;
    if (isPublishedYear(day.slice(0, 4))) return isArrangedWorkday(day);
    return isWeekday(day) && !isStatutoryHoliday(day);
  };
  const decided = new Map<string, boolean>();
  return {
    hours,
    isWorkday(day) {
      const answer = decided.get(day) ?? decide(day);
      decided.set(day, answer);
      return answer;
    },
    isPublished: (day) => addedYears.has(day.slice(0, 4)) || isPublishedYear(day.slice(0, 4)),
  };
}
