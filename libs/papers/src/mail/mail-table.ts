import { widthOf } from '../docx/ending-place.js';
import { numberColumns, type TableBlock } from '../number-columns.js';
import { INK, RULE, font, inHtml } from './styles.js';

/**
 * A table of a paper. One too wide for a phone names the column in each cell, by which the small
 * screen's style lays its rows out as cards; where a mail program strips the names or the style, it
 * stays a table.
 */
export function mailTable(block: TableBlock): string {
  const columns = columnsOf(block);
  const labels = isTooWide(block) ? columns.map((i) => block.head[i] ?? '') : null;
  const head = block.head.length === 0 ? '' : headRow(block, labels);
  const rows = block.rows.map((cells) => bodyRow(cells, numberColumns(block), labels, columns));
  return `<table width="100%" cellspacing="0" cellpadding="0" border="0" style="width:100%;margin:10px 0 14px;border-collapse:collapse">${head}${rows.join('')}</table>`;
}

const columnsOf = ({ head, rows }: TableBlock): readonly number[] =>
  Array.from({ length: Math.max(head.length, ...rows.map((row) => row.length), 1) }, (_, i) => i);

/** Seven columns, or five whose texts take more than 30 characters beside each other, wrap after every third one. */
function isTooWide(block: TableBlock): boolean {
  const columns = columnsOf(block);
  const widest = columns.map((i) =>
    Math.max(...[block.head, ...block.rows].map((row) => widthOf(row[i] ?? ''))),
  );
  return (
    columns.length >= 7 ||
    (columns.length >= 5 && widest.reduce((sum, width) => sum + width, 0) > 30)
  );
}

/** Per cent a column where the writer gave shares; else each takes what its texts need. */
function widthsOf(block: TableBlock): readonly string[] {
  const { shares } = block;
  if (!shares) return columnsOf(block).map(() => '');
  const parts = columnsOf(block).map((i) => Math.max(shares[i] ?? 1, 0.1));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => ` width="${Math.round((part / whole) * 100)}%"`);
}

const CELL = `padding:6px;border:1px solid ${RULE};${font(14, 1.5)};color:${INK};word-break:break-word`;

function headRow(block: TableBlock, labels: readonly string[] | null): string {
  const label = labels ? ' data-label=""' : '';
  const cells = widthsOf(block).map(
    (width, i) =>
      `<th${label}${width} bgcolor="#f2f4f7" style="${CELL};font-weight:bold;text-align:center">${inHtml(block.head[i] ?? '')}</th>`,
  );
  return `<tr>${cells.join('')}</tr>`;
}

function bodyRow(
  cells: readonly string[],
  atRight: ReadonlySet<number>,
  labels: readonly string[] | null,
  columns: readonly number[],
): string {
  const row = columns.map((i) => {
    const label = labels ? ` data-label="${inHtml(labels[i] ?? '')}"` : '';
    const side = atRight.has(i) ? 'right' : 'left';
    const whole = atRight.has(i) || isShortName(i, cells) ? ';white-space:nowrap' : '';
    return `<td${label} align="${side}" style="${CELL};text-align:${side}${whole}">${inHtml(cells[i] ?? '')}</td>`;
  });
  return `<tr>${row.join('')}</tr>`;
}

/** What a row is about, if short, is not broken: 红色预警. */
const isShortName = (i: number, cells: readonly string[]): boolean =>
  i === 0 && widthOf(cells[0] ?? '') <= 5;
