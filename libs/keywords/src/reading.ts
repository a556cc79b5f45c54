import { pointAt, unitsOf } from './code-points.js';
import { KERNEL_UNITS } from './kernel/addresses.js';
import type { Kernel } from './kernel/kernel.js';
import type { Spelling } from './spelling.js';
import { TextUnits } from './text-units.js';
import { CALLED, LOOK_CLOSER, MARKED, PASSED_OVER, type CodesOf } from './unit-table.js';

/** Scratch larger than this is given back after the text. */
const KEPT_UNITS = 1 << 17;
/** One character spells at most so many letters (U+FDFA). */
const WIDEST = 18;
/** A search may look so many codes behind the last one. */
const PADDING = 3;

/** One text as a matcher reads it: codes, and where in the original each begins and ends. */
export class Reading implements Spelling {
  private readonly scratch = new TextUnits();
  private ownCodes = new Uint16Array(0);
  private ownStarts = new Int32Array(0);
  codes: Uint16Array = this.ownCodes;
  starts: Int32Array = this.ownStarts;
  length = 0;
  text = '';
  /** The first code of the marked page, and behind the last one; 0 where there is none. */
  markedFrom = 0;
  markedTo = 0;
  /** Whether every code is one unit of the text. */
  private isRegular = true;

  constructor(
    private readonly table: Uint16Array,
    private readonly codesOf: CodesOf,
    /** Does the same faster for texts that fit it. */
    private readonly kernel: Kernel | null = null,
  ) {}

  /** Reads a text: folds, passes over noise and remembers where each code stood. */
  read(text: string): void {
    this.text = text;
    if (!this.kernel || text.length > KERNEL_UNITS || !this.readBy(this.kernel, text))
      this.readPlainly(text);
    this.codes[this.length] = 0;
    this.codes[this.length + 1] = 0;
    this.codes[this.length + 2] = 0;
  }

  private begin(): void {
    this.length = 0;
    this.markedFrom = 0;
    this.markedTo = 0;
    this.isRegular = true;
  }

  /** Reads with a kernel; answers false where wide characters do not fit it. */
  private readBy(kernel: Kernel, text: string): boolean {
    this.begin();
    this.codes = kernel.codes;
    this.starts = kernel.starts;
    kernel.load(text);
    for (let at = 0; at < text.length;) {
      at = kernel.spell(at, text.length, this.length);
      this.length = kernel.count;
      if (at === text.length) break;
      if (this.length + WIDEST + text.length - at + PADDING > this.codes.length) return false;
      at += this.spellOut(at);
    }
    this.markedFrom = kernel.markedFrom;
    this.markedTo = kernel.markedTo;
    return true;
  }

  private readPlainly(text: string): void {
    this.begin();
    this.codes = this.ownCodes;
    this.starts = this.ownStarts;
    this.scratch.load(text);
    this.makeRoom(text.length + PADDING);
    for (let at = 0; at < text.length;) {
      at = this.spell(at, text.length);
      if (at < text.length) this.makeRoom(this.length + WIDEST + text.length - at + PADDING);
    }
  }

  /** Spells on from a unit; answers where it stopped, which is before the end when there is no room for a wide character. */
  private spell(from: number, end: number): number {
    const { table, codes, starts } = this;
    const { units } = this.scratch;
    // Imported names are looked up each time they are read.
    const seldom = MARKED;
    const called = CALLED;
    const closer = LOOK_CLOSER;
    const skip = PASSED_OVER;
    let count = this.length;
    let at = from;
    for (; at < end; at++) {
      const code = table[units[at] ?? 0] ?? 0;
      if (code === closer) {
        if (count + WIDEST + end - at + PADDING > codes.length) break;
        this.length = count;
        at += this.spellOut(at) - 1;
        count = this.length;
        continue;
      }
      if (code >= seldom && code < called) this.mark(count);
      codes[count] = code;
      starts[count] = at;
      count += code === skip ? 0 : 1;
    }
    this.length = count;
    return at;
  }

  private mark(k: number): void {
    if (this.markedTo === 0) this.markedFrom = k;
    this.markedTo = k + 1;
  }

  /** Spells a character beyond the table: several codes, or one of two units; answers how many units it has. */
  private spellOut(at: number): number {
    const cp = pointAt(this.text, at);
    for (const code of this.codesOf(cp)) {
      this.isRegular = false;
      this.codes[this.length] = code;
      this.starts[this.length++] = at;
    }
    return unitsOf(cp);
  }

  private makeRoom(needed: number): void {
    if (needed <= this.ownCodes.length) return;
    const room = Math.max(1024, needed + (needed >> 2));
    const { ownCodes, ownStarts } = this;
    this.ownCodes = new Uint16Array(room);
    this.ownStarts = new Int32Array(room);
    this.ownCodes.set(ownCodes);
    this.ownStarts.set(ownStarts);
    this.codes = this.ownCodes;
    this.starts = this.ownStarts;
  }

  /** Gives large scratch back. */
  release(): void {
    this.text = '';
    if (this.ownCodes.length <= KEPT_UNITS) return;
    this.ownCodes = new Uint16Array(0);
    this.ownStarts = new Int32Array(0);
    this.codes = this.ownCodes;
    this.starts = this.ownStarts;
    this.scratch.release();
  }

  /** The first code from one on that stands at a unit or behind it. */
  placeOf(unit: number, from = 0): number {
    let low = from;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle] ?? 0) < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  startOf(k: number): number {
    return this.starts[k] ?? 0;
  }

  endOf(k: number): number {
    const start = this.startOf(k);
    return this.isRegular ? start + 1 : start + unitsOf(pointAt(this.text, start));
  }

  /** Whether code k begins a character (and is no later letter of ㎏). */
  begins(k: number): boolean {
    return this.isRegular || k === 0 || this.starts[k - 1] !== this.starts[k];
  }

  /** Whether code k ends a character. */
  ends(k: number): boolean {
    return this.isRegular || k + 1 >= this.length || this.starts[k + 1] !== this.starts[k];
  }

  isUnbroken(first: number, last: number): boolean {
    return this.isRegular && this.startOf(last) - this.startOf(first) === last - first;
  }
}
