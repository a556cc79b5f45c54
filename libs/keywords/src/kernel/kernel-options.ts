import { UnitMap } from '../unit-map.js';
import { MOST_CALLED } from '../unit-table.js';

/** Letters whose places are called out where the unit before them allows it (see unit-table.ts). */
export interface Triggers {
  /** The forms that each letter is called out for, as bits. */
  readonly forms: Uint16Array;
  /** The forms that each unit may stand before, as bits. */
  readonly before: UnitMap;
  /** What begins a text may stand behind this unit too. */
  readonly opening: number;
}

/** What tells of characters whether they can be a disguise at all; see disguise/quick-look.ts. */
interface Doubts {
  /** How rare each unit is as it is written, in tenths. */
  readonly rarities: Uint8Array;
  /** The most that a character of each rarity says as the term's own, then what it says as another one in its place. */
  readonly weights: Int32Array;
  /** What characters must say together in ordinary surroundings; and how much less where all of them is odd. */
  readonly needed: number;
  readonly oddness: number;
  /** How many units the surroundings reach, and the fewest Chinese characters that tell something. */
  readonly reach: number;
  readonly few: number;
  /** What each unit folds to, the folded characters of the terms, and where those of each begin. */
  readonly folded: Uint16Array;
  readonly characters: Uint16Array;
  readonly offsets: Int32Array;
}

/** What only a reading by ear needs. */
export interface Ear {
  /** The bit of codes that stand for several, and what each of those stands for, from the code of the bit alone on. */
  readonly bit: number;
  readonly sets: readonly (readonly number[])[];
  /** What each unit is, and one bit for each pair of units that may be halves of a character. */
  readonly kinds: Uint8Array;
  readonly halves: Int32Array;
  readonly doubts: Doubts;
}

export interface KernelOptions {
  readonly ear?: Ear | undefined;
  readonly triggers?: Triggers | undefined;
}

const NO_BYTES = new Uint8Array(0);
export const NO_EAR: Ear = {
  bit: 0,
  sets: [],
  kinds: NO_BYTES,
  halves: new Int32Array(0),
  doubts: {
    rarities: NO_BYTES,
    weights: new Int32Array(0),
    needed: 0,
    oddness: 0,
    reach: 0,
    few: 0,
    folded: new Uint16Array(0),
    characters: new Uint16Array(0),
    offsets: new Int32Array(0),
  },
};
export const NO_TRIGGERS: Triggers = {
  forms: new Uint16Array(MOST_CALLED),
  before: new UnitMap([]),
  opening: 0,
};
