import { UNITS } from './unit-table.js';

const NONE: readonly number[] = [];

/** A short list of numbers for each UTF-16 unit, all in one typed array. */
export class UnitLists {
  private readonly offsets = new Uint32Array(UNITS + 1);
  private readonly values: Uint16Array;

  constructor(lists: ReadonlyMap<number, readonly number[]>) {
    let total = 0;
    for (let unit = 0; unit < UNITS; unit++) {
      this.offsets[unit] = total;
      total += lists.get(unit)?.length ?? 0;
    }
    this.offsets[UNITS] = total;
    this.values = new Uint16Array(total);
    for (const [unit, list] of lists) this.values.set(list, this.offsets[unit]);
  }

  /** The list of a unit; none of a character beyond the units. */
  of(unit: number): readonly number[] {
    const from = this.offsets[unit] ?? 0;
    const end = this.offsets[unit + 1] ?? from;
    if (from === end) return NONE;
    const list: number[] = [];
    for (let at = from; at < end; at++) list.push(this.values[at] ?? 0);
    return list;
  }

  /** Whether the list of a unit holds a value. */
  holds(unit: number, value: number): boolean {
    const end = this.offsets[unit + 1] ?? 0;
    for (let at = this.offsets[unit] ?? 0; at < end; at++)
      if (this.values[at] === value) return true;
    return false;
  }

  /** Whether the lists of two units have a value in common. */
  meet(a: number, b: number): boolean {
    const end = this.offsets[a + 1] ?? 0;
    for (let at = this.offsets[a] ?? 0; at < end; at++)
      if (this.holds(b, this.values[at] ?? 0)) return true;
    return false;
  }
}

/** Collects lists by unit. */
export function listsOf(
  pairs: Iterable<readonly [unit: number, value: number]>,
): Map<number, number[]> {
  const lists = new Map<number, number[]>();
  for (const [unit, value] of pairs) {
    const list = lists.get(unit);
    if (list) list.push(value);
    else lists.set(unit, [value]);
  }
  return lists;
}
