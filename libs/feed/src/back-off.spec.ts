import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { waitAfter } from './back-off.js';
import { pause } from './pause.js';

describe('the wait after failures in a row', () => {
  it.each([
    [0, 200],
    [1, 200],
    [2, 400],
    [3, 800],
    [6, 5_000],
    [1_000_000, 5_000],
  ])('after %d failures: %d ms', (failures, wait) => {
    expect(waitAfter(failures, { first: 200, most: 5_000 })).toBe(wait);
  });

  it('never shrinks and never passes the limit', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.integer({ min: 1, max: 1_000 }), (failures, first) => {
        const backOff = { first, most: 60_000 };
        const wait = waitAfter(failures, backOff);
        expect(wait).toBeLessThanOrEqual(60_000);
        expect(waitAfter(failures + 1, backOff)).toBeGreaterThanOrEqual(wait);
      }),
    );
  });
});

describe('a pause', () => {
  it('ends by itself', async () => {
    await expect(pause(1, new AbortController().signal)).resolves.toBeUndefined();
  });

  it('ends at once with the reason of an abort, before or during it', async () => {
    const halt = new AbortController();
    const waiting = pause(3_600_000, halt.signal);
    halt.abort(new Error('rebalance'));
    await expect(waiting).rejects.toThrow('rebalance');
    await expect(pause(3_600_000, halt.signal)).rejects.toThrow('rebalance');
  });
});
