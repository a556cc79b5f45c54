import { describe, expect, it } from '@jest/globals';
import { originWords, rhythmWords } from './source-words.js';

describe('a source in words', () => {
  it.each([
    [null, false, '—'],
    [24, false, '24 小时'],
    [24, true, '24 小时（工作日）'],
    [168, true, '7 天（工作日）'],
    [0.5, false, '0.5 小时'],
  ])('every %s hours, working days only %s: %s', (expectHours, workingDaysOnly, words) => {
    expect(rhythmWords({ expectHours, workingDaysOnly })).toBe(words);
  });

  it('tells where something came from, also in a way it does not know', () => {
    expect(originWords({ row: 7, file: '名单.xlsx' })).toBe('文件 名单.xlsx，行 7');
    expect(originWords({ index: 0 })).toBe('第 1 条');
    expect(originWords({ queue: 'x' })).toBe('queue x');
  });
});
