import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scaleOf, written } from './scale.js';

it.each([
  ['round steps', [3, 27], [0, 10, 20, 30]],
  ['no halves between whole numbers', [1, 2], [0, 1, 2]],
  ['halves between others', [0.5, 1.2], [0, 0.5, 1, 1.5]],
  ['nought alone', [0], [0, 1]],
  ['what is below nought', [-4, 4], [-4, -2, 0, 2, 4]],
  ['tenths without a tail', [0.3], [0, 0.1, 0.2, 0.3]],
])('an axis of %s', (_, values, ticks) => {
  expect(scaleOf(values).ticks).toEqual(ticks);
});

it('an axis holds all of its values and has few marks', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }), (values) => {
      const { from, to, ticks } = scaleOf(values);
      expect(from).toBeLessThanOrEqual(Math.min(0, ...values));
      expect(to).toBeGreaterThanOrEqual(Math.max(0, ...values));
      expect(ticks.length).toBeLessThanOrEqual(7);
    }),
  );
});

it.each([
  [3, '3'],
  [2.346, '2.35'],
  [-0, '0'],
  [Infinity, '—'],
])('%s is written %s', (value, text) => {
  expect(written(value)).toBe(text);
});
