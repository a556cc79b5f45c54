import { chinaDay, chinaMidnight, chinaTime, minutes } from '@risk/kit';
import { allowanceText, workingTimeOf, type Allowance } from './allowance.js';
import type { WorkCalendar } from './work-calendar.js';
import {
  addWorkingTime,
  nextWorkday,
  previousWorkday,
  subtractWorkingTime,
} from './working-time.js';

const momentOn = (day: string, minute: number): number =>
  chinaMidnight(day).getTime() + minutes(minute);

/**
 * When something allowed from `from` falls due.
 * Working hours run only while the office is open. Working days end at close of business, and the
 * day it begins is not counted (Civil Code article 201).
 */
export function dueAt(from: Date, allowance: Allowance, calendar: WorkCalendar): Date {
  if ('workingHours' in allowance) return addWorkingTime(from, workingTimeOf(allowance), calendar);
  let day = chinaDay(from);
  for (let counted = 0; counted < allowance.workingDays; counted++)
    day = nextWorkday(day, calendar);
  return new Date(Math.max(momentOn(day, calendar.hours.at(-1)?.closes ?? 0), from.getTime()));
}

/**
 * The moment that lies an allowance before a deadline: the mirror of `dueAt`.
 * Working days begin when the office opens, and the day of the deadline is not counted.
 */
export function beforeDue(due: Date, allowance: Allowance, calendar: WorkCalendar): Date {
  if ('workingHours' in allowance)
    return subtractWorkingTime(due, workingTimeOf(allowance), calendar);
  let day = chinaDay(due);
  for (let counted = 0; counted < allowance.workingDays; counted++)
    day = previousWorkday(day, calendar);
  return new Date(Math.min(momentOn(day, calendar.hours[0]?.opens ?? 0), due.getTime()));
}

/** The due moment in words, with the remark that the law sets no limit. */
export function explainDue(from: Date, allowance: Allowance, calendar: WorkCalendar): string {
  const due = dueAt(from, allowance, calendar);
  const guess = calendar.isPublished(chinaDay(due))
    ? ''
    : `；${chinaDay(due).slice(0, 4)}年放假安排未录入，暂按法定节假日推算`;
  return `${chinaTime(due)}前（${allowanceText(allowance)}，本地默认，非法定${guess}）`;
}
