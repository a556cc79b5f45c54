import { foldedOf } from '../fold-table.js';
import { UNITS, once } from '../unit-table.js';
import type { HeardRun } from './evidence.js';
import { writtenOf } from './hearing.js';
import { MOST_ODD, mostOther, mostSame, mostSurroundings } from './plausibility.js';
import { rarities } from './usage.js';

/** What a UTF-16 unit folds to, and how rare it is as it is written, in tenths. */
interface UnitBounds {
  readonly folded: Uint16Array;
  readonly rarity: Uint8Array;
}

const bounds = once((): UnitBounds => {
  const folded = Uint16Array.from({ length: UNITS }, (_, unit) => {
    const character = foldedOf(unit);
    return character < UNITS ? character : 0;
  });
  const tenths = (unit: number): number => rarities()[unit] ?? 0;
  return {
    folded,
    rarity: Uint8Array.from({ length: UNITS }, (_, unit) => tenths(writtenOf(unit))),
  };
});

/** The most that a character of each rarity can say for a term, in tenths. */
const MOST_SAME = Float64Array.from({ length: 256 }, (_, tenths) => mostSame(tenths / 10));
const MOST_OTHER = Float64Array.from({ length: 256 }, (_, tenths) => mostOther(tenths / 10));

/** Loops in machine code count in whole parts of a weight, rounded towards yes. */
const PARTS = 1024;
const atMost = (weight: number): number => Math.ceil(weight * PARTS);

/** What loops in machine code need to look as QuickLook does, where so much evidence is believed. */
export const quickWeights = (believed: number) => ({
  rarities: bounds().rarity,
  folded: bounds().folded,
  weights: Int32Array.from([...MOST_SAME, ...MOST_OTHER], atMost),
  needed: -atMost(mostSurroundings - believed),
  oddness: atMost(MOST_ODD),
});

/** A run of a text, and where its characters stand. */
interface Place {
  readonly text: string;
  readonly starts: Int32Array;
  readonly length: number;
}

/**
 * Says in a few loads that nothing like enough speaks for a disguise: most runs that sound like a term are the term
 * itself, or two ordinary characters that happen to sound so. Wrong only towards yes.
 */
export class QuickLook {
  private readonly bounds = bounds();

  /** The most that can speak for it that a run is a disguise of a term; nothing at all where it is the term itself. */
  mostOf(place: Place, { first, last, characters, from }: HeardRun): number {
    const { text, starts, length } = place;
    const { folded, rarity } = this.bounds;
    let most = mostSurroundings;
    let differs = false;
    for (let k = first; k <= last; k++) {
      const unit = text.charCodeAt(starts[k] ?? 0);
      if (folded[unit] === characters[from + k - first]) most += MOST_SAME[rarity[unit] ?? 0] ?? 0;
      else {
        most += MOST_OTHER[rarity[unit] ?? 0] ?? 0;
        differs = true;
      }
    }
    if (!differs) return -Infinity;
    // A word that is the whole text is held to less.
    return last - first + 1 === length ? Infinity : most;
  }

  /** Whether two characters may be a disguise of any term of two. */
  mayBePair({ text, starts, length }: Place, first: number, needed: number): boolean {
    if (length === 2) return true;
    const { rarity } = this.bounds;
    const a = text.charCodeAt(starts[first] ?? 0);
    const b = text.charCodeAt(starts[first + 1] ?? 0);
    const rarityA = rarity[a] ?? 0;
    const rarityB = rarity[b] ?? 0;
    const sameA = MOST_SAME[rarityA] ?? 0;
    const sameB = MOST_SAME[rarityB] ?? 0;
    const otherA = MOST_OTHER[rarityA] ?? 0;
    const otherB = MOST_OTHER[rarityB] ?? 0;
    const most = Math.max(sameA + otherB, otherA + sameB, otherA + otherB);
    return most + mostSurroundings >= needed;
  }
}
