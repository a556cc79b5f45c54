import { WIDEST } from './alphabet.js';
import { pointAt, unitsOf } from './code-points.js';

/** Scratch larger than this is given back after the text. */
const KEPT_UNITS = 1 << 16;

/** One text as a matcher reads it: codes, and where in the original each begins and ends. */
export class Reading {
  private room = 0;
  codes = new Uint16Array(0);
  starts = new Int32Array(0);
  /** Where the last character of a collapsed run begins; equals `starts` where nothing collapses. */
  lasts = new Int32Array(0);
  counts = new Uint32Array(0);
  length = 0;
  text = '';

  /** Makes room for a text; two codes of padding stand behind it. */
  prepare(text: string): void {
    this.text = text;
    const needed = text.length + 2;
    if (needed <= this.room) return;
    this.room = Math.max(1024, needed);
    this.codes = new Uint16Array(this.room);
    this.starts = new Int32Array(this.room);
    this.lasts = this.starts;
    this.counts = new Uint32Array(0);
  }

  /** Makes room for texts in which single characters spell many letters. */
  prepareForExpansions(): void {
    if (this.room >= this.text.length * WIDEST + 2) return;
    this.room = this.text.length * WIDEST + 2;
    this.codes = new Uint16Array(this.room);
    this.starts = new Int32Array(this.room);
    this.lasts = this.starts;
  }

  /** Ends the codes so that a matcher may look two ahead. */
  close(length: number): void {
    this.length = length;
    this.codes[length] = 0;
    this.codes[length + 1] = 0;
  }

  /** Takes each run of one known code as a single one and remembers its extent. */
  collapse(): void {
    if (this.lasts === this.starts || this.lasts.length < this.room)
      this.lasts = new Int32Array(this.room);
    if (this.counts.length < this.room) this.counts = new Uint32Array(this.room);
    let kept = -1;
    for (let k = 0; k < this.length; k++) {
      const code = this.codes[k] ?? 0;
      const at = this.starts[k] ?? 0;
      if (kept >= 0 && code !== 0 && code === this.codes[kept]) {
        this.lasts[kept] = at;
        this.counts[kept] = (this.counts[kept] ?? 0) + 1;
        continue;
      }
      kept++;
      this.codes[kept] = code;
      this.starts[kept] = at;
      this.lasts[kept] = at;
      this.counts[kept] = 1;
    }
    this.close(kept + 1);
  }

  /** Gives large scratch back. */
  release(): void {
    this.text = '';
    if (this.room <= KEPT_UNITS) return;
    this.room = 0;
    this.codes = new Uint16Array(0);
    this.starts = new Int32Array(0);
    this.lasts = this.starts;
    this.counts = new Uint32Array(0);
  }

  startOf(k: number): number {
    return this.starts[k] ?? 0;
  }

  endOf(k: number): number {
    const last = this.lasts[k] ?? 0;
    return last + unitsOf(pointAt(this.text, last));
  }

  /** Whether code k begins a character (and is no later letter of ㎏). */
  begins(k: number): boolean {
    return k === 0 || this.starts[k - 1] !== this.starts[k];
  }

  /** Whether code k ends a character. */
  ends(k: number): boolean {
    return k + 1 >= this.length || this.starts[k + 1] !== this.lasts[k];
  }
}
