import {
  HEAD,
  MOST_SIBLINGS,
  NO_CODE,
  PLACE,
  fourBit,
  pairBit,
  prefixHash,
  printOf,
  rolled,
  tripleBit,
  type PackedIndex,
} from './packed-index.js';

/** Sequences as they come: codes one after the other, where each begins (one more at the end), and its term. */
export interface Sequences {
  readonly codes: Uint16Array;
  readonly offsets: Int32Array;
  readonly terms: Int32Array;
}

/** Collects sequences of codes into growing typed arrays. */
export class SequenceList {
  private codes = new Uint16Array(4096);
  private offsets = new Int32Array(1024);
  private terms = new Int32Array(1024);
  private used = 0;
  private count = 0;

  add(term: number, sequence: ArrayLike<number>): void {
    if (this.used + sequence.length > this.codes.length)
      this.codes = grown(this.codes, this.used + sequence.length, Uint16Array);
    if (this.count + 2 > this.offsets.length) {
      this.offsets = grown(this.offsets, this.count + 2, Int32Array);
      this.terms = grown(this.terms, this.count + 2, Int32Array);
    }
    this.codes.set(sequence, this.used);
    this.used += sequence.length;
    this.terms[this.count++] = term;
    this.offsets[this.count] = this.used;
  }

  get size(): number {
    return this.count;
  }

  all(): Sequences {
    return {
      codes: this.codes.subarray(0, this.used),
      offsets: this.offsets.subarray(0, this.count + 1),
      terms: this.terms.subarray(0, this.count),
    };
  }
}

function grown<T extends Uint16Array | Int32Array>(
  old: T,
  least: number,
  Kind: new (size: number) => T,
): T {
  const larger = new Kind(Math.max(least, old.length * 2));
  larger.set(old);
  return larger;
}

/** Packs sequences for searching; each has at least one code and none is 0. */
export function packIndex(sequences: Sequences): PackedIndex {
  const order = ranksInOrder(sequences);
  const entries = entriesOf(sequences, order);
  const prefixes = prefixesOf(sequences, order);
  noteSiblings(entries, prefixes);
  return {
    ...entries,
    ...tablesOf(sequences, order, entries.offsets, prefixes),
    fours: foursOf(sequences),
    longest: longestOf(sequences),
    singles: singlesOf(sequences),
  };
}

const lengthOf = ({ offsets }: Sequences, i: number): number =>
  (offsets[i + 1] ?? 0) - (offsets[i] ?? 0);

function longestOf(sequences: Sequences): number {
  let longest = 0;
  for (let i = 0; i < sequences.terms.length; i++)
    longest = Math.max(longest, lengthOf(sequences, i));
  return longest;
}

/** The code at a depth, counted so that an ended sequence comes first. */
const keyAt = (sequences: Sequences, i: number, depth: number): number =>
  depth < lengthOf(sequences, i)
    ? (sequences.codes[(sequences.offsets[i] ?? 0) + depth] ?? 0) + 1
    : 0;

const KEYS = 0x10001;
const PREFIX = 3;

/** Counting sorts by the third, second and first code, then each group with one prefix by the rest. */
function ranksInOrder(sequences: Sequences): Int32Array {
  let order: Int32Array = Int32Array.from(sequences.terms.keys());
  for (let depth = PREFIX - 1; depth >= 0; depth--) order = sortedAt(sequences, order, depth);
  for (let from = 0; from < order.length;) {
    const to = endOfPrefix(sequences, order, from);
    if (to - from > 1) sortRest(sequences, order, from, to);
    from = to;
  }
  return order;
}

function sortedAt(sequences: Sequences, order: Int32Array, depth: number): Int32Array {
  const places = new Int32Array(KEYS + 1);
  for (const i of order) {
    const key = keyAt(sequences, i, depth) + 1;
    places[key] = (places[key] ?? 0) + 1;
  }
  for (let key = 1; key <= KEYS; key++) places[key] = (places[key] ?? 0) + (places[key - 1] ?? 0);
  const sorted = new Int32Array(order.length);
  for (const i of order) {
    const key = keyAt(sequences, i, depth);
    const place = places[key] ?? 0;
    sorted[place] = i;
    places[key] = place + 1;
  }
  return sorted;
}

function samePrefix(sequences: Sequences, a: number, b: number): boolean {
  for (let depth = 0; depth < PREFIX; depth++)
    if (keyAt(sequences, a, depth) !== keyAt(sequences, b, depth)) return false;
  return true;
}

function endOfPrefix(sequences: Sequences, order: Int32Array, from: number): number {
  let to = from + 1;
  while (to < order.length && samePrefix(sequences, order[from] ?? 0, order[to] ?? 0)) to++;
  return to;
}

function byRest(sequences: Sequences, a: number, b: number): number {
  for (let depth = PREFIX; ; depth++) {
    const left = keyAt(sequences, a, depth);
    const right = keyAt(sequences, b, depth);
    if (left !== right) return left - right;
    // The same codes: in the order in which they came.
    if (left === 0) return a - b;
  }
}

function sortRest(sequences: Sequences, order: Int32Array, from: number, to: number): void {
  order.subarray(from, to).sort((a, b) => byRest(sequences, a, b));
}

type Entries = Pick<PackedIndex, 'entries' | 'offsets'>;

function entriesOf(sequences: Sequences, order: Int32Array): Entries {
  const entries = new Uint16Array(sequences.codes.length + order.length * HEAD);
  const offsets = new Int32Array(order.length + 1);
  let used = 0;
  if (entries.length > PLACE) throw new RangeError('词库过大');
  order.forEach((i, rank) => {
    const from = sequences.offsets[i] ?? 0;
    const to = sequences.offsets[i + 1] ?? 0;
    const term = sequences.terms[i] ?? 0;
    entries[used] = to - from;
    entries[used + 2] = term & 0xffff;
    entries[used + 3] = term >>> 16;
    used += HEAD;
    for (let at = from; at < to; at++) entries[used++] = sequences.codes[at] ?? 0;
    offsets[rank + 1] = used;
  });
  return { entries, offsets };
}

function noteSiblings({ entries, offsets }: Entries, { from, to, count }: Prefixes): void {
  for (let i = 0; i < count; i++) {
    const rank = from[i] ?? 0;
    entries[(offsets[rank] ?? 0) + 1] = Math.min(MOST_SIBLINGS, (to[i] ?? 0) - rank);
  }
}

/** Where each prefix begins and ends among the sorted ranks: whole sequences of one and two codes, and threes. */
interface Prefixes {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly count: number;
}

function prefixesOf(sequences: Sequences, order: Int32Array): Prefixes {
  const from = new Int32Array(order.length);
  const to = new Int32Array(order.length);
  let count = 0;
  for (let rank = 0; rank < order.length;) {
    const end = endOfPrefix(sequences, order, rank);
    from[count] = rank;
    to[count++] = end;
    rank = end;
  }
  return { from, to, count };
}

const powerOfTwo = (least: number, most = 2 ** 31): number =>
  Math.min(most, 2 ** Math.ceil(Math.log2(Math.max(1, least))));

/** Bits a prefix: one place in sixteen passes by chance; all tables of two readings fit the second-level cache. */
const BITS = 16;
/** Pairs are met more often, and are fewer. */
const PAIR_BITS = 64;
/** At least so many slots a prefix. */
const FILL = 1.4;
const FEWEST_BITS = 2 ** 13;
const MOST_TRIPLE_BITS = 2 ** 22;
const MOST_PAIR_BITS = 2 ** 20;

const bitsFor = (bits: number, most: number): Int32Array =>
  new Int32Array(powerOfTwo(Math.max(FEWEST_BITS, bits), most) / 32);

/** How many prefixes are whole sequences of two codes. */
function pairsIn(sequences: Sequences, order: Int32Array, from: Int32Array, count: number): number {
  let pairs = 0;
  for (let i = 0; i < count; i++) if (lengthOf(sequences, order[from[i] ?? 0] ?? 0) === 2) pairs++;
  return pairs;
}

type Tables = Pick<PackedIndex, 'slots' | 'triples' | 'pairs'>;

function tablesOf(
  sequences: Sequences,
  order: Int32Array,
  offsets: Int32Array,
  { from, count }: Prefixes,
): Tables {
  const size = powerOfTwo(count * FILL);
  const pairs = pairsIn(sequences, order, from, count);
  const tables: Tables = {
    slots: new Int32Array(size),
    triples: bitsFor((count - pairs) * BITS, MOST_TRIPLE_BITS),
    pairs: bitsFor(pairs * PAIR_BITS, MOST_PAIR_BITS),
  };
  for (let i = 0; i < count; i++) {
    const rank = from[i] ?? 0;
    addPrefix(tables, sequences, order[rank] ?? 0, offsets[rank] ?? 0);
  }
  return tables;
}

/** Makes the prefix of a sequence known, whose entry stands at a place. */
function addPrefix(
  { slots, triples, pairs }: Tables,
  sequences: Sequences,
  i: number,
  entry: number,
): void {
  const a = keyAt(sequences, i, 0) - 1;
  const b = keyAt(sequences, i, 1) - 1;
  const c = keyAt(sequences, i, 2) - 1;
  if (c >= 0) setBit(triples, tripleBit(triples, a, b, c));
  else if (b >= 0) setBit(pairs, pairBit(pairs, a, b));
  const hash = prefixHash(a, b < 0 ? NO_CODE : b, c < 0 ? NO_CODE : c);
  const mask = slots.length - 1;
  let place = hash & mask;
  while (slots[place] !== 0) place = (place + 1) & mask;
  slots[place] = entry | printOf(hash);
}

function foursOf(sequences: Sequences): Int32Array {
  const { codes, offsets, terms } = sequences;
  const words = bitsFor(terms.length * BITS, MOST_TRIPLE_BITS);
  for (let i = 0; i < terms.length; i++) {
    const from = offsets[i] ?? 0;
    const length = lengthOf(sequences, i);
    if (length < PREFIX) continue;
    const three = rolled(rolled(codes[from] ?? 0, codes[from + 1] ?? 0), codes[from + 2] ?? 0);
    setBit(words, fourBit(words, three, length > PREFIX ? (codes[from + PREFIX] ?? 0) : 0));
  }
  return words;
}

function setBit(words: Int32Array, bit: number): void {
  words[bit >>> 5] = (words[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

function singlesOf(sequences: Sequences): Uint8Array | null {
  const singles = new Uint8Array(0x10000);
  let any = false;
  for (let i = 0; i < sequences.terms.length; i++)
    if (lengthOf(sequences, i) === 1) {
      singles[keyAt(sequences, i, 0) - 1] = 1;
      any = true;
    }
  return any ? singles : null;
}
