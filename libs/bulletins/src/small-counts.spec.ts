import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { harmless, harmlessTable } from './small-counts.js';

describe('a count', () => {
  it.each([
    [0, '0'],
    [1, '少于5'],
    [4, '少于5'],
    [5, '5'],
  ])('of %i is shown as %s', (count, shown) => {
    expect(harmless(count, 5)).toBe(shown);
  });
});

describe('counts with their total', () => {
  it.each([
    ['nothing small', [5, 9], ['5', '9'], '14'],
    ['one small hides the next smallest', [2, 9, 30], ['少于5', '不单列', '30'], '41'],
    ['two small hide each other', [2, 3, 30], ['少于5', '少于5', '30'], '35'],
    ['one small alone hides the total', [0, 2], ['0', '少于5'], '少于5'],
    ['two small with a small total', [1, 2], ['少于5', '少于5'], '少于5'],
    ['nothing at all', [0, 0], ['0', '0'], '0'],
  ])('%s', (_what, counts, cells, total) => {
    expect(harmlessTable(counts, 5)).toEqual({ cells, total });
  });

  it('no small one follows from what is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 8 }), (counts) => {
        const { cells, total } = harmlessTable(counts, 5);
        const hidden = counts.filter((_, at) => !/^\d+$/.test(cells[at] ?? ''));
        const totalShown = /^\d+$/.test(total);
        expect(totalShown && hidden.length === 1).toBe(false);
        counts.forEach((count, at) => {
          if (count > 0 && count < 5) expect(cells[at]).toBe('少于5');
        });
      }),
    );
  });
});
