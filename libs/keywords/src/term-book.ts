import type { PackedTerms } from './packed-terms.js';

/** Looks packed terms up by their number. */
export class TermBook {
  /** Of a fixed size: an array with gaps would become a slower one. */
  private readonly texts: (string | undefined)[];

  constructor(private readonly packed: PackedTerms) {
    this.texts = new Array<string | undefined>(packed.flags.length);
  }

  get size(): number {
    return this.packed.flags.length;
  }

  has(term: number, flag: number): boolean {
    return ((this.packed.flags[term] ?? 0) & flag) !== 0;
  }

  /** The term as written. */
  textOf(term: number): string {
    return (this.texts[term] ??= this.written(term));
  }

  private written(term: number): string {
    const { units, offsets } = this.packed;
    return String.fromCharCode(...units.subarray(offsets[term], offsets[term + 1]));
  }

  /** Whether a text has exactly the characters of a term at a place. */
  isWritten(term: number, text: string, start: number, end: number): boolean {
    const { units, offsets } = this.packed;
    const from = offsets[term] ?? 0;
    if (end - start !== (offsets[term + 1] ?? 0) - from) return false;
    for (let at = start; at < end; at++)
      if (text.charCodeAt(at) !== units[from + at - start]) return false;
    return true;
  }
}
