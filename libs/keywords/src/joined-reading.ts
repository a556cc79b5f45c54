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
    let from = 0;
    let count = 0;
    const copy = (to: number): void => {
      this.codes.set(reading.codes.subarray(from, to), count);
      this.starts.set(reading.starts.subarray(from, to), count);
      count += to - from;
    };
    for (const joint of joints) {
      copy(joint.at);
      from = joint.at + joint.takes;
      this.codes[count] = joint.code;
      this.starts[count] = reading.starts[joint.at] ?? 0;
      this.places.push(count++);
    }
    copy(reading.length);
    this.length = count;
    this.codes.fill(0, count, count + 3);
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

/** Places from which a run of at most `longest` codes can hold a joined one, each once, with the place it must reach. */
export function* placesAround(
  places: readonly number[],
  longest: number,
): Generator<readonly [from: number, reaches: number]> {
  let next = 0;
  for (const place of places) {
    for (let from = Math.max(next, place - longest + 1); from <= place; from++) yield [from, place];
    next = place + 1;
  }
}
