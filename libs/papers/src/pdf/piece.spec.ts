import { describe, expect, it } from '@jest/globals';
import { pagesOf, type Piece } from './piece.js';

const HEAD: Piece = { height: 1, ink: [] };
const piece = (height: number, more: Partial<Piece> = {}): Piece => ({ height, ink: [], ...more });
const row = piece(3, { head: HEAD });

const picture = (height: number) =>
  piece(height, { smaller: { least: 5, at: (smaller) => piece(smaller) } });

/** The heights of the pieces of each page of ten. */
const dealt = (...pieces: readonly Piece[]) =>
  pagesOf(pieces, 10).map((page) => page.map((one) => one.piece.height));

describe('pages', () => {
  it.each([
    ['are filled', [piece(4), piece(4), piece(4)], [[4, 4], [4]]],
    ['never end in a heading', [piece(8), piece(2, { keepNext: true }), piece(3)], [[8], [2, 3]]],
    [
      'begin with the head of a table that goes on',
      [row, row, row, row],
      [
        [3, 3, 3],
        [1, 3],
      ],
    ],
    ['hold even what is too high for them', [piece(2), piece(15), piece(2)], [[2], [15], [2]]],
    [
      'part company only where it fills more than one',
      [piece(6, { keepNext: true }), piece(6)],
      [[6], [6]],
    ],
    [
      'begin with the head also where rows that belong together do not fit on one',
      [piece(6, { head: HEAD, keepNext: true }), piece(6, { head: HEAD })],
      [[6], [1, 6]],
    ],
    [
      'are filled by a picture drawn smaller, heading and all',
      [piece(3), piece(1, { keepNext: true }), picture(8)],
      [[3, 1, 6]],
    ],
    ['begin with a picture that would become too small', [piece(6), picture(8)], [[6], [8]]],
    ['of nothing are one', [], [[]]],
  ])('%s', (_, pieces, pages) => {
    expect(dealt(...pieces)).toEqual(pages);
  });
});
