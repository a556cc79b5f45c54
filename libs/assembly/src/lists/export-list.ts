import type { Readable } from 'node:stream';
import type { Cell } from '@risk/domain';
import { everyRow, type Listed, type ListQuestion } from '@risk/kit';
import { streamXlsx } from '@risk/papers';

/** A column of a list in a workbook. */
export interface ListColumn<Row> {
  readonly title: string;
  /** In characters; 16 when left out. */
  readonly width?: number;
  readonly cell: (row: Row) => Cell;
}

/** A list to be written out. */
export interface ListExport<Row> {
  readonly name: string;
  readonly columns: readonly ListColumn<Row>[];
  /** Hears how many rows went out before the file ends, and whether these were all that were to go. */
  readonly onEnd?: (rows: number, isWhole: boolean) => Promise<void>;
  readonly read: (page: Pick<ListQuestion, 'limit' | 'after'>) => Promise<Listed<Row>>;
}

/** A workbook that people still open. */
export const MOST_EXPORTED = 50_000;
const USUAL_WIDTH = 16;

/** Writes a whole list as XLSX; what lies beyond the limit is said in a last row. */
export const exportList = <Row>({ name, columns, read, onEnd }: ListExport<Row>): Readable =>
  streamXlsx({
    name,
    head: columns.map(({ title }) => title),
    widths: columns.map(({ width = USUAL_WIDTH }) => width),
    rows: cellsOf(columns, everyRow(read), onEnd),
  });

async function* cellsOf<Row>(
  columns: readonly ListColumn<Row>[],
  rows: AsyncIterable<Row>,
  onEnd: ListExport<Row>['onEnd'],
): AsyncGenerator<readonly Cell[]> {
  let written = 0;
  let isWhole = false;
  try {
    for await (const row of rows) {
      if (written === MOST_EXPORTED) {
        yield [`（只导出前 ${String(MOST_EXPORTED)} 行，其余请缩小条件再导出）`];
        break;
      }
      yield columns.map(({ cell }) => cell(row));
      written += 1;
    }
    isWhole = true;
  } finally {
    await onEnd?.(written, isWhole);
  }
}
