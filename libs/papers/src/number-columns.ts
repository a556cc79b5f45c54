import type { Block } from '@risk/domain';

/** A table of a paper. */
export type TableBlock = Extract<Block, { kind: 'table' }>;

/** `1,284`, `+22.2%`, `-3`. */
const NUMBER = /^[+\-−±]?\d[\d,]*(?:\.\d+)?\s?[%％‰]?$/u;
/** What stands where no number is. */
const NOTHING = /^[—–-]*$/u;

/** The columns that hold numbers and nothing else; those are read by their last digit. */
export function numberColumns({ rows }: TableBlock): ReadonlySet<number> {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return new Set(
    Array.from({ length: columns }, (_, i) => i).filter((i) => isOfNumbers(rows.map((r) => r[i]))),
  );
}

function isOfNumbers(cells: readonly (string | undefined)[]): boolean {
  const said = cells.map((cell) => (cell ?? '').trim()).filter((cell) => !NOTHING.test(cell));
  return said.length > 0 && said.every((cell) => NUMBER.test(cell));
}
