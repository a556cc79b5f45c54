import { KERNEL_UNITS, type Kernel } from '../kernel/kernel.js';
import { CHINESE, MARK, ODD, unitKinds } from './unit-kinds.js';

/** How far around a place its surroundings reach, in UTF-16 units. */
const REACH = 30;
/** Of fewer Chinese characters than this nothing is inferred. */
const FEW = 8;

const CHINESE_BITS = 0xffff;
const ODD_SHIFT = 16;

/**
 * How much a text looks like one in disguise around a place: rare characters and marks between Chinese characters
 * among the Chinese characters there. Both are counted up to each unit, in the low and the high half of a number.
 */
export class Oddness {
  private length = 0;
  private own = new Int32Array(0);
  private tallies: Int32Array = this.own;

  constructor(private readonly kernel: Kernel | null = null) {}

  /** Begins another text; a kernel has it already. */
  begin(text: string): void {
    this.length = text.length;
    if (this.kernel && text.length < KERNEL_UNITS) {
      this.kernel.tally(text.length);
      this.tallies = this.kernel.tallies;
    } else this.tally(text);
  }

  /** The square root of the share of odd characters around a span, 0 to about 1. */
  around(start: number, end: number): number {
    const from = this.tallies[Math.max(0, start - REACH)] ?? 0;
    const to = this.tallies[Math.min(this.length, end + REACH)] ?? 0;
    const left = this.tallies[start] ?? 0;
    const right = this.tallies[end] ?? 0;
    const odd = oddBetween(from, left) + oddBetween(right, to);
    if (odd === 0) return 0;
    return Math.sqrt(odd / Math.max(FEW, chineseBetween(from, left) + chineseBetween(right, to)));
  }

  private tally(text: string): void {
    if (this.own.length <= text.length) this.own = new Int32Array(text.length * 2 + 1);
    this.tallies = this.own;
    const { kinds } = unitKinds();
    let odd = 0;
    let chinese = 0;
    let before = 0;
    this.own[0] = 0;
    for (let at = 0; at < text.length; at++) {
      const kind = kinds[text.charCodeAt(at)] ?? 0;
      const after = (kind & MARK) !== 0 ? (kinds[text.charCodeAt(at + 1)] ?? 0) : 0;
      if ((kind & ODD) !== 0 || (before & after & CHINESE) !== 0) odd++;
      chinese = (chinese + (kind & CHINESE)) & CHINESE_BITS;
      this.own[at + 1] = (odd << ODD_SHIFT) | chinese;
      before = kind;
    }
  }
}

/** Counts may run over; what lies between two places of a neighbourhood does not. */
const oddBetween = (from: number, to: number): number =>
  ((to >>> ODD_SHIFT) - (from >>> ODD_SHIFT)) & CHINESE_BITS;
const chineseBetween = (from: number, to: number): number => (to - from) & CHINESE_BITS;
