import { describe, expect, it } from '@jest/globals';
import { compileTerms } from '../term-scanner.js';
import { settled, type Claim } from './settle.js';

/** Claims in words: `逾期 2-4 0.9`. */
const claimOf = (words: string): Claim => {
  const [says = '', span = '', confidence = ''] = words.split(' ');
  const [start = 0, end = 0] = span.split('-').map(Number);
  return { says, start, end, confidence: Number(confidence) };
};
const saidBy = (claims: readonly Claim[]): string[] => claims.map(({ says }) => says);

describe('of disguises that overlap', () => {
  it.each<[string, string[], string[], string[]]>([
    [
      'one across the border of two others goes, however certain',
      ['捕鱼 0-2 0.8', '逾期 1-3 0.99', '棋牌 2-4 0.8'],
      [],
      ['捕鱼', '棋牌'],
    ],
    ['the less certain of two goes', ['捕鱼 0-2 0.8', '逾期 1-3 0.9'], [], ['逾期']],
    ['two as certain stay', ['捕鱼 0-2 0.9', '逾期 1-3 0.9'], [], ['捕鱼', '逾期']],
    [
      'those that say the same there stay',
      ['保本高息 0-4 0.9', '高息理财 2-6 0.8'],
      [],
      ['保本高息', '高息理财'],
    ],
    ['one inside another stays', ['保本高息 0-4 0.9', '高息 2-4 0.8'], [], ['保本高息', '高息']],
    ['side by side both stay', ['捕鱼 0-2 0.8', '棋牌 2-4 0.9'], [], ['捕鱼', '棋牌']],
    ['what is plain decides', ['逾期 1-3 0.99'], ['捕鱼 0-2 1'], []],
    ['plain on both sides too', ['逾期 1-3 0.99'], ['捕鱼 0-2 1', '棋牌 2-4 1'], []],
    ['what is plain and says the same does not', ['本金 1-3 0.8'], ['保本 0-2 1'], ['本金']],
    [
      'what has gone disputes nothing any more',
      ['甲乙 0-2 0.8', '丙丁 1-3 0.99', '戊己 2-4 0.8', '庚辛 3-5 0.7'],
      [],
      ['甲乙', '戊己'],
    ],
  ])('%s', (_, disguised, plain, left) => {
    expect(saidBy(settled(disguised.map(claimOf), plain.map(claimOf)))).toEqual(left);
  });

  it('a text says each character once', () => {
    const scanner = compileTerms(
      ['捕鱼', '棋牌', '逾期'].map((term) => ({ term, homophone: true })),
    );
    const found = scanner.scan('参與埔渔柒簰，首充');
    expect(found.map(({ term }) => scanner.textOf(term))).toEqual(['捕鱼', '棋牌']);
  });
});
