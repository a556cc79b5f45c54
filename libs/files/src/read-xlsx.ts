import type { Cell, CellIssue, FileItem, ReadOptions } from './file-item.js';
import {
  findHeader,
  HEADER_WITHIN,
  isNoData,
  namedCells,
  type Header,
  type Merge,
} from './header-row.js';
import { LIMITS } from './limits.js';
import { Archive } from './xlsx/archive.js';
import { readCell } from './xlsx/cell-value.js';
import { SharedStrings } from './xlsx/shared-strings.js';
import { SheetRows, type SheetRow } from './xlsx/sheet-rows.js';
import { surveySheet } from './xlsx/survey-sheet.js';
import { readWorkbook, type Sheet, type Workbook } from './xlsx/workbook.js';
import { scanXml } from './xlsx/xml-scanner.js';

/** A row whose cells are read but have no names yet. */
interface ReadRow {
  readonly row: number;
  readonly values: readonly Cell[];
  readonly errors: ReadonlyMap<number, string>;
  readonly computed: readonly number[];
}

/** Reads the visible sheets of a workbook row by row, after every part was measured. */
export async function* readXlsx(path: string, options: ReadOptions): AsyncGenerator<FileItem> {
  const archive = await Archive.open(path, options.unpackedBytes);
  try {
    const workbook = await readWorkbook(archive, options.sheet);
    const strings = await sharedStrings(archive);
    const surveys: { sheet: Sheet; merges: Merge[] }[] = [];
    for (const sheet of workbook.sheets)
      surveys.push({ sheet, merges: await surveySheet(archive.bytes(sheet.part, LIMITS.sheet)) });
    for (const { sheet, merges } of surveys) {
      const rows = rowsOf(archive, sheet, workbook, strings, merges);
      yield* sheetItems(sheet.name, rows, merges, options);
    }
  } finally {
    archive.close();
  }
}

async function sharedStrings(archive: Archive): Promise<SharedStrings | null> {
  const part = 'xl/sharedStrings.xml';
  return archive.has(part) ? SharedStrings.read(archive.bytes(part, LIMITS.sheet)) : null;
}

async function* rowsOf(
  archive: Archive,
  sheet: Sheet,
  workbook: Workbook,
  strings: SharedStrings | null,
  merges: readonly Merge[],
): AsyncGenerator<ReadRow> {
  const listener = new SheetRows();
  const fill = new FillDown(merges);
  const bytes = archive.bytes(sheet.part, LIMITS.sheet);
  for await (const row of scanXml(bytes, listener, () => listener.take()))
    yield fill.apply(readRow(row, strings, workbook));
}

function readRow(
  { row, cells }: SheetRow,
  strings: SharedStrings | null,
  workbook: Workbook,
): ReadRow {
  const values: Cell[] = [];
  const errors = new Map<number, string>();
  const computed: number[] = [];
  for (const raw of cells) {
    if (raw.column < 0 || raw.column >= LIMITS.columns) continue;
    const cell = readCell(raw, strings, workbook);
    values[raw.column] = cell.value;
    if (cell.error !== null) errors.set(raw.column, cell.error);
    else if (cell.computed) computed.push(raw.column);
  }
  return { row, values, errors, computed };
}

/** A value merged downwards stands only in the first row of its range: the others get it here. */
class FillDown {
  private readonly starting = new Map<number, Merge[]>();
  private active: { readonly merge: Merge; readonly value: Cell }[] = [];

  constructor(merges: readonly Merge[]) {
    for (const merge of merges)
      if (merge.bottom > merge.top && merge.left === merge.right)
        this.starting.set(merge.top, [...(this.starting.get(merge.top) ?? []), merge]);
  }

  apply(row: ReadRow): ReadRow {
    if (this.starting.size === 0) return row;
    this.active = this.active.filter(({ merge }) => merge.bottom >= row.row);
    for (const merge of this.starting.get(row.row) ?? [])
      this.active.push({ merge, value: row.values[merge.left] });
    if (this.active.length === 0) return row;
    const values = [...row.values];
    for (const { merge, value } of this.active) values[merge.left] ??= value;
    return { ...row, values };
  }
}

async function* sheetItems(
  sheet: string,
  rows: AsyncIterable<ReadRow>,
  merges: readonly Merge[],
  options: ReadOptions,
): AsyncGenerator<FileItem> {
  const waiting: ReadRow[] = [];
  const warned = new Set<string>();
  let header: Header | null = null;
  for await (const row of rows) {
    if (header) yield* itemOf(sheet, row, header, warned);
    else waiting.push(row);
    if (header || waiting.length < HEADER_WITHIN) continue;
    header = findHeader(waiting, merges, options);
    yield* afterHeader(sheet, waiting, header, warned);
    waiting.length = 0;
  }
  if (!header) yield* afterHeader(sheet, waiting, findHeader(waiting, merges, options), warned);
}

function* afterHeader(
  sheet: string,
  rows: readonly ReadRow[],
  header: Header | null,
  warned: Set<string>,
) {
  if (!header) return;
  for (const row of rows) if (row.row > header.lastRow) yield* itemOf(sheet, row, header, warned);
}

function* itemOf(
  sheet: string,
  read: ReadRow,
  header: Header,
  warned: Set<string>,
): Generator<FileItem> {
  if (isNoData(header, read.values) && read.errors.size === 0) return;
  const cells = namedCells(header, read.values);
  const place = { sheet, row: read.row, raw: JSON.stringify(cells) };
  const nameOf = (column: number): string => header.names[column] ?? `第${column + 1}列`;
  const issues = [...read.errors].map(([column, message]) => ({ column: nameOf(column), message }));
  if (issues.length > 0) yield { kind: 'fault', ...place, issues };
  else
    yield {
      kind: 'row',
      ...place,
      cells,
      warnings: formulaWarnings(read.computed.map(nameOf), warned),
    };
}

/** Said once a column, not once a row. */
function formulaWarnings(columns: readonly string[], warned: Set<string>): CellIssue[] {
  const fresh = columns.filter((column) => !warned.has(column));
  for (const column of fresh) warned.add(column);
  return fresh.map((column) => ({ column, message: '由公式算出，取上次保存时的结果' }));
}
