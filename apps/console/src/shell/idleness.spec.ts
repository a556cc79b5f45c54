import { describe, expect, it } from '@jest/globals';
import { idlenessAt, lastingWords } from './idleness.js';

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;

describe('a login of half an hour', () => {
  it.each([
    [0, 'awake'],
    [26.9, 'awake'],
    [27, 'drowsy'],
    [28.9, 'drowsy'],
    [29, 'over'],
    [60, 'over'],
  ])('is after %d minutes without life %s: the server may count one minute more', (after, kind) => {
    expect(idlenessAt(0, HALF_HOUR, after * MINUTE).kind).toBe(kind);
  });

  it('tells how long it still lasts', () => {
    expect(idlenessAt(0, HALF_HOUR, 28 * MINUTE)).toEqual({ kind: 'drowsy', left: MINUTE });
  });
});

describe('a login of one minute', () => {
  it('still warns before it ends', () => {
    const kinds = [0, 20, 35, 44, 45].map((s) => idlenessAt(0, MINUTE, s * 1000).kind);
    expect(kinds).toEqual(['awake', 'awake', 'drowsy', 'drowsy', 'over']);
  });
});

describe('how long it lasts', () => {
  it.each([
    [1000, '1 秒'],
    [59_001, '1 分 0 秒'],
    [100_000, '1 分 40 秒'],
  ])('%d ms is %s', (left, words) => {
    expect(lastingWords(left)).toBe(words);
  });
});
