import { KERNEL_UNITS } from '../kernel/addresses.js';
import type { Kernel } from '../kernel/kernel.js';
import {
  CHINESE,
  FIRST_HALF,
  LETTER,
  MARK,
  ODD,
  SECOND_HALF,
  halvesBit,
  unitKinds,
} from './unit-kinds.js';

/** How far around a place its surroundings reach, in UTF-16 units. */
export const REACH = 30;
/** Of fewer Chinese characters than this nothing is inferred. */
export const FEW = 8;

const CHINESE_BITS = 0xffff;
const ODD_SHIFT = 16;
const ONE_ODD = 1 << ODD_SHIFT;

/**
 * What a text is like, seen in one pass: how much it looks like one in disguise around a place, which is the share of
 * rare characters and of marks between Chinese characters among the Chinese characters there; and where letters begin
 * or two characters may be the halves of one. Both kinds of characters are counted up to each unit, in the low and the
 * high half of one number: what lies between two places is the difference of theirs.
 */
export class Survey {
  private length = 0;
  private own = new Int32Array(0);
  private tallies: Int32Array = this.own;
  /** The UTF-16 units, in order, where letters begin or halves may stand, and how many; good until the next text. */
  sites: ArrayLike<number> = [];
  count = 0;

  constructor(private readonly kernel: Kernel | null = null) {}

  /** Looks at another text; a kernel has it already. */
  begin(text: string): void {
    this.length = text.length;
    if (this.kernel && text.length < KERNEL_UNITS) {
      this.count = this.kernel.survey(text.length);
      this.sites = this.kernel.sites;
      this.tallies = this.kernel.tallies;
      return;
    }
    const sites = this.look(text);
    this.sites = sites;
    this.count = sites.length;
  }

  /** The square root of the share of odd characters around a span, 0 to about 1. */
  around(start: number, end: number): number {
    const { tallies } = this;
    const from = tallies[Math.max(0, start - REACH)] ?? 0;
    const to = tallies[Math.min(this.length, end + REACH)] ?? 0;
    const counted = (tallies[start] ?? 0) - from + (to - (tallies[end] ?? 0));
    const odd = (counted >>> ODD_SHIFT) & CHINESE_BITS;
    return odd === 0 ? 0 : Math.sqrt(odd / Math.max(FEW, counted & CHINESE_BITS));
  }

  private look(text: string): readonly number[] {
    if (this.own.length <= text.length) this.own = new Int32Array(text.length * 2 + 1);
    this.tallies = this.own;
    const { kinds, halves } = unitKinds();
    const sites: number[] = [];
    let tally = 0;
    let before = 0;
    let kind = kinds[text.charCodeAt(0)] ?? 0;
    this.own[0] = 0;
    for (let at = 0; at < text.length; at++) {
      const after = kinds[text.charCodeAt(at + 1)] ?? 0;
      const odd = isOdd(before, kind, after) ? ONE_ODD : 0;
      tally = (tally + (kind & CHINESE) + odd) | 0;
      this.own[at + 1] = tally;
      const begins = (kind & LETTER) !== 0 && (before & LETTER) === 0;
      const opens = (kind & FIRST_HALF) !== 0 && (after & SECOND_HALF) !== 0;
      if (begins || (opens && mayJoin(halves, text, at))) sites.push(at);
      before = kind;
      kind = after;
    }
    return sites;
  }
}

/** Rare characters are odd, and marks between two Chinese ones. */
const isOdd = (before: number, kind: number, after: number): boolean =>
  (kind & ODD) !== 0 || ((kind & MARK) !== 0 && (before & after & CHINESE) !== 0);

function mayJoin(halves: Int32Array, text: string, at: number): boolean {
  const bit = halvesBit(text.charCodeAt(at), text.charCodeAt(at + 1));
  return (((halves[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}
