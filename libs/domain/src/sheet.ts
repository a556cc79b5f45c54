/** What one cell holds; null is an empty one. */
export type Cell = string | number | null;

/** A table for people and other platforms, as pure data; libs/papers makes XLSX and CSV of it. */
export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
