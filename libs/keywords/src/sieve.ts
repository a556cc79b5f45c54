import { PAIR, TRIPLE, TWO, rolled, shiftFor, type PackedIndex } from './packed-index.js';

/** Codes that stand for several: which bit marks them, and which codes they stand for. */
export interface Several {
  readonly bit: number;
  readonly meantBy: (code: number) => readonly number[];
}
export const NONE: Several = { bit: 0, meantBy: (code) => [code] };

/** What may begin at a place, in the low bits behind it. */
export const TWO_CODES = 1;
export const MORE_CODES = 2;

/** Places where sequences may begin: place * 4 + what may. */
export interface Places {
  candidates: Int32Array;
  count: number;
}

/** Rules most places of a text out by the bit tables of an index; wrong only towards yes. */
export class Sieve {
  private readonly places: Places = { candidates: new Int32Array(1024), count: 0 };
  private readonly tripleShift: number;
  private readonly pairShift: number;
  private readonly fourShift: number;

  constructor(
    private readonly packed: PackedIndex,
    private readonly several: Several,
  ) {
    this.tripleShift = shiftFor(packed.triples);
    this.pairShift = shiftFor(packed.pairs);
    this.fourShift = shiftFor(packed.fours);
  }

  /** Notes the places of a span where two or more codes may begin a sequence. The kernel's loop does the same. */
  find(codes: Uint16Array, from: number, to: number): Places {
    if (this.places.candidates.length < to - from)
      this.places.candidates = new Int32Array((to - from) * 2);
    const { places, tripleShift, pairShift } = this;
    const { candidates } = places;
    const { triples, pairs } = this.packed;
    const { bit } = this.several;
    // Imported names are looked up each time they are read; here that would be half of the work.
    const [lastTwo, byPair, byTriple] = [TWO, PAIR, TRIPLE];
    let count = 0;
    let a = codes[from] ?? 0;
    let b = codes[from + 1] ?? 0;
    let rolling = rolled(a, b);
    for (let k = 0; k < to - from; k++) {
      const c = codes[from + k + 2] ?? 0;
      const pair = Math.imul(rolling & lastTwo, byPair) >>> pairShift;
      rolling = (rolling << 11) ^ c;
      const triple = Math.imul(rolling, byTriple) >>> tripleShift;
      const two = ((pairs[pair >>> 5] ?? 0) >>> (pair & 31)) & 1;
      const more = ((triples[triple >>> 5] ?? 0) >>> (triple & 31)) & 1;
      const may = ((a | b | c) & bit) === 0 ? two | (more << 1) : this.mayMean(a, b, c);
      if (may !== 0) candidates[count++] = (k << 2) | may;
      a = b;
      b = c;
    }
    places.count = count;
    return places;
  }

  /** What may begin in some meaning of three codes. */
  private mayMean(a: number, b: number, c: number): number {
    const { meantBy } = this.several;
    const behind = meantBy(c);
    let may = 0;
    for (const left of meantBy(a))
      for (const middle of meantBy(b)) {
        if (this.hasPair(left, middle)) may |= TWO_CODES;
        if (behind.some((right) => this.hasTriple(left, middle, right))) may |= MORE_CODES;
      }
    return may;
  }

  /** Whether a sequence may begin with three codes. */
  hasTriple(a: number, b: number, c: number): boolean {
    const triple = Math.imul(rolled(rolled(a, b), c), TRIPLE) >>> this.tripleShift;
    return isSet(this.packed.triples, triple);
  }

  /** Whether two codes may be a sequence. */
  hasPair(a: number, b: number): boolean {
    return isSet(this.packed.pairs, Math.imul(rolled(a, b) & TWO, PAIR) >>> this.pairShift);
  }

  /** Whether three codes may be a sequence, or begin one with a code behind them. */
  goesOn(a: number, b: number, c: number, next: number): boolean {
    const { bit, meantBy } = this.several;
    const three = rolled(rolled(a, b), c);
    if (this.hasFour(three, 0)) return true;
    if ((next & bit) === 0) return this.hasFour(three, next);
    return meantBy(next).some((d) => this.hasFour(three, d));
  }

  private hasFour(three: number, d: number): boolean {
    const four = Math.imul(Math.imul(three, PAIR) ^ d, TRIPLE) >>> this.fourShift;
    return isSet(this.packed.fours, four);
  }
}

const isSet = (words: Int32Array, bit: number): boolean =>
  (((words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
