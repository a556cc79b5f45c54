import { describe, expect, it } from '@jest/globals';
import { roughly } from '../testing/charts.js';
import { fitLines, fitText } from './fit-text.js';

describe('one line', () => {
  it.each([
    ['what fits stays', '北湖区', 3, '北湖区'],
    ['what does not ends in …', '郴州高新技术产业开发区', 5, '郴州高新…'],
    ['breaks are blanks', '甲\n乙', 9, '甲 乙'],
    ['no room at all leaves …', '甲乙丙', 1, '…'],
    ['a character of two halves is never cut', '𠀀𠀁𠀂', 2, '𠀀…'],
  ])('%s', (_, text, width, shown) => {
    expect(fitText(text, width, 1, roughly)).toBe(shown);
  });
});

describe('several lines', () => {
  it.each([
    ['what fits takes one', '甲乙', ['甲乙']],
    ['what does not takes more', '甲乙丙丁戊己', ['甲乙丙丁', '戊己']],
    ['what is too long ends in …', '甲乙丙丁戊己庚辛壬', ['甲乙丙丁', '戊己庚…']],
    ['no line ends in an opening bracket', '甲乙丙（丁）', ['甲乙丙', '（丁）']],
    ['no line begins with a closing one', '“甲乙丙”丁', ['“甲乙', '丙”丁']],
  ])('%s', (_, text, lines) => {
    expect(fitLines(text, 2, 4, 1, roughly)).toEqual(lines);
  });
});
