/** Sequences of codes in order, which term each of them spells, and how they are found by their first three codes. */
export interface PackedIndex {
  /**
   * The sequences one after the other, sorted code by code. Before the codes of each stand their number, how many
   * sequences from this one on share its prefix, and the low and high half of its term: all of it comes in one look.
   */
  readonly entries: Uint16Array;
  /** Where the entry of a rank begins; one more at the end. */
  readonly offsets: Int32Array;
  /**
   * Open-addressed by prefix: where the first entry that begins with it stands, with a byte of the prefix's hash above
   * it, which tells most other prefixes apart; 0 is an empty slot.
   */
  readonly slots: Int32Array;
  /** One bit a prefix of three codes, and one a whole sequence of two. Wrong only towards yes. */
  readonly triples: Int32Array;
  readonly pairs: Int32Array;
  /** One bit a prefix of four codes, and one a whole sequence of three, whose fourth is 0. Wrong only towards yes. */
  readonly fours: Int32Array;
  /** How many codes the longest sequence has. */
  readonly longest: number;
  /** 1 where a sequence of a single code exists. */
  readonly singles: Uint8Array | null;
}

/** What stands before the codes of an entry: their number, siblings, and two halves of the term. */
export const HEAD = 4;
/** More siblings than this are counted by looking. */
export const MOST_SIBLINGS = 0xffff;

/** Multipliers that spread a rolling value over the bits of a table. */
export const TRIPLE = 0x9e3779b1;
export const PAIR = 0x85ebca6b;
/** A rolling value of the codes behind one another; its low 22 bits know the last two. */
export const TWO = 0x3fffff;
/** The rolling value with one code more. */
export const rolled = (rolling: number, code: number): number => (rolling << 11) ^ code;

/** How far a 32-bit hash is shifted to choose one of a table's bits. */
export const shiftFor = (words: Int32Array): number => 32 - Math.log2(words.length * 32);

/** The bit of a prefix of three codes. */
export const tripleBit = (words: Int32Array, a: number, b: number, c: number): number =>
  Math.imul(rolled(rolled(a, b), c), TRIPLE) >>> shiftFor(words);

/** The bit of a whole sequence of two codes. */
export const pairBit = (words: Int32Array, a: number, b: number): number =>
  Math.imul(rolled(a, b) & TWO, PAIR) >>> shiftFor(words);

/** The bit of a prefix of four codes, where the first three are rolled into one value. */
export const fourBit = (words: Int32Array, three: number, d: number): number =>
  Math.imul(Math.imul(three, PAIR) ^ d, TRIPLE) >>> shiftFor(words);

/** No code is this large, so a short sequence never shares a slot with a longer one's prefix by design. */
export const NO_CODE = 0x10000;

/** The hash of a prefix: where in the slots it is looked for first, and what is compared there. */
export function prefixHash(a: number, b: number, c: number): number {
  const mixed = Math.imul(Math.imul(Math.imul(a, TRIPLE) ^ b, PAIR) ^ c, 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
}

/** An entry stands below this; above it is the byte of the hash, never 0. */
export const PLACE = 0xffffff;
export const printOf = (hash: number): number => (hash | 0x1000000) & ~PLACE;
