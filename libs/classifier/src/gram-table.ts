/** Numbers for pairs of numbers, in one open-addressed table; 0 for all others. */
class PairNumbers {
  private readonly keys: Int32Array;
  private readonly values: Int32Array;
  private readonly mask: number;

  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(4, most * 2)));
    this.mask = slots - 1;
    this.keys = new Int32Array(slots * 2);
    this.values = new Int32Array(slots);
  }

  private slotOf(left: number, right: number): number {
    const mixed = Math.imul(Math.imul(left, 0x9e3779b1) ^ right, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & this.mask;
    while (this.values[slot] !== 0 && !this.isAt(slot, left, right)) slot = (slot + 1) & this.mask;
    return slot;
  }

  private isAt(slot: number, left: number, right: number): boolean {
    return this.keys[slot * 2] === left && this.keys[slot * 2 + 1] === right;
  }

  get(left: number, right: number): number {
    return this.values[this.slotOf(left, right)] ?? 0;
  }

  set(left: number, right: number, value: number): void {
    const slot = this.slotOf(left, right);
    this.keys[slot * 2] = left;
    this.keys[slot * 2 + 1] = right;
    this.values[slot] = value;
  }
}

/** Where the pairs and triples of characters of a vocabulary stand in it, found without making strings of them. */
export class GramTable {
  /** The number of each pair that is a feature or begins one. */
  private readonly pairs: PairNumbers;
  private readonly triples: PairNumbers;
  /** The row of each pair, counted from 1, by its number; 0 where it only begins a triple. */
  private readonly rows: number[] = [0];

  /** Features of other lengths are left out. */
  constructor(vocabulary: readonly string[]) {
    this.pairs = new PairNumbers(vocabulary.length);
    this.triples = new PairNumbers(vocabulary.length);
    vocabulary.forEach((feature, row) => {
      if (feature.length === 2) this.rows[this.numberOf(feature)] = row + 1;
      if (feature.length === 3)
        this.triples.set(this.numberOf(feature), feature.charCodeAt(2), row + 1);
    });
  }

  private numberOf(feature: string): number {
    const [a, b] = [feature.charCodeAt(0), feature.charCodeAt(1)];
    const known = this.pairs.get(a, b);
    if (known !== 0) return known;
    this.rows.push(0);
    this.pairs.set(a, b, this.rows.length - 1);
    return this.rows.length - 1;
  }

  /** Calls back with the row of every pair and triple of a text that is a feature, in the order of eachGram. */
  each(clause: string, take: (row: number) => void): void {
    let b = clause.charCodeAt(0);
    for (let at = 1; at < clause.length; at++) {
      const a = b;
      b = clause.charCodeAt(at);
      const pair = this.pairs.get(a, b);
      if (pair === 0) continue;
      const row = this.rows[pair] ?? 0;
      if (row !== 0) take(row - 1);
      const longer = at + 1 < clause.length ? this.triples.get(pair, clause.charCodeAt(at + 1)) : 0;
      if (longer !== 0) take(longer - 1);
    }
  }
}
