import { describe, expect, it } from '@jest/globals';
import type { Count, CountedDay } from '../api/calendar.js';
import { minutesWords, partWords, sumWords } from './count-words.js';

const at = (text: string): number => Date.parse(`2026-11-23T${text}:00+08:00`);
const day = (more: Partial<CountedDay>): CountedDay => ({
  ...{ day: '2026-11-23', works: true, kind: 'workday', name: null },
  ...{ part: 'counted', number: null, spans: [], ...more },
});
const SUNDAY = { works: false, kind: 'weekend', part: 'skipped' } as const;

describe('what was counted on a day', () => {
  it.each<[string, Partial<CountedDay>]>([
    ['起算当天不计入（工作日）', { part: 'begins' }],
    ['不计：周末', SUNDAY],
    ['不计：国庆节放假', { ...SUNDAY, kind: 'holiday', name: '国庆节' }],
    ['不计：起算时已经下班', { part: 'skipped' }],
    ['第 3 个工作日', { number: 3 }],
    [
      '11:00–12:00、14:30–15:30，计 2 小时',
      {
        spans: [
          { opens: at('11:00'), closes: at('12:00') },
          { opens: at('14:30'), closes: at('15:30') },
        ],
      },
    ],
  ])('%s', (words, part) => {
    expect(partWords(day(part))).toBe(words);
  });
});

it.each([
  [30, '30 分'],
  [120, '2 小时'],
  [150, '2 小时 30 分'],
])('%i minutes are %s', (minutes, words) => {
  expect(minutesWords(minutes)).toBe(words);
});

describe('the sum', () => {
  const count = (countsDays: boolean, days: readonly CountedDay[]): Count => ({
    ...{ what: 'asked', allowance: '', due: '', basis: null, guessedYears: [] },
    ...{ countsDays, days },
  });

  it('of days says what was skipped', () => {
    const days = [day({ part: 'begins' }), day(SUNDAY), day({ number: 1 })];
    expect(sumWords(count(true, days))).toBe(
      '从次日起计 1 个工作日，跳过 1 个休息日，到最后一日下班为止。',
    );
  });

  it('of hours says how long', () => {
    const days = [day({ spans: [{ opens: at('09:00'), closes: at('11:00') }] })];
    expect(sumWords(count(false, days))).toBe('只在上班时段内计时，共 2 小时，中间没有休息日。');
  });
});
