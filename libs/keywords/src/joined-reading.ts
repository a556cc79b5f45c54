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

/** What may be asked beyond the runs around a joint: the neighbours of a run, and what a search looks at behind it. */
const BEYOND = 4;

/** A reading in which some runs of codes are joined into one. */
export class JoinedReading<J extends Joint> implements Spelling {
  codes = new Uint16Array(0);
  private starts = new Int32Array(0);
  private joints: readonly J[] = [];
  private places: number[] = [];
  private reading: Reading | null = null;
  length = 0;
  text = '';

  /**
   * Joins codes of a reading, ordered and without overlap; answers where the joined ones stand. Only what runs of at most
   * `longest` codes around those can meet is read.
   */
  join(reading: Reading, joints: readonly J[], longest: number): readonly number[] {
    this.reading = reading;
    this.text = reading.text;
    this.joints = joints;
    this.places = [];
    if (joints.length === 0) return this.places;
    this.makeRoom(reading.length + 3);
    const around = longest + BEYOND;
    // How many codes have been saved so far, and from which one on they are not copied in full.
    let saved = 0;
    let from = 0;
    for (const joint of joints) {
      this.copy(Math.max(from, joint.at - around), joint.at, saved);
      this.codes[joint.at - saved] = joint.code;
      this.starts[joint.at - saved] = reading.starts[joint.at] ?? 0;
      this.places.push(joint.at - saved);
      from = joint.at + joint.takes;
      saved += joint.takes - 1;
      this.copy(from, Math.min(from + around, reading.length), saved);
    }
    this.length = reading.length - saved;
    this.codes.fill(0, this.length, this.length + 3);
    return this.places;
  }

  private copy(from: number, to: number, saved: number): void {
    const { codes, starts, reading } = this;
    if (!reading) return;
    for (let k = from; k < to; k++) {
      codes[k - saved] = reading.codes[k] ?? 0;
      starts[k - saved] = reading.starts[k] ?? 0;
    }
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
