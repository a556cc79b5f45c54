import { Entries, FEW } from './entries.js';
import { FOUND } from './kernel/addresses.js';
import type { Kernel } from './kernel/kernel.js';
import { NO_CODE, type PackedIndex } from './packed-index.js';
import { MORE_CODES, NONE, Sieve, TWO_CODES, type Places, type Several } from './sieve.js';

/** Told of each sequence that stands in a text: its term and the places of its first and last code. */
export type TakeHit = (term: number, first: number, last: number) => void;

/** Whether a sequence of two may begin at a place. */
export type MayPair = (first: number) => boolean;
const ALWAYS: MayPair = () => true;

/** Where a walk through the sequences stands: it began at a code, and so many codes are matched. */
interface Walk {
  readonly first: number;
  readonly depth: number;
}

/** Says where terms stand in a sequence of codes: two bit tables rule most places out, sorted ranges decide the rest. */
export class TermIndex {
  private readonly entries: Entries;
  private readonly sieve: Sieve;
  private readonly singles: Uint8Array | null;

  constructor(
    packed: PackedIndex,
    private readonly several: Several = NONE,
    /** Searches codes that it holds itself faster. */
    private readonly kernel: Kernel | null = null,
  ) {
    const index = kernel?.index ?? packed;
    this.entries = new Entries(index);
    this.sieve = new Sieve(index, several);
    this.singles = index.singles;
  }

  /** Finds every sequence in the first `length` codes; three codes of zero must stand behind them. */
  search(codes: Uint16Array, length: number, take: TakeHit, mayPair = ALWAYS): void {
    const { kernel } = this;
    if (kernel?.codes === codes) this.searchBy(kernel, kernel.sieve(length), codes, 0, take);
    else this.searchPlaces(codes, this.sieve.find(codes, 0, length), 0, take, mayPair);
    this.searchSingles(codes, 0, length, take);
  }

  /** Takes what the kernel finds, and looks itself where it leaves a place to us. */
  private searchBy(
    kernel: Kernel,
    count: number,
    codes: Uint16Array,
    from: number,
    take: TakeHit,
  ): void {
    const { found } = kernel;
    for (let next = 0; next < count;) {
      next = kernel.search(next, count);
      const { foundEnd } = kernel;
      for (let at = 0; at < foundEnd; at += FOUND) {
        const term = found[at] ?? 0;
        const first = from + (found[at + 1] ?? 0);
        const last = found[at + 2] ?? 0;
        if (term >= 0) take(term, first, from + last);
        else this.searchAt(codes, first, last, take);
      }
    }
  }

  /** Finds the sequences that begin in a span of codes. */
  searchSpan(codes: Uint16Array, from: number, to: number, take: TakeHit): void {
    const { kernel } = this;
    const count = kernel?.sieveSpan(codes, from, to) ?? -1;
    if (kernel && count >= 0) this.searchBy(kernel, count, codes, from, take);
    else this.searchPlaces(codes, this.sieve.find(codes, from, to), from, take, ALWAYS);
    this.searchSingles(codes, from, to, take);
  }

  private searchPlaces(
    codes: Uint16Array,
    { candidates, count }: Places,
    from: number,
    take: TakeHit,
    mayPair: MayPair,
  ): void {
    for (let i = 0; i < count; i++) {
      const candidate = candidates[i] ?? 0;
      const first = from + (candidate >>> 2);
      const two = (candidate & TWO_CODES) !== 0 && mayPair(first);
      this.searchAt(codes, first, candidate & (two ? TWO_CODES | MORE_CODES : MORE_CODES), take);
    }
  }

  /** Finds the sequences that begin at a place, where two codes or more may. */
  private searchAt(codes: Uint16Array, first: number, may: number, take: TakeHit): void {
    const codesHere = (codes[first] ?? 0) | (codes[first + 1] ?? 0) | (codes[first + 2] ?? 0);
    if ((codesHere & this.several.bit) === 0) this.searchOne(codes, first, may, take);
    else this.searchEach(codes, first, may, take);
  }

  /** Finds the sequences that begin at a place whose codes stand for themselves. */
  private searchOne(codes: Uint16Array, first: number, may: number, take: TakeHit): void {
    const a = codes[first] ?? 0;
    const b = codes[first + 1] ?? 0;
    const c = codes[first + 2] ?? 0;
    if ((may & TWO_CODES) !== 0) this.takeWhole(a, b, first, first + 1, take);
    if ((may & MORE_CODES) !== 0 && this.sieve.goesOn(a, b, c, codes[first + 3] ?? 0))
      this.takeLonger(codes, first, this.entries.find(a, b, c), take);
  }

  /** Finds the sequences that begin at a place, in every meaning of its codes. */
  private searchEach(codes: Uint16Array, first: number, may: number, take: TakeHit): void {
    const { meantBy } = this.several;
    const two = (may & TWO_CODES) !== 0;
    if (may === 0) return;
    for (const a of meantBy(codes[first] ?? 0))
      for (const b of meantBy(codes[first + 1] ?? 0)) {
        if (two && this.sieve.hasPair(a, b)) this.takeWhole(a, b, first, first + 1, take);
        this.searchBehind(codes, first, a, b, take);
      }
  }

  private searchSingles(codes: Uint16Array, from: number, to: number, take: TakeHit): void {
    const { singles } = this;
    if (!singles) return;
    for (let k = from; k < to; k++) {
      const code = codes[k] ?? 0;
      if (singles[code] === 1) this.takeWhole(code, NO_CODE, k, k, take);
    }
  }

  private searchBehind(
    codes: Uint16Array,
    first: number,
    a: number,
    b: number,
    take: TakeHit,
  ): void {
    for (const c of this.several.meantBy(codes[first + 2] ?? 0))
      if (this.sieve.hasTriple(a, b, c) && this.sieve.goesOn(a, b, c, codes[first + 3] ?? 0))
        this.takeLonger(codes, first, this.entries.find(a, b, c), take);
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
