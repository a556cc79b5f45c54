import { describe, expect, it } from '@jest/globals';
import {
  DRAFT_MARK,
  chineseNumber,
  paperText,
  withHeadingNumbers,
  writtenDay,
  type Block,
  type HeadingLevel,
  type Paper,
} from './index.js';

const heading = (level: HeadingLevel, text: string): Block => ({ kind: 'heading', level, text });
const PAPER: Paper = {
  kind: 'letter',
  title: '关于某事的函',
  addressee: '郴州市公安局',
  body: [heading(1, '事实'), { kind: 'paragraph', text: '正文。' }],
  attachments: ['清单', '回执'],
  signature: { unit: '某办', sealed: true },
  date: '2026-09-06',
  copies: ['甲单位', '乙单位'],
  isDraft: true,
  number: null,
};

describe('a number of a heading', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [35, '三十五'],
    [99, '九十九'],
  ])('%d is %s', (n, words) => {
    expect(chineseNumber(n)).toBe(words);
  });
});

describe('headings', () => {
  it('are counted a level, and a higher one begins its lower ones anew', () => {
    const levels: HeadingLevel[] = [1, 2, 2, 3, 4, 1, 2, 3];
    const numbered = withHeadingNumbers(levels.map((level) => heading(level, '题')));
    expect(numbered.map((block) => (block.kind === 'heading' ? block.text : ''))).toEqual([
      '一、题',
      '（一）题',
      '（二）题',
      '1.题',
      '（1）题',
      '二、题',
      '（一）题',
      '1.题',
    ]);
  });
});

describe('a day on paper', () => {
  it.each([
    ['2026-09-06', '2026年9月6日'],
    ['2026-11-27', '2026年11月27日'],
    ['待定', '待定'],
  ])('%s is written %s', (day, words) => {
    expect(writtenDay(day)).toBe(words);
  });
});

describe('the words of a paper', () => {
  it('are all of them, in the order of the sheet', () => {
    expect(paperText(PAPER)).toEqual([
      '关于某事的函',
      DRAFT_MARK,
      '郴州市公安局：',
      '一、事实',
      '正文。',
      '附件：1. 清单',
      '　　　2. 回执',
      '某办',
      '2026年9月6日',
      '抄送：甲单位，乙单位。',
    ]);
  });

  it('show the number in place of the mark once a person signed', () => {
    expect(paperText({ ...PAPER, isDraft: false, number: '郴金办函〔2026〕1号' })[1]).toBe(
      '郴金办函〔2026〕1号',
    );
  });
});
