import { expect, it } from '@jest/globals';
import type { CalendarDay } from '../api/calendar.js';
import { monthsOf, weekdayOf } from './months.js';

const days: readonly CalendarDay[] = Array.from({ length: 365 }, (_, at) => {
  const day = new Date(Date.parse('2026-01-01T00:00:00Z') + at * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const works = weekdayOf(day) < 5;
  return { day, works, kind: works ? 'workday' : 'weekend', name: null };
});

it.each([
  ['2026-11-23', 0],
  ['2026-11-28', 5],
  ['2026-11-29', 6],
])('%s is day %i of its week', (day, at) => {
  expect(weekdayOf(day)).toBe(at);
});

it('a year is twelve months of whole weeks, and no day is lost', () => {
  const months = monthsOf(days);
  expect(months.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(months.flatMap(({ weeks }) => weeks).every((week) => week.length === 7)).toBe(true);
  const shown = months.flatMap(({ weeks }) => weeks.flat().filter((day) => day !== null));
  expect(shown).toEqual(days);
});

it('every day stands under its weekday', () => {
  const [january] = monthsOf(days);
  expect(january?.weeks[0]?.map((day) => day?.day.slice(8) ?? null)).toEqual([
    ...[null, null, null, '01', '02', '03', '04'],
  ]);
  expect(january?.workdays).toBe(22);
});
