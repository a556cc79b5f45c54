import { expect, it } from '@jest/globals';
import { countPath } from './count-wish.js';

const FROM = '2026-11-28T09:00';
const AT = 'from=2026-11-28T09%3A00%3A00%2B08%3A00';

it.each([
  ['a tier', { from: FROM, unit: 'jrb', limit: 'red', amount: '' }, `${AT}&unit=jrb&tier=red`],
  ['hours', { from: FROM, unit: 'jrb', limit: 'hours', amount: '2.5' }, `${AT}&unit=jrb&hours=2.5`],
  ['days', { from: FROM, unit: 'jrb', limit: 'days', amount: '5' }, `${AT}&unit=jrb&days=5`],
])('%s is asked of the server', (_, wish, query) => {
  expect(countPath(wish)).toBe(`calendar/count?${query}`);
});

it.each([
  ['no moment', { from: '', unit: 'jrb', limit: 'red', amount: '' }],
  ['no unit', { from: FROM, unit: '', limit: 'red', amount: '' }],
  ['no amount', { from: FROM, unit: 'jrb', limit: 'days', amount: '' }],
  ['an amount of nothing', { from: FROM, unit: 'jrb', limit: 'hours', amount: '0' }],
])('%s is not', (_, wish) => {
  expect(countPath(wish)).toBeNull();
});
