import type { Kernel } from '../kernel/kernel.js';
import { Reading } from '../reading.js';
import type { CodedSpelling } from '../spelling.js';
import { heardCodes, heardTable, writtenIn } from './hearing.js';
import { surpriseOf, type Guise } from './plausibility.js';

/** A text spelt by ear, which can say of each code what stands there. */
export interface HeardSpelling extends CodedSpelling {
  guiseAt(k: number): Guise;
  /** The character that stands there, or what a split one makes; 0 for letters and for characters beyond the units. */
  writtenAt(k: number): number;
  /** How surprising it is behind a character (0 where none stands). */
  surpriseAt(k: number, before: number): number;
}

/** A text read by ear, character by character. */
export class HeardReading extends Reading implements HeardSpelling {
  constructor(kernel: Kernel | null = null) {
    super(heardTable(), heardCodes, kernel);
  }

  guiseAt(): Guise {
    return 'character';
  }

  writtenAt(k: number): number {
    return writtenIn(this.text, this.startOf(k));
  }

  surpriseAt(k: number, before: number): number {
    return surpriseOf(before, this.writtenAt(k));
  }
}
