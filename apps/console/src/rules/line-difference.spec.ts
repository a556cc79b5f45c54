import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineDifference } from './line-difference.js';

const SIGNS = { same: ' ', removed: '-', added: '+' };
const told = (before: string, after: string) =>
  lineDifference(before, after).map(({ kind, text }) => `${SIGNS[kind]}${text}`);

describe('the difference of two texts', () => {
  it.each([
    ['甲\n乙\n丙', '甲\n丁\n丙', [' 甲', '-乙', '+丁', ' 丙']],
    ['', '甲', ['+甲']],
    ['甲', '', ['-甲']],
    ['甲\n乙', '甲\n乙', []],
    ['1\n2\n3\n4\n5\n6\n7', '1\n2\n3\n4\n5\n6\n8', [' 5', ' 6', '-7', '+8']],
    ['0\n2\n3\n4\n5\n6\n7', '1\n2\n3\n4\n5\n6\n7', ['-0', '+1', ' 2', ' 3', ' ……']],
  ])('%j → %j', (before, after, lines) => {
    expect(told(before, after)).toEqual(lines);
  });

  it('names every line that only one of them has', () => {
    const text = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 8 });
    fc.assert(
      fc.property(text, text, (old, now) => {
        const lines = lineDifference(old.join('\n'), now.join('\n'));
        const count = (kind: string) => lines.filter((line) => line.kind === kind).length;
        expect(count('added') - count('removed')).toBe(now.length - old.length);
      }),
    );
  });
});
