import type { CalendarDay } from '../api/calendar.js';

/** A month as rows of seven days from Monday on; null before it begins and after it ends. */
export interface Month {
  /** From 1. */
  readonly number: number;
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
  readonly workdays: number;
}

export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** The place of a day in its week: Monday is 0. */
export const weekdayOf = (day: string): number =>
  (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The months of a year, made of its days. */
export const monthsOf = (days: readonly CalendarDay[]): readonly Month[] =>
  Array.from({ length: 12 }, (_, at) => monthOf(at + 1, days));

function monthOf(number: number, all: readonly CalendarDay[]): Month {
  const days = all.filter(({ day }) => Number(day.slice(5, 7)) === number);
  const first = days[0];
  const before = first ? weekdayOf(first.day) : 0;
  const cells = [...Array.from({ length: before }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => cells[week * 7 + at] ?? null),
  );
  return { number, weeks, workdays: days.filter(({ works }) => works).length };
}
