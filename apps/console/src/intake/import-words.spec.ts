import { describe, expect, it } from '@jest/globals';
import type { ImportLine } from '../api/intake.js';
import { percentOf, resultWords, startWords } from './import-words.js';

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

  it.each([
    [2, [null, null], '导入 2 行'],
    [2, [null, '缺少内容'], '导入 1 行，另 1 行不能导入'],
    [1, ['缺少内容'], '导入 0 行，另 1 行不能导入'],
    [4500, [null, '缺少内容'], '导入 4,500 行里能导入的'],
    [4500, [null, null], '导入 4,500 行'],
  ])('of %i rows, the first of which are %j: %s', (total, reasons, words) => {
    const shown = reasons.map((reason) => ({ reason }));
    expect(startWords(total, shown)).toBe(words);
  });
});
