import { Entries, FEW } from './entries.js';
import { NO_CODE, PAIR, TRIPLE, TWO, rolled, shiftFor, type PackedIndex } from './packed-index.js';

/** Told of each sequence that stands in a text: its term and the places of its first and last code. */
export type TakeHit = (term: number, first: number, last: number) => void;

/** Codes that stand for several: which bit marks them, and which codes they stand for. */
export interface Several {
  readonly bit: number;
  readonly meantBy: (code: number) => readonly number[];
}
const NONE: Several = { bit: 0, meantBy: (code) => [code] };

/** What may begin at a candidate, in the low bits of its place. */
const TWO_CODES = 1;
const MORE_CODES = 2;

/** Where a walk through the sequences stands: it began at a code, and so many codes are matched. */
interface Walk {
  readonly first: number;
  readonly depth: number;
}

/** Says where terms stand in a sequence of codes: two bit tables rule most places out, sorted ranges decide the rest. */
export class TermIndex {
  private readonly entries: Entries;
  private readonly tripleShift: number;
  private readonly pairShift: number;
  private candidates = new Int32Array(1024);

  constructor(
    private readonly packed: PackedIndex,
    private readonly several: Several = NONE,
  ) {
    this.entries = new Entries(packed);
    this.tripleShift = shiftFor(packed.triples);
    this.pairShift = shiftFor(packed.pairs);
  }

  /** Finds every sequence in the first `length` codes; three codes of zero must stand behind them. */
  search(codes: Uint16Array, length: number, take: TakeHit): void {
    if (this.candidates.length < length) this.candidates = new Int32Array(length * 2);
    if (this.several.bit === 0) this.searchPlain(codes, this.sieve(codes, length), take);
    else this.searchSeveral(codes, this.sieveSeveral(codes, length), take);
    if (this.packed.singles) this.searchSingles(this.packed.singles, codes, length, take);
  }

  /** Finds the sequences that begin at one place, in every meaning of its codes. */
  searchAt(codes: Uint16Array, first: number, take: TakeHit): void {
    this.longerAt(codes, first, take);
    const code = codes[first] ?? 0;
    if (this.packed.singles?.[code] === 1) this.takeWhole(code, NO_CODE, first, first, take);
  }

  private searchPlain(codes: Uint16Array, count: number, take: TakeHit): void {
    const { candidates } = this;
    for (let i = 0; i < count; i++) {
      const candidate = candidates[i] ?? 0;
      const first = candidate >>> 2;
      const a = codes[first] ?? 0;
      const b = codes[first + 1] ?? 0;
      if ((candidate & TWO_CODES) !== 0) this.takeWhole(a, b, first, first + 1, take);
      if ((candidate & MORE_CODES) !== 0)
        this.takeLonger(codes, first, this.entries.find(a, b, codes[first + 2] ?? 0), take);
    }
  }

  private searchSeveral(codes: Uint16Array, count: number, take: TakeHit): void {
    for (let i = 0; i < count; i++) this.longerAt(codes, this.candidates[i] ?? 0, take);
  }

  private searchSingles(
    singles: Uint8Array,
    codes: Uint16Array,
    length: number,
    take: TakeHit,
  ): void {
    for (let k = 0; k < length; k++) {
      const code = codes[k] ?? 0;
      if (singles[code] === 1) this.takeWhole(code, NO_CODE, k, k, take);
    }
  }

  /** Notes the places where two or more codes may begin a sequence; answers how many there are. */
  private sieve(codes: Uint16Array, length: number): number {
    const { candidates, tripleShift, pairShift } = this;
    const { triples, pairs } = this.packed;
    let count = 0;
    let rolling = rolled(codes[0] ?? 0, codes[1] ?? 0);
    for (let k = 0; k < length; k++) {
      const pair = Math.imul(rolling & TWO, PAIR) >>> pairShift;
      rolling = (rolling << 11) ^ (codes[k + 2] ?? 0);
      const triple = Math.imul(rolling, TRIPLE) >>> tripleShift;
      const two = ((pairs[pair >>> 5] ?? 0) >>> (pair & 31)) & TWO_CODES;
      const more = (((triples[triple >>> 5] ?? 0) >>> (triple & 31)) << 1) & MORE_CODES;
      if ((two | more) !== 0) candidates[count++] = (k << 2) | two | more;
    }
    return count;
  }

  /** The same where a code may stand for several: then the bits of its neighbourhood say nothing. */
  private sieveSeveral(codes: Uint16Array, length: number): number {
    const { candidates, tripleShift, pairShift } = this;
    const { triples, pairs } = this.packed;
    const { bit } = this.several;
    let count = 0;
    let a = codes[0] ?? 0;
    let b = codes[1] ?? 0;
    let rolling = rolled(a, b);
    for (let k = 0; k < length; k++) {
      const c = codes[k + 2] ?? 0;
      const pair = Math.imul(rolling & TWO, PAIR) >>> pairShift;
      rolling = (rolling << 11) ^ c;
      const triple = Math.imul(rolling, TRIPLE) >>> tripleShift;
      const bits =
        ((triples[triple >>> 5] ?? 0) >>> (triple & 31)) |
        ((pairs[pair >>> 5] ?? 0) >>> (pair & 31));
      if ((bits & 1) === 1 || ((a | b | c) & bit) !== 0) candidates[count++] = k;
      a = b;
      b = c;
    }
    return count;
  }

  private longerAt(codes: Uint16Array, first: number, take: TakeHit): void {
    const a = codes[first] ?? 0;
    const b = codes[first + 1] ?? 0;
    const { meantBy } = this.several;
    for (const x of meantBy(a))
      for (const y of meantBy(b)) {
        if (this.hasPair(x, y)) this.takeWhole(x, y, first, first + 1, take);
        this.searchFrom(codes, first, x, y, take);
      }
  }

  private searchFrom(codes: Uint16Array, first: number, a: number, b: number, take: TakeHit): void {
    for (const c of this.several.meantBy(codes[first + 2] ?? 0))
      if (this.hasTriple(a, b, c)) this.takeLonger(codes, first, this.entries.find(a, b, c), take);
  }

  private hasTriple(a: number, b: number, c: number): boolean {
    const triple = Math.imul(rolled(rolled(a, b), c), TRIPLE) >>> this.tripleShift;
    return (((this.packed.triples[triple >>> 5] ?? 0) >>> (triple & 31)) & 1) === 1;
  }

  private hasPair(a: number, b: number): boolean {
    const pair = Math.imul(rolled(a, b) & TWO, PAIR) >>> this.pairShift;
    return (((this.packed.pairs[pair >>> 5] ?? 0) >>> (pair & 31)) & 1) === 1;
  }

  /** Takes the sequences that are one or two codes and nothing more. */
  private takeWhole(a: number, b: number, first: number, last: number, take: TakeHit): void {
    const { entries } = this;
    let at = entries.find(a, b, NO_CODE);
    if (at < 0) return;
    for (let left = entries.siblingsOf(at); left > 0; left--) {
      take(entries.termOf(at), first, last);
      at = entries.behind(at);
    }
  }

  private takeLonger(codes: Uint16Array, first: number, at: number, take: TakeHit): void {
    if (at < 0) return;
    const siblings = this.entries.siblingsOf(at);
    if (siblings <= FEW) this.takeFew(codes, first, at, siblings, take);
    else {
      const low = this.entries.rankOf(at);
      this.walk(codes, { first, depth: 3 }, low, low + siblings, take);
    }
  }

  /** Compares the rest of the few sequences that begin with a prefix one by one. */
  private takeFew(
    codes: Uint16Array,
    first: number,
    from: number,
    count: number,
    take: TakeHit,
  ): void {
    const { entries } = this;
    let at = from;
    for (let left = count; left > 0; left--) {
      const size = entries.sizeOf(at);
      let depth = 3;
      while (depth < size && this.fits(codes[first + depth] ?? 0, entries.codeAt(at, depth)))
        depth++;
      if (depth === size) take(entries.termOf(at), first, first + size - 1);
      at = entries.behind(at);
    }
  }

  private fits(code: number, wanted: number): boolean {
    if (code === wanted) return true;
    return (code & this.several.bit) !== 0 && this.several.meantBy(code).includes(wanted);
  }

  /** Follows the codes behind a prefix through a range of the sorted sequences. */
  private walk(codes: Uint16Array, at: Walk, low: number, high: number, take: TakeHit): void {
    const { entries } = this;
    const { first } = at;
    for (let { depth } = at; ; depth++) {
      // Shorter sequences sort before those that go on.
      while (low < high && entries.sizeOf(entries.atRank(low)) === depth)
        take(entries.termOf(entries.atRank(low++)), first, first + depth - 1);
      const code = codes[first + depth] ?? 0;
      if (low >= high || code === 0) return;
      if ((code & this.several.bit) !== 0) {
        this.walkEach(codes, { first, depth }, low, high, take);
        return;
      }
      low = this.entries.bound(low, high, depth, code);
      high = this.entries.bound(low, high, depth, code + 1);
    }
  }

  private walkEach(codes: Uint16Array, at: Walk, low: number, high: number, take: TakeHit): void {
    const { first, depth } = at;
    for (const code of this.several.meantBy(codes[first + depth] ?? 0)) {
      const from = this.entries.bound(low, high, depth, code);
      const to = this.entries.bound(from, high, depth, code + 1);
      if (from < to) this.walk(codes, { first, depth: depth + 1 }, from, to, take);
    }
  }
}
