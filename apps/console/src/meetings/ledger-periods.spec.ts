import { describe, expect, it } from '@jest/globals';
import { periodIn, usualPeriods } from './ledger-periods.js';

describe('the usual periods', () => {
  it.each([
    ['2026-11-28', '上月', '2026-10-01', '2026-10-31'],
    ['2026-11-28', '本季度', '2026-10-01', '2026-11-28'],
    ['2026-01-05', '上月', '2025-12-01', '2025-12-31'],
    ['2026-01-05', '去年', '2025-01-01', '2025-12-31'],
    ['2026-03-31', '本季度', '2026-01-01', '2026-03-31'],
  ])('as of %s: %s is %s to %s', (today, name, from, to) => {
    expect(usualPeriods(today).find((one) => one.name === name)).toEqual({ name, from, to });
  });
});

describe('the period of an address', () => {
  it.each([
    ['', '2026-11-01', '2026-11-28'],
    ['from=2026-01-01', '2026-01-01', '2026-11-28'],
    ['from=2026-01-01&to=2026-03-31', '2026-01-01', '2026-03-31'],
    ['from=x&to=2026-03-31', '2026-11-01', '2026-11-28'],
  ])('%j is %s to %s', (query, from, to) => {
    expect(periodIn(new URLSearchParams(query), '2026-11-28')).toEqual({ from, to });
  });
});
