import { expect, it } from '@jest/globals';
import { deadlineState, leftWords } from './time-left.js';

const NOW = '2026-11-28T01:00:00.000Z';

it.each([
  ['2026-11-28T01:00:30.000Z', '还有 0 分钟', 'soon'],
  ['2026-11-28T01:59:00.000Z', '还有 59 分钟', 'soon'],
  ['2026-11-28T05:00:00.000Z', '还有 4 小时', 'far'],
  ['2026-11-29T01:00:00.000Z', '还有 1 天', 'far'],
  ['2026-11-30T04:30:00.000Z', '还有 2 天 3 小时', 'far'],
  ['2026-12-12T04:30:00.000Z', '还有 14 天', 'far'],
  ['2026-11-28T00:59:00.000Z', '逾期 1 分钟', 'late'],
  ['2026-11-26T00:00:00.000Z', '逾期 2 天 1 小时', 'late'],
])('a deadline at %s is %s', (due, words, state) => {
  expect([leftWords(due, NOW), deadlineState(due, NOW)]).toEqual([words, state]);
});
