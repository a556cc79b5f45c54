import { describe, expect, it } from '@jest/globals';
import { minutes, seconds } from './duration.js';
import { FakeClock } from './testing/fake-clock.js';
import { TokenBuckets } from './token-buckets.js';

const begin = (pace = { perMinute: 60, burst: 3 }) => {
  const clock = new FakeClock();
  const buckets = new TokenBuckets(clock, pace);
  const take = (times: number, key = 'a') => Array.from({ length: times }, () => buckets.take(key));
  return { clock, take };
};

describe('a bucket of three, one more a second', () => {
  it('gives three at once, then says how long to wait', () => {
    expect(begin().take(5)).toEqual([null, null, null, seconds(1), seconds(1)]);
  });

  it('fills with time, and no higher than its rim', () => {
    const { clock, take } = begin();
    take(3);
    clock.advance(seconds(1));
    expect(take(2)).toEqual([null, seconds(1)]);
    clock.advance(minutes(60));
    expect(take(4)).toEqual([null, null, null, seconds(1)]);
  });

  it('counts parts of a token', () => {
    const { clock, take } = begin();
    take(3);
    clock.advance(400);
    expect(take(1)).toEqual([600]);
    clock.advance(600);
    expect(take(1)).toEqual([null]);
  });

  it('is each key its own', () => {
    const { take } = begin();
    take(4);
    expect(take(1, 'b')).toEqual([null]);
  });

  it('is not emptied by a clock that goes back', () => {
    const { clock, take } = begin();
    take(1);
    clock.advance(-minutes(5));
    expect(take(1)).toEqual([null]);
  });

  it('forgets whoever asked longest ago rather than grow without end', () => {
    const { take } = begin();
    take(4, 'first');
    for (let n = 0; n < 20_000; n += 1) take(1, `k${String(n)}`);
    expect(take(1, 'first')).toEqual([null]);
  });
});
