import { UNITS } from './unit-table.js';

const BLOCK_BITS = 5;
const BLOCK = 1 << BLOCK_BITS;

/**
 * A number for a few of all UTF-16 units, 0 for the others. Units lie in blocks of 32, and those that have none share
 * one: what ordinary text asks for stays in a few lines of the processor's cache, where a plain table would push
 * everything else out.
 */
export class UnitMap {
  /** The block of each 32 units, and the numbers block by block. */
  readonly index = new Uint16Array(UNITS / BLOCK);
  readonly values: Uint16Array;

  constructor(entries: Iterable<readonly [unit: number, value: number]>) {
    const known = [...entries];
    let blocks = 1;
    for (const [unit] of known) this.index[unit >> BLOCK_BITS] ||= blocks++;
    this.values = new Uint16Array(blocks * BLOCK);
    for (const [unit, value] of known) this.values[this.placeOf(unit)] = value;
  }

  private placeOf(unit: number): number {
    return ((this.index[unit >> BLOCK_BITS] ?? 0) << BLOCK_BITS) | (unit & (BLOCK - 1));
  }

  /** The number of a unit, 0 where it has none; of NaN, which stands outside a text, that of unit 0. */
  get(unit: number): number {
    return this.values[this.placeOf(unit)] ?? 0;
  }
}

/** Some of all UTF-16 units, a bit for each: one load tells. */
export class UnitSet {
  private readonly bits = new Int32Array(UNITS / BLOCK);

  constructor(units: Iterable<number>) {
    for (const unit of units)
      this.bits[unit >> BLOCK_BITS] = (this.bits[unit >> BLOCK_BITS] ?? 0) | (1 << unit);
  }

  has(unit: number): boolean {
    return (((this.bits[unit >> BLOCK_BITS] ?? 0) >> unit) & 1) === 1;
  }
}

/** What a function says of each unit, where it says anything but 0. */
export function* unitsWith(
  valueOf: (unit: number) => number,
): Generator<readonly [unit: number, value: number]> {
  for (let unit = 0; unit < UNITS; unit++) {
    const value = valueOf(unit);
    if (value !== 0) yield [unit, value];
  }
}
