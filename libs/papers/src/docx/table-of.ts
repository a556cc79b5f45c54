import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type ITableOptions,
} from 'docx';
import { numberColumns, type TableBlock } from '../number-columns.js';
import { FONT, SIZE, TYPE_WIDTH } from './layout.js';
import { air, paragraphs, type Face } from './text-runs.js';

const CELL: Face = { size: SIZE.smallFour };
const HEAD: Face = { font: FONT.hei, size: SIZE.smallFour };

/** Twips between the text of a cell and its lines. */
const AIRY: Pick<ITableOptions, 'margins'> = {
  margins: { top: 40, bottom: 40, left: 85, right: 85 },
};

/** A table of a bulletin: off the text over it, air in its cells, numbers at the right. */
export const airyTable = (block: TableBlock): readonly (Table | Paragraph)[] => [
  air(),
  ...tableOf(block, AIRY, numberColumns(block)),
];

/** A table over the whole width whose head comes again on each page and whose rows do not break. */
export function tableOf(
  block: TableBlock,
  look: Pick<ITableOptions, 'margins'> = {},
  atRight: ReadonlySet<number> = new Set(),
): readonly (Table | Paragraph)[] {
  const placeOf = (i: number) => (atRight.has(i) ? AlignmentType.RIGHT : AlignmentType.LEFT);
  const widths = columnWidths(block);
  const head = block.head.length === 0 ? [] : [rowOf(block.head, widths, HEAD, null)];
  const table = new Table({
    width: { size: TYPE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [...head, ...block.rows.map((cells) => rowOf(cells, widths, CELL, placeOf))],
    ...look,
  });
  // A table needs a paragraph after it: two tables in a row would grow into one.
  return [table, new Paragraph({ spacing: { line: 120, lineRule: 'exact' } })];
}

/** Twips a column; the last takes what rounding left. */
export function columnWidths({ head, rows, shares }: TableBlock): number[] {
  const columns = Math.max(head.length, ...rows.map((row) => row.length), 1);
  const parts = Array.from({ length: columns }, (_, i) => Math.max(shares?.[i] ?? 1, 0.1));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const widths = parts.map((part) => Math.floor((part / whole) * TYPE_WIDTH));
  const used = widths.slice(0, -1).reduce((sum, width) => sum + width, 0);
  return [...widths.slice(0, -1), TYPE_WIDTH - used];
}

type Place = (typeof AlignmentType)['LEFT' | 'RIGHT'];

/** A row of the body where its cells have places, else of the head, which is centred. */
function rowOf(
  cells: readonly string[],
  widths: readonly number[],
  face: Face,
  placeOf: ((column: number) => Place) | null,
): TableRow {
  return new TableRow({
    tableHeader: placeOf === null,
    cantSplit: true,
    children: widths.map(
      (width, i) =>
        new TableCell({
          width: { size: width, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: paragraphs(cells[i] ?? '', face, {
            alignment: placeOf?.(i) ?? AlignmentType.CENTER,
            spacing: { line: 360, lineRule: 'atLeast' },
          }),
        }),
    ),
  });
}
