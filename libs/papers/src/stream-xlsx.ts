import { PassThrough, type Readable } from 'node:stream';
import type { Cell } from '@risk/domain';
import { harmlessCell } from './sheets/harmless-cell.js';
import { loadExcel } from './sheets/load-excel.js';
import { sheetNames } from './sheets/sheet-names.js';

/** A sheet whose rows come by and by. */
export interface StreamedSheet {
  readonly name: string;
  readonly head: readonly string[];
  /** Characters of each column. */
  readonly widths: readonly number[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}

/** Writes a long sheet as XLSX while its rows are read: little memory, and others are served meanwhile. */
export function streamXlsx(sheet: StreamedSheet): Readable {
  const bytes = new PassThrough();
  write(sheet, bytes).catch((error: unknown) => bytes.destroy(error as Error));
  return bytes;
}

async function write(
  { name, head, widths, rows }: StreamedSheet,
  bytes: PassThrough,
): Promise<void> {
  const ExcelJS = await loadExcel();
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: bytes, useSharedStrings: false });
  const page = book.addWorksheet(sheetNames([name])[0] ?? name, {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  page.columns = widths.map((width) => ({ width }));
  const headRow = page.addRow(head.map(harmlessCell));
  headRow.font = { bold: true };
  headRow.commit();
  for await (const row of rows) page.addRow(row.map(harmlessCell)).commit();
  page.commit();
  await book.commit();
}
