import { chinaDay, chinaTime, days, minutes } from '@risk/kit';
import type { WorkCalendar } from './work-calendar.js';

/** How long a unit may take; counted in working time, because offices sleep. */
export type Allowance = { readonly workingHours: number } | { readonly workingDays: number };

/** An allowance as people say it. */
export function allowanceText(allowance: Allowance): string {
  return 'workingHours' in allowance
    ? `${allowance.workingHours}个工作小时`
    : `${allowance.workingDays}个工作日`;
}

const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
const dayAfter = (day: string): string => chinaDay(new Date(midnight(day) + days(1.5)));

/** No arrangement closes the offices for so long; a calendar that does is wrong. */
const LONGEST_CLOSURE_DAYS = 60;

function nextWorkday(after: string, calendar: WorkCalendar): string {
  let day = after;
  for (let tried = 0; tried < LONGEST_CLOSURE_DAYS; tried++) {
    day = dayAfter(day);
    if (calendar.isWorkday(day)) return day;
  }
  throw new RangeError(`${after} 之后 ${LONGEST_CLOSURE_DAYS} 天内没有工作日，请检查工作日历`);
}

/**
 * When something allowed from `from` falls due.
 * Working hours run only while the office is open. Working days end at close of business, and the
 * day it begins is not counted (Civil Code article 201).
 */
export function dueAt(from: Date, allowance: Allowance, calendar: WorkCalendar): Date {
  return 'workingHours' in allowance
    ? afterWorkingTime(from, Math.round(allowance.workingHours * 60), calendar)
    : closeOfDay(from, allowance.workingDays, calendar);
}

function closeOfDay(from: Date, count: number, calendar: WorkCalendar): Date {
  let day = chinaDay(from);
  for (let counted = 0; counted < count; counted++) day = nextWorkday(day, calendar);
  const closes = calendar.hours.at(-1)?.closes ?? 0;
  return new Date(Math.max(midnight(day) + minutes(closes), from.getTime()));
}

function afterWorkingTime(from: Date, needed: number, calendar: WorkCalendar): Date {
  let left = minutes(needed);
  let day = chinaDay(from);
  if (!calendar.isWorkday(day)) day = nextWorkday(day, calendar);
  for (;;) {
    for (const { opens, closes } of calendar.hours) {
      const begins = Math.max(midnight(day) + minutes(opens), from.getTime());
      const open = Math.max(0, midnight(day) + minutes(closes) - begins);
      if (open > 0 && left <= open) return new Date(begins + left);
      left -= open;
    }
    day = nextWorkday(day, calendar);
  }
}

/** The due moment in words, with the remark that the law sets no limit. */
export function explainDue(from: Date, allowance: Allowance, calendar: WorkCalendar): string {
  const due = dueAt(from, allowance, calendar);
  const guess = calendar.isPublished(chinaDay(due))
    ? ''
    : `；${chinaDay(due).slice(0, 4)}年放假安排未录入，暂按法定节假日推算`;
  return `${chinaTime(due)}前（${allowanceText(allowance)}，本地默认，非法定${guess}）`;
}
