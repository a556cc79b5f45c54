import { describe, expect, it } from '@jest/globals';
import { pagesOf } from './piece.js';
import { setTable } from './set-table.js';
import { SHEET } from './sheet.js';

const rowsOf = (count: number) => Array.from({ length: count }, (_, i) => [String(i + 1)]);
const tableOf = (count: number) => setTable({ kind: 'table', head: ['序号'], rows: rowsOf(count) });
/** What stands on each page: the words of its pieces; what fills the page before is not counted. */
const dealt = (count: number, room: number) => {
  const filler = { height: SHEET.typeHeight - room, ink: [] };
  return pagesOf([filler, ...tableOf(count)], SHEET.typeHeight).map((page) =>
    page.flatMap(({ piece }) =>
      piece.ink.flatMap((ink) => (ink.kind === 'text' ? [ink.text] : [])),
    ),
  );
};
/** What stands under a table has to fit too. */
const AIR = 7;
/** Rows of one line are as high as the head. */
const HEIGHT = tableOf(1)[0]!.height;

describe('a table on pages', () => {
  it.each([
    [
      'goes over whole where only its head and one row would stay',
      4,
      2,
      [[], ['序号', '1', '2', '3', '4']],
    ],
    [
      'begins where its first two rows fit',
      5,
      3,
      [
        ['序号', '1', '2'],
        ['序号', '3', '4', '5'],
      ],
    ],
    [
      'never leaves its last row alone',
      4,
      4,
      [
        ['序号', '1', '2'],
        ['序号', '3', '4'],
      ],
    ],
    ['of one row stands where it fits', 1, 2, [['序号', '1']]],
    ['of two rows is not torn', 2, 2, [[], ['序号', '1', '2']]],
  ])('%s', (_, count, rows, pages) => {
    expect(dealt(count, rows * HEIGHT + AIR)).toEqual(pages);
  });
});
