import { Invalid } from '@risk/kit';
import type { Cell, ReadOptions } from './file-item.js';
import { LIMITS } from './limits.js';

/** A row before anybody knows the header; holes are undefined. */
export interface PlainRow {
  readonly row: number;
  readonly values: readonly Cell[];
}

/** A merged range; rows from 1, columns from 0, ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The header of a table and where its data begins. */
export interface Header {
  readonly names: readonly string[];
  /** Last row that belongs to the header. */
  readonly lastRow: number;
}

/** So many rows are looked at: titles, notes and dates of making stand above a header. */
export const HEADER_WITHIN = 20;

const isEmpty = (cell: Cell): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');

const filled = (row: PlainRow): Cell[] => row.values.filter((cell) => !isEmpty(cell));

const VALUE = /^[-+]?[\d.,:/\s年月日-]+$|^https?:/;

/** Headers are short texts; numbers, dates and sentences are data. */
const looksLikeHeader = (cell: Cell): boolean =>
  typeof cell === 'string' && cell.trim().length <= 40 && !VALUE.test(cell.trim());

/** Finds the header among the first rows; null when there is no row at all. */
export function findHeader(
  rows: readonly PlainRow[],
  merges: readonly Merge[],
  options: ReadOptions,
): Header | null {
  const solid = rows.filter((row) => filled(row).length > 0);
  if (solid.length === 0) return null;
  const chosen = given(solid, options) ?? mostKnown(solid, options) ?? widest(solid);
  if (!chosen)
    throw new Invalid(`前 ${HEADER_WITHIN} 行里找不到表头，请用 --header-row 指明表头在第几行`);
  const block = blockAround(chosen, merges);
  return { names: namesOf(solid, block, merges, options), lastRow: block.bottom };
}

function given(rows: readonly PlainRow[], { headerRow }: ReadOptions): PlainRow | undefined {
  if (headerRow === undefined) return undefined;
  const row = rows.find((r) => r.row === headerRow);
  if (!row) throw new Invalid(`第 ${headerRow} 行是空的，不能作表头`);
  return row;
}

function mostKnown(rows: readonly PlainRow[], { knows }: ReadOptions): PlainRow | undefined {
  if (!knows) return undefined;
  const known = (row: PlainRow): number =>
    row.values.filter((cell) => typeof cell === 'string' && !isEmpty(cell) && knows(cell)).length;
  const best = rows.reduce((a, b) => (known(b) > known(a) ? b : a));
  return known(best) >= Math.min(2, filled(best).length) ? best : undefined;
}

function widest(rows: readonly PlainRow[]): PlainRow | undefined {
  const width = Math.max(...rows.map((row) => filled(row).length));
  return rows.find(
    (row) => filled(row).length >= width * 0.6 && filled(row).every(looksLikeHeader),
  );
}

interface Block {
  readonly top: number;
  readonly bottom: number;
}

const isTall = (m: Merge): boolean => m.bottom > m.top;
const touches = (m: Merge, row: number): boolean => m.top <= row && row <= m.bottom;

/** A header of two storeys: cells merged downwards, or names that span the names below them. */
function blockAround({ row }: PlainRow, merges: readonly Merge[]): Block {
  const here = merges.filter((m) => touches(m, row) && m.top >= row - 2 && m.bottom <= row + 2);
  const tall = here.filter(isTall);
  const top = Math.min(row, ...tall.map((m) => m.top));
  const bottom = Math.max(row, ...tall.map((m) => m.bottom));
  return { top, bottom };
}

function namesOf(
  rows: readonly PlainRow[],
  block: Block,
  merges: readonly Merge[],
  { knows }: ReadOptions,
): string[] {
  const storeys = rows.filter((r) => r.row >= block.top && r.row <= block.bottom);
  const width = Math.max(...storeys.map((r) => r.values.length));
  if (width > LIMITS.columns) throw new Invalid(`列数 ${width} 超过上限 ${LIMITS.columns}`);
  const taken = new Map<string, number>();
  return Array.from({ length: width }, (_, column) => {
    const parts = storeys.map((r) => textAt(storeys, r.row, column, merges));
    const name =
      nameOf([...new Set(parts.filter((part) => part !== ''))], knows) || `第${column + 1}列`;
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return times === 1 ? name : `${name}_${times}`;
  });
}

/** 被投诉方 over 名称 is 被投诉方名称, unless only 名称 by itself is known. */
function nameOf(parts: readonly string[], knows: ReadOptions['knows']): string {
  const joined = parts.join('');
  const last = parts.at(-1) ?? '';
  return knows && !knows(joined) && knows(last) ? last : joined;
}

function textAt(
  rows: readonly PlainRow[],
  row: number,
  column: number,
  merges: readonly Merge[],
): string {
  const merge = merges.find((m) => touches(m, row) && m.left <= column && column <= m.right);
  const cell = rows.find((r) => r.row === (merge?.top ?? row))?.values[merge?.left ?? column];
  return isEmpty(cell) ? '' : String(cell).replace(/\s+/g, ' ').trim();
}

/** Gives the cells of a row their names; cells beyond the header get a number. */
export function namedCells(header: Header, values: readonly Cell[]): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  const width = Math.max(header.names.length, values.length);
  for (let column = 0; column < width; column += 1) {
    const name = header.names[column] ?? `第${column + 1}列`;
    const beyond = header.names[column] === undefined;
    if (!(beyond && isEmpty(values[column]))) cells[name] = values[column] ?? '';
  }
  return cells;
}

/** Whether a row is empty, or the header once more as printed pages repeat it. */
export function isNoData(header: Header, values: readonly Cell[]): boolean {
  const solid = values.filter((cell) => !isEmpty(cell));
  if (solid.length === 0) return true;
  return (
    solid.length > 1 &&
    values.every((cell, at) => isEmpty(cell) || String(cell).trim() === header.names[at])
  );
}
