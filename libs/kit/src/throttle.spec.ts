import { describe, expect, it } from '@jest/globals';
import { minutes } from './duration.js';
import { FakeClock } from './testing/fake-clock.js';
import { Throttle } from './throttle.js';

describe('a throttle of three tries in ten minutes', () => {
  const begin = () => {
    const clock = new FakeClock();
    const throttle = new Throttle(clock, 3, minutes(10));
    const note = (key: string, times = 1) => {
      for (let n = 0; n < times; n += 1) throttle.note(key);
    };
    return { clock, throttle, note };
  };

  it.each([
    [0, false],
    [2, false],
    [3, true],
    [4, true],
  ])('after %d tries is full: %s', (times, full) => {
    const { throttle, note } = begin();
    note('10.0.0.7', times);
    expect(throttle.isFull('10.0.0.7')).toBe(full);
    expect(throttle.isFull('10.0.0.8')).toBe(false);
  });

  it('opens again when the window is over, counted from the first try', () => {
    const { clock, throttle, note } = begin();
    note('a');
    clock.advance(minutes(9));
    note('a', 2);
    expect(throttle.isFull('a')).toBe(true);
    clock.advance(minutes(1) - 1);
    expect(throttle.isFull('a')).toBe(true);
    clock.advance(1);
    expect(throttle.isFull('a')).toBe(false);
    note('a', 2);
    expect(throttle.isFull('a')).toBe(false);
  });

  it('takes back a try of somebody who was right, and not more than there were', () => {
    const { throttle, note } = begin();
    note('a', 3);
    throttle.forgive('a');
    expect(throttle.isFull('a')).toBe(false);
    note('a');
    expect(throttle.isFull('a')).toBe(true);
    throttle.forgive('b');
    note('b', 3);
    expect(throttle.isFull('b')).toBe(true);
  });

  it('admits as many tries as there are, and counts each', () => {
    const { throttle } = begin();
    expect([1, 2, 3, 4].map(() => throttle.admit('a'))).toEqual([true, true, true, false]);
    expect(throttle.tries('a')).toBe(3);
  });

  it('forgets whoever tried longest ago rather than grow without end', () => {
    const { throttle, note } = begin();
    note('first', 3);
    note('second', 3);
    for (let n = 0; n < 9_998; n += 1) throttle.note(`k${n}`);
    expect(throttle.isFull('first')).toBe(true);
    throttle.note('one more');
    expect(throttle.isFull('first')).toBe(false);
    expect(throttle.isFull('second')).toBe(true);
  });
});
