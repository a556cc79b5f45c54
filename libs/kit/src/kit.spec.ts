import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  canonicalJson,
  chinaDay,
  daysBetween,
  eachDay,
  chinaTime,
  chinaMidnight,
  chunksOf,
  wholeDays,
  fingerprintOf,
  groupBy,
  isCalendarDay,
  uniqueBy,
} from './index.js';

describe('days of the calendar', () => {
  it.each<[string, string, number]>([
    ['2026-11-28', '2026-11-28', 0],
    ['2026-02-28', '2026-03-01', 1],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-01-01', '2025-12-31', -1],
  ])('from %s to %s are %d', (from, to, count) => {
    expect(daysBetween(from, to)).toBe(count);
  });

  it('are each told, both ends included', () => {
    expect(eachDay('2026-12-30', '2027-01-01')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
    expect(eachDay('2028-01-01', '2028-12-31')).toHaveLength(366);
  });
});

describe('fingerprint', () => {
  it('does not depend on the order of keys', () => {
    expect(fingerprintOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(
      fingerprintOf({ b: { d: null, c: [1, 2] }, a: 1 }),
    );
  });

  it('sees every change of content', () => {
    expect(fingerprintOf({ a: 1 })).not.toBe(fingerprintOf({ a: '1' }));
    expect(fingerprintOf(['a', 'b'])).not.toBe(fingerprintOf(['b', 'a']));
  });

  it('takes an absent key and an undefined one for the same', () => {
    expect(fingerprintOf({ a: 1, b: undefined })).toBe(fingerprintOf({ a: 1 }));
  });

  it('writes JSON that reads back to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });
});

describe('time in China', () => {
  it.each([
    ['2026-11-22T15:59:59Z', '2026-11-22', '2026-11-22 23:59'],
    ['2026-11-22T16:00:00Z', '2026-11-23', '2026-11-23 00:00'],
    ['2025-12-31T20:30:00Z', '2026-01-01', '2026-01-01 04:30'],
  ])('%s is %s', (instant, day, minute) => {
    expect(chinaDay(new Date(instant))).toBe(day);
    expect(chinaTime(new Date(instant))).toBe(minute);
  });
});

describe('a day of the calendar', () => {
  it.each([
    ['2026-11-02', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['2026-11-02T00:00', false],
    ['', false],
  ])('%s: %s', (text, isOne) => {
    expect(isCalendarDay(text)).toBe(isOne);
  });
});

describe('lists', () => {
  it('cuts, groups and thins without losing order', () => {
    expect(chunksOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect([...groupBy([1, 2, 3, 4], (n) => n % 2)]).toEqual([
      [1, [1, 3]],
      [0, [2, 4]],
    ]);
    expect(uniqueBy(['ab', 'ac', 'b'], (s) => s[0])).toEqual(['ab', 'b']);
  });
});

describe('whole days in China', () => {
  const now = new Date('2026-11-02T09:00:00+08:00');

  it('begin at midnight there and end a millisecond before the next', () => {
    expect(wholeDays('2026-10-01', '2026-10-01', now)).toEqual({
      from: new Date('2026-09-30T16:00:00.000Z'),
      to: new Date('2026-10-01T15:59:59.999Z'),
    });
    expect(chinaMidnight('2026-10-01')).toEqual(new Date('2026-09-30T16:00:00Z'));
  });

  it('with open ends reach from 1970 to now', () => {
    const { from, to } = wholeDays(undefined, undefined, now);
    expect([from.toISOString(), to]).toEqual(['1969-12-31T16:00:00.000Z', now]);
  });
});
