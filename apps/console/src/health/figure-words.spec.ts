import { expect, it } from '@jest/globals';
import { ageWords, bytesWords, lagWords, sinceWords } from './figure-words.js';

it.each([
  [512, '512 字节'],
  [1_536_000, '1.5 MB'],
  [300 * 1024 * 1024, '300 MB'],
  [5 * 1024 ** 4, '5.0 TB'],
  [9_000 * 1024 ** 4, '9000 TB'],
])('%i bytes are %s', (bytes, words) => {
  expect(bytesWords(bytes)).toBe(words);
});

it.each([
  [null, ''],
  [90, '，最早的已等 1 分钟'],
  [7_200, '，最早的已等 2 小时'],
])('a wait of %s seconds is told as “%s”', (seconds, words) => {
  expect(ageWords(seconds)).toBe(words);
});

it('a lag is told in milliseconds, or not at all', () => {
  expect([lagWords(0.0123), lagWords(null)]).toEqual(['12 毫秒', '刚启动，还不知道']);
});

it('a span between two moments', () => {
  expect(sinceWords('2026-11-27T00:00:00Z', '2026-11-28T05:00:00Z')).toBe('1 天 5 小时');
});
