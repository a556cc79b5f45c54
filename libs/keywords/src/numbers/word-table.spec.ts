import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldOf, isGap, WIDEST_GAP } from './fold-unit.js';
import type { WordList } from './letter-tree.js';
import { WordTable, lengthOf } from './word-table.js';

const LISTS: WordList = [
  [1, '息 利息 年息', 12],
  [2, '信息'],
  [3, '增值 增值税'],
];
const right = new WordTable(LISTS, 1);
const left = new WordTable(LISTS, -1);

describe('a word is found at a place', () => {
  it.each<[string, number, number]>([
    ['利息', 1, 2],
    ['信息', 2, 2],
    ['增值税', 3, 3],
    ['增值额', 3, 2],
    ['利★息', 1, 3],
    ['利 息', 1, 3],
    ['利潤', 0, 0],
    ['利\n息', 0, 0],
  ])('%s to the right', (text, sense, length) => {
    const match = right.find(text, 0);
    expect([right.senseOf(match), lengthOf(match)]).toEqual([sense, length]);
  });

  it.each<[string, number, number]>([
    ['利息', 1, 2],
    ['信息', 2, 2],
    ['本息', 1, 1],
    ['增·值·税', 3, 5],
    ['增值', 3, 2],
  ])('%s to the left', (text, sense, length) => {
    const match = left.find(text, text.length - 1);
    expect([left.senseOf(match), lengthOf(match)]).toEqual([sense, length]);
  });

  it('with its value, and nowhere outside the text', () => {
    expect(right.valueOf(right.find('年息', 0))).toBe(12);
    expect(right.valueOf(right.find('信息', 0))).toBe(0);
    expect([right.find('息', -1), right.find('息', 1), left.find('', -1)]).toEqual([0, 0, 0]);
  });

  it('whose first letter is sought', () => {
    expect(right.seek('小区的利息', 0, 5)).toBe(3);
    expect(right.seek('小区的路灯', 0, 5)).toBe(5);
    expect(left.seek('利息在小区', 4, -1)).toBe(1);
    expect(left.seek('路灯在小区', 4, -1)).toBe(-1);
  });
});

/** The same by trying every word letter by letter. */
function slowLength(words: readonly string[], text: string, start: number, step: 1 | -1): number {
  const lengths = words.map((word) => {
    const letters = step === 1 ? Array.from(word) : Array.from(word).reverse();
    let at = start;
    for (const [i, letter] of letters.entries()) {
      const from = at;
      while (i > 0 && isGap(text.charCodeAt(at)) && Math.abs(at - from) < WIDEST_GAP) at += step;
      if (foldOf(text.charCodeAt(at)) !== letter.charCodeAt(0)) return 0;
      at += step;
    }
    return Math.abs(at - start);
  });
  return Math.max(0, ...lengths);
}

describe('whatever the words and the text', () => {
  it('the longest word is found that a slow search finds', () => {
    const word = fc
      .array(fc.constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 4 })
      .map((letters) => letters.join(''));
    const text = fc
      .array(fc.constantFrom('甲', '乙', '丙', '丁', '★', ' '), { maxLength: 12 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 12 }),
        text,
        fc.constantFrom<1 | -1>(1, -1),
        (words, where, step) => {
          const table = new WordTable([[1, words.join(' ')]], step);
          for (let at = 0; at < where.length; at++)
            expect(lengthOf(table.find(where, at))).toBe(slowLength(words, where, at, step));
        },
      ),
    );
  });
});
