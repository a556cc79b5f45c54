import type { Cell, Sheet } from '@risk/domain';
import { harmlessCell } from './sheets/harmless-cell.js';

/** Without it Excel takes UTF-8 for GBK. */
const BOM = '\ufeff';

/** Writes one sheet as CSV: UTF-8 with BOM, RFC 4180 quoting, nothing runs as a formula. */
export function renderCsv({ head, rows }: Sheet): Buffer {
  const lines = [head, ...rows].map((row) => row.map(fieldOf).join(','));
  return Buffer.from(`${BOM}${lines.join('\r\n')}\r\n`, 'utf8');
}

function fieldOf(cell: Cell): string {
  const text = String(harmlessCell(cell) ?? '');
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
