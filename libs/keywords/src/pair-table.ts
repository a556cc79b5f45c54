const pairOf = (left: number, right: number): number => ((left << 16) | right) >>> 0;

/** A value for pairs of UTF-16 units, in one open-addressed table of typed arrays. */
export class PairTable {
  private readonly pairs: Uint32Array;
  private readonly values: Uint16Array;
  private readonly mask: number;

  constructor(entries: readonly (readonly [left: number, right: number, value: number])[]) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, entries.length * 1.5)));
    this.mask = slots - 1;
    this.pairs = new Uint32Array(slots);
    this.values = new Uint16Array(slots);
    for (const [left, right, value] of entries) {
      const slot = this.slotOf(pairOf(left, right));
      this.pairs[slot] = pairOf(left, right);
      this.values[slot] = value;
    }
  }

  private slotOf(pair: number): number {
    const mixed = Math.imul(pair, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & this.mask;
    while (this.pairs[slot] !== 0 && this.pairs[slot] !== pair) slot = (slot + 1) & this.mask;
    return slot;
  }

  /** The value of a pair, or 0. */
  get(left: number, right: number): number {
    const slot = this.slotOf(pairOf(left, right));
    return this.pairs[slot] === 0 ? 0 : (this.values[slot] ?? 0);
  }
}
