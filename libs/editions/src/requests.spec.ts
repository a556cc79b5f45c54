import { describe, expect, it } from '@jest/globals';
import { backtestPeriod } from './requests.js';

const NOW = new Date('2026-11-28T09:00:00+08:00');

describe('the period of a backtest', () => {
  it('is whole days in China, and open ends reach as far as there are records', () => {
    expect(backtestPeriod({ from: '2026-11-01', to: '2026-11-01' }, NOW)).toEqual({
      from: new Date('2026-11-01T00:00:00+08:00'),
      to: new Date('2026-11-01T23:59:59.999+08:00'),
    });
    expect(backtestPeriod({}, NOW).to).toEqual(NOW);
  });

  it.each([
    [{ from: '2026-11-20', to: '2026-11-01' }, '晚于结束日期'],
    [{ from: '2026-11-29' }, '晚于现在'],
  ])('is none when it ends before it begins: %j', (asked, says) => {
    expect(() => backtestPeriod(asked, NOW)).toThrow(says);
  });
});
