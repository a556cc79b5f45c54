/** A cell as it stands in the file: texts as they are, numbers of spreadsheets as numbers, dates as yyyy-mm-dd. */
export type Cell = unknown;

/** One thing to say about a cell, or about the whole row when no column is named. */
export interface CellIssue {
  readonly column: string | null;
  readonly message: string;
}

interface Place {
  readonly sheet?: string;
  /** Row or line number as people count it in the file, from 1. */
  readonly row: number;
  /** The row as it came, for the dead letter. */
  readonly raw: string;
}

/** A row that could be read. */
export interface FileRow extends Place {
  readonly kind: 'row';
  readonly cells: Readonly<Record<string, Cell>>;
  readonly warnings: readonly CellIssue[];
}

/** A row that could not be read; the rows after it go on. */
export interface FileFault extends Place {
  readonly kind: 'fault';
  readonly issues: readonly CellIssue[];
}

export type FileItem = FileRow | FileFault;

/** What a reader may be told about a file. */
export interface ReadOptions {
  /** Read only this sheet. */
  readonly sheet?: string;
  /** Row of the header if it is known, from 1. */
  readonly headerRow?: number;
  /** Whether a header is known to some preset; helps to find the header among title rows. */
  readonly knows?: (header: string) => boolean;
  /** What a workbook may unpack to in bytes; without it, the bounds of `limits.ts`. */
  readonly unpackedBytes?: number;
}

/** The place of an item as people say it: `工作表“投诉”第 7 行`. */
export const placeText = ({
  sheet,
  row,
}: {
  readonly sheet?: string;
  readonly row: number;
}): string => `${sheet === undefined ? '' : `工作表“${sheet}”`}第 ${row} 行`;

/** All issues of an item, each with its place. */
export const issueTexts = (item: FileItem): string[] =>
  (item.kind === 'row' ? item.warnings : item.issues).map(
    ({ column, message }) =>
      `${placeText(item)}${column === null ? '：' : `，列“${column}”`}${message}`,
  );
