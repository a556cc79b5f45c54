import { expect, it } from '@jest/globals';
import type { CalendarDay, DayKind } from '../api/calendar.js';
import { holidaysOf } from './holidays-of.js';

const day = (text: string, kind: DayKind, name: string | null = null): CalendarDay => ({
  ...{ day: `2026-${text}`, kind, name },
  works: kind === 'workday' || kind === 'shifted' || kind === 'own-workday',
});

it('a holiday is told from its first to its last day, with what is worked for it', () => {
  const days = [
    day('01-01', 'holiday', '元旦'),
    day('01-02', 'workday'),
    day('02-14', 'shifted', '春节'),
    day('02-15', 'holiday', '春节'),
    day('02-16', 'holiday', '春节'),
    day('02-17', 'own-holiday'),
    day('02-18', 'workday'),
    day('12-20', 'shifted', '元旦'),
    day('12-31', 'holiday', '元旦'),
  ];
  expect(holidaysOf(days)).toEqual([
    { name: '元旦', first: '2026-01-01', last: '2026-01-01', length: 1, shifted: [] },
    {
      ...{ name: '春节', first: '2026-02-15', last: '2026-02-17', length: 3 },
      shifted: ['2026-02-14'],
    },
    {
      ...{ name: '元旦', first: '2026-12-31', last: '2026-12-31', length: 1 },
      shifted: ['2026-12-20'],
    },
  ]);
});

it('two holidays side by side stay two', () => {
  const days = [day('09-25', 'holiday', '中秋节'), day('09-26', 'holiday', '国庆节')];
  expect(holidaysOf(days).map(({ name }) => name)).toEqual(['中秋节', '国庆节']);
});
