import { headerKey } from './header-key.js';
import { isMissing } from './reading.js';

/** A row as a file reader hands it over: header → cell. */
export type Row = Readonly<Record<string, unknown>>;

/** One thing to say about a cell. */
export interface ColumnIssue {
  readonly column: string;
  readonly message: string;
}

/** A cell with the header it stands under. */
export interface Cell {
  readonly header: string;
  readonly value: unknown;
}

/** A row while it is being mapped. */
export interface Draft {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly payload: Record<string, unknown>;
  readonly issues: ColumnIssue[];
  readonly remarks: ColumnIssue[];
  /** Headers whose original cell stays beside the mapped fields. */
  readonly kept: Set<string>;
  readonly done: Set<string>;
}

/** Lays the cells of a row out by header key; of two equal headers the first counts. */
export function startDraft(row: Row): Draft {
  const cells = new Map<string, Cell>();
  for (const [header, value] of Object.entries(row)) {
    const key = headerKey(header);
    if (!cells.has(key)) cells.set(key, { header, value });
  }
  return { cells, payload: {}, issues: [], remarks: [], kept: new Set(), done: new Set() };
}

/** The first of some headers that has something to say. */
export const cellOf = (keys: readonly string[], draft: Draft): Cell | undefined => {
  for (const key of keys) {
    const cell = draft.cells.get(key);
    if (cell && !isMissing(cell.value)) return cell;
  }
  return undefined;
};
