import { pointAt, unitsOf } from './code-points.js';
import type { Spelling } from './spelling.js';
import { TextUnits } from './text-units.js';
import { LOOK_CLOSER, MARKED, PASSED_OVER, type CodesOf } from './unit-table.js';

/** Scratch larger than this is given back after the text. */
const KEPT_UNITS = 1 << 17;
/** One character spells at most so many letters (U+FDFA). */
const WIDEST = 18;
/** A search may look so many codes behind the last one. */
const PADDING = 3;

/** One text as a matcher reads it: codes, and where in the original each begins and ends. */
export class Reading implements Spelling {
  private readonly scratch = new TextUnits();
  codes = new Uint16Array(0);
  starts = new Int32Array(0);
  length = 0;
  text = '';
  /** Whether some code is of the marked page. */
  isMarked = false;
  /** Whether every code is one unit of the text. */
  private isRegular = true;

  constructor(
    private readonly table: Uint16Array,
    private readonly codesOf: CodesOf,
  ) {}

  /** Reads a text: folds, passes over noise and remembers where each code stood. */
  read(text: string): void {
    this.text = text;
    this.scratch.load(text);
    this.makeRoom(text.length + PADDING);
    const { table } = this;
    const { units } = this.scratch;
    let { codes, starts } = this;
    this.isRegular = true;
    let count = 0;
    let marked = false;
    for (let at = 0; at < text.length; at++) {
      const code = table[units[at] ?? 0] ?? 0;
      if (code >= MARKED) {
        if (code === LOOK_CLOSER) {
          const cp = pointAt(text, at);
          count = this.spellOut(cp, at, count, text.length);
          ({ codes, starts } = this);
          at += unitsOf(cp) - 1;
          continue;
        }
        marked = true;
      }
      codes[count] = code;
      starts[count] = at;
      count += code === PASSED_OVER ? 0 : 1;
    }
    this.isMarked = marked;
    this.close(count);
  }

  /** Spells a character beyond the table: several codes, or one of two units; answers how many codes there are then. */
  private spellOut(cp: number, at: number, count: number, length: number): number {
    this.isRegular = false;
    this.makeRoom(count + WIDEST + length - at + PADDING);
    for (const code of this.codesOf(cp)) {
      this.codes[count] = code;
      this.starts[count++] = at;
    }
    return count;
  }

  private makeRoom(needed: number): void {
    if (needed <= this.codes.length) return;
    const room = Math.max(1024, needed + (needed >> 2));
    const { codes, starts } = this;
    this.codes = new Uint16Array(room);
    this.starts = new Int32Array(room);
    this.codes.set(codes);
    this.starts.set(starts);
  }

  private close(length: number): void {
    this.length = length;
    this.codes.fill(0, length, length + PADDING);
  }

  /** Gives large scratch back. */
  release(): void {
    this.text = '';
    if (this.codes.length <= KEPT_UNITS) return;
    this.codes = new Uint16Array(0);
    this.starts = new Int32Array(0);
    this.scratch.release();
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
