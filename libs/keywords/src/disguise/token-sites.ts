import { KERNEL_UNITS, type Kernel } from '../kernel/kernel.js';
import { FIRST_HALF, LETTER, SECOND_HALF, halvesBit, unitKinds } from './unit-kinds.js';

/** Where in a text letters begin, and where two characters may be the halves of one. */
export class TokenSites {
  private readonly own: number[] = [];

  constructor(private readonly kernel: Kernel | null = null) {}

  /** The UTF-16 units in order, good until the next text; a kernel has the text already. */
  of(text: string): Iterable<number> {
    if (this.kernel && text.length < KERNEL_UNITS) return this.kernel.sites(text.length);
    return this.find(text);
  }

  private find(text: string): readonly number[] {
    const { own } = this;
    const { kinds, halves } = unitKinds();
    own.length = 0;
    let before = 0;
    let kind = kinds[text.charCodeAt(0)] ?? 0;
    for (let at = 0; at < text.length; at++) {
      const after = kinds[text.charCodeAt(at + 1)] ?? 0;
      const begins = (kind & LETTER) !== 0 && (before & LETTER) === 0;
      const opens = (kind & FIRST_HALF) !== 0 && (after & SECOND_HALF) !== 0;
      if (begins || (opens && mayJoin(halves, text, at))) own.push(at);
      before = kind;
      kind = after;
    }
    return own;
  }
}

function mayJoin(halves: Int32Array, text: string, at: number): boolean {
  const bit = halvesBit(text.charCodeAt(at), text.charCodeAt(at + 1));
  return (((halves[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}
