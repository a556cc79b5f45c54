import { minutes, type Milliseconds } from '@risk/kit';
import { z } from 'zod';

/** How long something may take; counted in working time, because offices sleep. */
export type Allowance = { readonly workingHours: number } | { readonly workingDays: number };

const workingDays = z.strictObject({ workingDays: z.int().positive().max(250) });

/** A span of working time that is longer than nothing. */
export const allowanceSchema = z.union([
  z.strictObject({ workingHours: z.number().positive().max(1000) }),
  workingDays,
]);

/** A delay after a deadline: no working hours at all means at once, when the office is next open. */
export const delaySchema = z.union([
  z.strictObject({ workingHours: z.number().nonnegative().max(1000) }),
  workingDays,
]);

/** An allowance as people say it. */
export function allowanceText(allowance: Allowance): string {
  return 'workingHours' in allowance
    ? `${allowance.workingHours}个工作小时`
    : `${allowance.workingDays}个工作日`;
}

/** Working hours in whole minutes. */
export const workingTimeOf = ({ workingHours }: { readonly workingHours: number }): Milliseconds =>
  minutes(Math.round(workingHours * 60));

/** No office works less than half a day of eight hours. */
const SHORTEST_DAY_HOURS = 4;

/** Whether one allowance is over before another whatever the calendar and the moment they begin. */
export function isSurelyShorter(one: Allowance, other: Allowance): boolean {
  if ('workingHours' in one)
    return 'workingHours' in other
      ? one.workingHours < other.workingHours
      : one.workingHours <= other.workingDays * SHORTEST_DAY_HOURS;
  return 'workingDays' in other && one.workingDays < other.workingDays;
}
