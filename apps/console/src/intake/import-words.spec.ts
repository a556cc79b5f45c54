import { describe, expect, it } from '@jest/globals';
import type { ImportLine } from '../api/intake.js';
import { percentOf, resultWords } from './import-words.js';

describe('an import in words', () => {
  it.each([
    [0, 0, 100],
    [0, 3, 0],
    [2, 3, 66],
    [9, 3, 100],
  ])('%i of %i rows: %i', (rows, total, percent) => {
    expect(percentOf({ rows, total })).toBe(percent);
  });

  it.each([
    [{ raised: 0, upgraded: 0 }, '入库 5，重复 1，出错 2'],
    [{ raised: 1, upgraded: 0 }, '入库 5，重复 1，出错 2；新预警 1，升级 0'],
  ])('%j: %s', (more, words) => {
    const line = { stored: 5, duplicate: 1, refused: 2, ...more } as ImportLine;
    expect(resultWords(line)).toBe(words);
  });
});
