import { pointAt, unitsOf } from './code-points.js';
import type { Reading } from './reading.js';
import type { Spelling } from './spelling.js';

/** A reading in which every run of one code counts once: 保保本本 as 保本. */
export class CollapsedReading implements Spelling {
  codes = new Uint16Array(0);
  private firsts = new Int32Array(0);
  private lasts = new Int32Array(0);
  private counts = new Int32Array(0);
  length = 0;
  text = '';

  /** Collapses a reading; answers where the runs of more than one code stand, none when nothing repeats. */
  collapse(reading: Reading): readonly number[] {
    const places: number[] = [];
    if (!repeats(reading)) return places;
    this.text = reading.text;
    this.makeRoom(reading.length + 3);
    let kept = -1;
    for (let k = 0; k < reading.length; k++) {
      const code = reading.codes[k] ?? 0;
      const start = reading.starts[k] ?? 0;
      if (kept >= 0 && code !== 0 && code === this.codes[kept]) {
        this.lasts[kept] = start;
        this.counts[kept] = (this.counts[kept] ?? 0) + 1;
        if (this.counts[kept] === 2) places.push(kept);
        continue;
      }
      kept++;
      this.codes[kept] = code;
      this.firsts[kept] = start;
      this.lasts[kept] = start;
      this.counts[kept] = 1;
    }
    this.length = kept + 1;
    this.codes.fill(0, this.length, this.length + 3);
    return places;
  }

  private makeRoom(needed: number): void {
    if (needed <= this.codes.length) return;
    this.codes = new Uint16Array(needed);
    this.firsts = new Int32Array(needed);
    this.lasts = new Int32Array(needed);
    this.counts = new Int32Array(needed);
  }

  /** How often the code of a run stands there. */
  countOf(k: number): number {
    return this.counts[k] ?? 0;
  }

  startOf(k: number): number {
    return this.firsts[k] ?? 0;
  }

  endOf(k: number): number {
    const last = this.lasts[k] ?? 0;
    return last + unitsOf(pointAt(this.text, last));
  }

  begins(k: number): boolean {
    return k === 0 || this.lasts[k - 1] !== this.firsts[k];
  }

  ends(k: number): boolean {
    return k + 1 >= this.length || this.firsts[k + 1] !== this.lasts[k];
  }

  isUnbroken(): boolean {
    return false;
  }
}

function repeats({ codes, length }: Reading): boolean {
  for (let k = 1; k < length; k++) if (codes[k] === codes[k - 1] && codes[k] !== 0) return true;
  return false;
}
