import { Invalid } from './errors.js';

const OFFSET = 8 * 3_600_000;

/** China has one zone without summer time since 1991, so wall time is UTC plus eight hours. */
function wall(at: Date): string {
  return new Date(at.getTime() + OFFSET).toISOString();
}

/** The calendar day in China as yyyy-mm-dd. */
export function chinaDay(at: Date): string {
  return wall(at).slice(0, 10);
}

/** The minute in China as yyyy-mm-dd HH:MM. */
export function chinaTime(at: Date): string {
  return wall(at).slice(0, 16).replace('T', ' ');
}

/** The moment at which a calendar day (yyyy-mm-dd) begins in China. */
export const chinaMidnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

const A_DAY = 86_400_000;

/** How many days lie between two days of the calendar; negative when the second is the earlier one. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / A_DAY);

/** Every day of the calendar from one to another, both included. */
export const eachDay = (first: string, last: string): readonly string[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, at) =>
    new Date(Date.parse(first) + at * A_DAY).toISOString().slice(0, 10),
  );

/** Moments of whole days in China, both days included; an open begin reaches back to 1970, an open end to `now`. */
export function wholeDays(
  from: string | undefined,
  to: string | undefined,
  now: Date,
): { readonly from: Date; readonly to: Date } {
  return {
    from: chinaMidnight(from ?? '1970-01-01'),
    to: to === undefined ? now : new Date(chinaMidnight(to).getTime() + A_DAY - 1),
  };
}

/** Whether a text is a day of the calendar as yyyy-mm-dd; 30 February is none. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const WALL = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/;

/** Reads a moment: `2026-11-28T08:30+08:00` as it is; `2026-11-28 08:30` and, its last instant, `2026-11-28` are China's. */
export function chinaMoment(name: string, text: string): Date {
  const [, day, minute = '24:00'] = WALL.exec(text) ?? [];
  const exact =
    day === undefined
      ? text
      : `${day}T${minute === '24:00' ? '23:59:59.999' : `${minute}:00`}+08:00`;
  const at = new Date(exact);
  // What a program takes 30 February for is not what somebody meant by it.
  const isMoment = !Number.isNaN(at.getTime()) && isCalendarDay(text.slice(0, 10));
  if (isMoment && (day !== undefined || /[zZ]|[+-]\d{2}:?\d{2}$/.test(text))) return at;
  throw new Invalid(`${name}：“${text}”应如 2026-11-28T08:30 或 2026-11-28T08:30:00+08:00`);
}
