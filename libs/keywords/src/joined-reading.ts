import { pointAt, unitsOf } from './code-points.js';
import type { Reading } from './reading.js';
import type { Spelling } from './spelling.js';

/** Several codes of a reading that are taken as one: two halves of a character, the letters of a syllable. */
export interface Joint {
  /** The first code that is taken, and how many are. */
  readonly at: number;
  readonly takes: number;
  readonly code: number;
}

/** A reading in which some runs of codes are joined into one. */
export class JoinedReading<J extends Joint> implements Spelling {
  codes = new Uint16Array(0);
  private starts = new Int32Array(0);
  private joints: readonly J[] = [];
  private places: number[] = [];
  private reading: Reading | null = null;
  length = 0;
  text = '';

  /** Joins codes of a reading, ordered and without overlap; answers where the joined ones stand. */
  join(reading: Reading, joints: readonly J[]): readonly number[] {
    this.reading = reading;
    this.text = reading.text;
    this.joints = joints;
    this.places = [];
    if (joints.length === 0) return this.places;
    this.makeRoom(reading.length + 3);
    const { codes, starts } = this;
    let from = 0;
    let count = 0;
    for (const joint of joints) {
      for (; from < joint.at; from++) {
        codes[count] = reading.codes[from] ?? 0;
        starts[count++] = reading.starts[from] ?? 0;
      }
      codes[count] = joint.code;
      starts[count] = reading.starts[from] ?? 0;
      this.places.push(count++);
      from += joint.takes;
    }
    for (; from < reading.length; from++) {
      codes[count] = reading.codes[from] ?? 0;
      starts[count++] = reading.starts[from] ?? 0;
    }
    this.length = count;
    codes.fill(0, count, count + 3);
    return this.places;
  }

  private makeRoom(needed: number): void {
    if (needed <= this.codes.length) return;
    this.codes = new Uint16Array(needed);
    this.starts = new Int32Array(needed);
  }

  /** The joint at a place, or undefined where a code stands for itself. */
  jointAt(k: number): J | undefined {
    let low = 0;
    let high = this.places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.places[middle] ?? 0) < k) low = middle + 1;
      else high = middle;
    }
    return this.places[low] === k ? this.joints[low] : undefined;
  }

  startOf(k: number): number {
    return this.starts[k] ?? 0;
  }

  endOf(k: number): number {
    const joint = this.jointAt(k);
    if (joint) return this.reading?.endOf(joint.at + joint.takes - 1) ?? 0;
    const start = this.startOf(k);
    return start + unitsOf(pointAt(this.text, start));
  }

  begins(k: number): boolean {
    return k === 0 || this.starts[k - 1] !== this.starts[k];
  }

  ends(k: number): boolean {
    return k + 1 >= this.length || this.starts[k + 1] !== this.starts[k];
  }

  isUnbroken(): boolean {
    return false;
  }
}

/** Is told of a span, and the place that a run which begins in it must reach. */
type LookAt = (from: number, to: number, reaches: number) => void;

/** Looks at the spans from which a run of at most `longest` codes can hold a joined one, at none twice. */
export function eachSpanAround(places: readonly number[], longest: number, look: LookAt): void {
  let next = 0;
  for (const place of places) {
    look(Math.max(next, place - longest + 1), place + 1, place);
    next = place + 1;
  }
}
