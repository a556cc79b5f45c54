/** Two different mixings of three codes, so that bigrams and trigrams share one bit table. */
const mix = (a: number, b: number, c: number): number =>
  Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c, 0xc2b2ae35);

/** No symbol has this code, so a term of two symbols never collides with a longer one by design. */
const NO_THIRD = 0x10000;

/**
 * Says in a few loads that no term begins here: one bit per first symbol that is a whole term, per
 * whole two-symbol term and per prefix of three. Wrong only towards yes.
 */
export class PrefixFilter {
  private readonly singles: Uint8Array;
  /** 1 where some longer term begins with the symbol. */
  private readonly firsts: Uint8Array;
  private readonly bits: Uint32Array;
  private readonly shift: number;

  constructor(sequences: readonly Uint16Array[], symbols: number) {
    this.singles = new Uint8Array(symbols + 1);
    this.firsts = new Uint8Array(symbols + 1);
    const size = Math.min(22, Math.max(13, Math.ceil(Math.log2(sequences.length * 24 + 1))));
    this.shift = 32 - size;
    this.bits = new Uint32Array(2 ** (size - 5));
    for (const sequence of sequences) this.add(sequence);
  }

  private add(sequence: Uint16Array): void {
    const [a = 0, b, c] = sequence;
    if (b === undefined) {
      this.singles[a] = 1;
      return;
    }
    this.firsts[a] = 1;
    this.set(mix(a, b, c ?? NO_THIRD));
  }

  private set(hash: number): void {
    const bit = hash >>> this.shift;
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  private has(hash: number): boolean {
    const bit = hash >>> this.shift;
    return (((this.bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }

  /** Whether a term may begin with these codes. */
  passes(a: number, b: number, c: number): boolean {
    if (this.singles[a] === 1) return true;
    if (this.firsts[a] === 0 || b === 0) return false;
    return this.has(mix(a, b, NO_THIRD)) || (c !== 0 && this.has(mix(a, b, c)));
  }
}
