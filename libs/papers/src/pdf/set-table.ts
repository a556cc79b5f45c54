import type { Block } from '@risk/domain';
import type { Ink, Piece } from './piece.js';
import { SHEET, STYLES, type Style } from './sheet.js';
import { setText } from './type-setter.js';

type TableBlock = Extract<Block, { kind: 'table' }>;

const PADDING = { x: 5.4, y: 3 } as const;
const PITCH = 18;
const RULE = 0.5;

/**
 * A table over the whole width: a piece a row, so that no row is torn, and its head on every page. Its
 * first two rows stay together, and its last two: a page that ends after one row, or begins with the
 * last one alone, reads as a mistake.
 */
export function setTable(block: TableBlock): readonly Piece[] {
  const widths = shareOut(block);
  const head =
    block.head.length === 0 ? undefined : setRow(block.head, widths, STYLES.head, 'centre');
  const last = block.rows.length - 1;
  const rows = block.rows.map((cells, i) => ({
    ...setRow(cells, widths, STYLES.cell, 'left'),
    head,
    keepNext: last > 0 && (i === 0 || i === last - 1),
  }));
  return [
    ...(head ? [{ ...head, keepNext: rows.length > 0 }] : []),
    ...rows,
    { height: 6, ink: [] },
  ];
}

function shareOut({ head, rows, shares }: TableBlock): readonly number[] {
  const columns = Math.max(head.length, ...rows.map(({ length }) => length), 1);
  const parts = Array.from({ length: columns }, (_, i) => Math.max(shares?.[i] ?? 1, 0.1));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => (part / whole) * SHEET.typeWidth);
}

function setRow(
  cells: readonly string[],
  widths: readonly number[],
  style: Style,
  align: 'centre' | 'left',
): Piece {
  const set = widths.map((width, i) =>
    setText(cells[i] ?? '', style, { align, width: width - 2 * PADDING.x, pitch: PITCH }),
  );
  const height = Math.max(...set.map(({ length }) => length)) * PITCH + 2 * PADDING.y;
  let left = 0;
  const ink = set.flatMap((lines, i) => {
    const width = widths[i] ?? 0;
    const down = (height - lines.length * PITCH) / 2;
    const inked = [...frame(left, width, height), ...moved(lines, left + PADDING.x, down)];
    left += width;
    return inked;
  });
  return { height, ink };
}

/** Lines under one another as ink of one piece. */
const moved = (lines: readonly Piece[], x: number, down: number): readonly Ink[] =>
  lines.flatMap(({ ink }, nth) =>
    ink.map((one) =>
      one.kind === 'text' ? { ...one, x: one.x + x, y: one.y + down + nth * PITCH } : one,
    ),
  );

/** All four sides: the next row draws over them, and a page may end at any row. */
function frame(x: number, width: number, height: number): readonly Ink[] {
  const corners = [
    [x, 0],
    [x + width, 0],
    [x + width, height],
    [x, height],
    [x, 0],
  ] as const;
  return corners.slice(1).map(([toX, toY], i) => {
    const [fromX, fromY] = corners[i] ?? [x, 0];
    return { kind: 'rule', x: fromX, y: fromY, toX, toY, width: RULE };
  });
}
