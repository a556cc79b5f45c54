import type { Block } from '@risk/domain';
import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { FONT, SIZE, TYPE_WIDTH } from './layout.js';
import { paragraphs, type Face } from './text-runs.js';

type TableBlock = Extract<Block, { kind: 'table' }>;

const CELL: Face = { size: SIZE.smallFour };
const HEAD: Face = { font: FONT.hei, size: SIZE.smallFour };

/** A table over the whole width whose head comes again on each page and whose rows do not break. */
export function tableOf(block: TableBlock): readonly (Table | Paragraph)[] {
  const widths = columnWidths(block);
  const head = block.head.length === 0 ? [] : [rowOf(block.head, widths, HEAD, true)];
  const table = new Table({
    width: { size: TYPE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [...head, ...block.rows.map((cells) => rowOf(cells, widths, CELL, false))],
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

function rowOf(
  cells: readonly string[],
  widths: readonly number[],
  face: Face,
  isHead: boolean,
): TableRow {
  const alignment = isHead ? AlignmentType.CENTER : AlignmentType.LEFT;
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: widths.map(
      (width, i) =>
        new TableCell({
          width: { size: width, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: paragraphs(cells[i] ?? '', face, {
            alignment,
            spacing: { line: 360, lineRule: 'atLeast' },
          }),
        }),
    ),
  });
}
