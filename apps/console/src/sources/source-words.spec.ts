import { describe, expect, it } from '@jest/globals';
import { rhythmWords } from './source-words.js';

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
});
