import type { FileItem } from '@risk/files';
import type { Cell, Sheet } from '@risk/domain';
import type { ImportFault } from '@risk/intake';
import { objectIn } from './object-in.js';

/** The columns that a file of rows to correct has besides; an import takes no notice of them. */
const ROW = '原文件行号';
const SHEET = '原工作表';
const REASON = '出错原因（导入时忽略本列）';

export const isFaultColumn = (header: string): boolean =>
  header === ROW || header === SHEET || header === REASON;

/** Before a text that a spreadsheet would take for a formula stands an apostrophe, which is not its own. */
const DISARMED = /^'(?=\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** A row of a corrected file as it was in the first one: without our columns and our apostrophes. */
export function asItWas(item: FileItem): FileItem {
  if (item.kind !== 'row' || !(REASON in item.cells)) return item;
  const own = Object.entries(item.cells).filter(([header]) => !isFaultColumn(header));
  const cells = Object.fromEntries(
    own.map(([header, cell]) => [
      header.replace(DISARMED, ''),
      typeof cell === 'string' ? cell.replace(DISARMED, '') : cell,
    ]),
  );
  return { ...item, cells, raw: JSON.stringify(cells) };
}

/** The rows that were not taken as a sheet: where each stood, why, and its cells to be put right. */
export function faultSheet(faults: readonly ImportFault[]): Sheet {
  const headers = [...new Set(faults.flatMap(({ cells }) => Object.keys(cells)))];
  const sheets = new Set(faults.map(({ sheet }) => sheet));
  const withSheet = sheets.size > 1;
  return {
    name: '需更正的行',
    head: [ROW, ...(withSheet ? [SHEET] : []), REASON, ...headers],
    rows: faults.map(({ sheet, row, reason, cells }) => [
      row,
      ...(withSheet ? [sheet] : []),
      reason,
      ...headers.map((header) => cellOf(cells[header])),
    ]),
  };
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? (value ? '是' : '否') : JSON.stringify(value);
}

/** The cells of a row, readable or not. */
export function cellsOf(item: FileItem): Readonly<Record<string, unknown>> {
  if (item.kind === 'row') return item.cells;
  const parsed = objectIn(item.raw);
  return parsed ?? { 原始行: item.raw };
}
