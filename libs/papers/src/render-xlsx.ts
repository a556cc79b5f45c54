import type { Cell, Sheet } from '@risk/domain';
import { Invalid, isCalendarDay } from '@risk/kit';
import type { Style, Workbook, XlsxWriteOptions } from 'exceljs';
import { loadExcel } from './sheets/load-excel.js';
import { harmlessCell } from './sheets/harmless-cell.js';
import { sheetNames } from './sheets/sheet-names.js';
import { restamp } from './zip/restamp.js';

/** Writes sheets as XLSX: head frozen, nothing runs as a formula, same sheets and day give the same bytes. */
export async function renderXlsx(sheets: readonly Sheet[], day: string): Promise<Buffer> {
  if (!isCalendarDay(day)) throw new Invalid(`day：应为 yyyy-mm-dd 的日期，而不是“${day}”`);
  if (sheets.length === 0) throw new Invalid('sheets：至少要有一张表');
  const ExcelJS = await loadExcel();
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date(`${day}T00:00:00Z`);
  const names = sheetNames(sheets.map(({ name }) => name));
  sheets.forEach((sheet, i) => addSheet(book, names[i] ?? sheet.name, sheet));
  return restamp(Buffer.from(await book.xlsx.writeBuffer(PLAINLY)), day);
}

/** Restamping packs it again: deflating twice, and in JavaScript, takes longer than all else. */
const PLAINLY: Partial<XlsxWriteOptions> = { zip: { compression: 'STORE' } };

function addSheet(book: Workbook, name: string, { head, rows }: Sheet): void {
  const page = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  page.addRow(head.map(harmlessCell)).font = { bold: true };
  for (const row of page.addRows(rows.map((row) => row.map(harmlessCell))))
    row.eachCell((cell) => (cell.style = PLAIN));
  page.columns.forEach((column, i) => {
    column.width = widthOf([head[i] ?? null, ...rows.slice(0, 100).map((row) => row[i] ?? null)]);
  });
}

/** One look for all: exceljs writes out the look of each cell to find its number, unless it knows the object. */
const PLAIN: Partial<Style> = {};

const NARROWEST = 8;
const WIDEST = 60;

/** Wide enough for most of what the first rows hold; Chinese characters count double. */
function widthOf(cells: readonly Cell[]): number {
  const widths = cells.map((cell) => String(cell ?? '').replace(/[^\0-\x7f]/g, '文字').length + 2);
  return Math.min(WIDEST, Math.max(NARROWEST, ...widths));
}
