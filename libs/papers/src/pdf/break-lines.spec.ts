import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakLines, unitsOf, type Advance } from './break-lines.js';

/** Chinese takes one, Latin half. */
const advance: Advance = (char) => (char < '\u2000' ? 0.5 : 1);
const broken = (text: string, width: number, first = width) =>
  breakLines(text, { first, rest: width }, advance).map((line) => line.text);

describe('lines', () => {
  it.each([
    ['are filled', '甲乙丙丁戊', ['甲乙丙', '丁戊']],
    ['never begin with what closes, but let it stand over', '甲乙丙。丁', ['甲乙', '丙。丁']],
    ['let half a blank stand over the edge', '甲乙。。', ['甲', '乙。。']],
    ['never end in what opens', '甲乙（丙）', ['甲乙', '（丙）']],
    ['keep numbers whole', '共有12345件', ['共有', '12345', '件']],
    ['keep numbers and their marks whole', '约12.5%', ['约', '12.5%']],
    ['tear what is longer than a line', 'abcdefghij', ['abcdef', 'ghij']],
    ['do not begin with a blank', '甲乙丙 丁', ['甲乙丙', '丁']],
    ['of nothing are one', '', ['']],
  ])('%s', (_, text, lines) => {
    expect(broken(text, 3)).toEqual(lines);
  });

  it('are shorter where the first one is indented', () => {
    expect(broken('甲乙丙丁戊', 4, 2)).toEqual(['甲乙', '丙丁戊']);
  });

  it('lose nothing but blanks, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('甲乙。，（）“”12 ab%')) }),
        fc.integer({ min: 1, max: 9 }),
        (text, width) => {
          expect(broken(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });
});

it.each([
  ['brackets stay with what they hold', '（甲）乙', ['（甲）', '乙']],
  ['addresses stay whole', '见https://a.cn/b?c=1。', ['见', 'https://a.cn/b?c=1。']],
])('%s', (_, text, units) => {
  expect(unitsOf(text)).toEqual(units);
});
