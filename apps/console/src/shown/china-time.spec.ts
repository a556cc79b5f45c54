import { describe, expect, it } from '@jest/globals';
import { chinaDay, chinaTime, daysAfter, endOfChinaDay } from './china-time.js';

describe('the time in China', () => {
  it.each([
    ['2026-11-22T01:30:00.000Z', '2026-11-22 09:30', '2026-11-22'],
    ['2026-11-22T16:00:00.000Z', '2026-11-23 00:00', '2026-11-23'],
    ['2026-12-31T23:59:59+08:00', '2026-12-31 23:59', '2026-12-31'],
  ])('of %s is %s', (instant, time, day) => {
    expect([chinaTime(instant), chinaDay(instant)]).toEqual([time, day]);
  });

  it('ends a day at midnight there, wherever the browser stands', () => {
    expect(new Date(endOfChinaDay('2026-12-31')).toISOString()).toBe('2026-12-31T15:59:59.000Z');
  });

  it.each([
    ['2026-11-22', 365, '2027-11-22'],
    ['2027-12-31', 60, '2028-02-29'],
  ])('%s and %d days is %s', (day, days, later) => {
    expect(daysAfter(day, days)).toBe(later);
  });
});
