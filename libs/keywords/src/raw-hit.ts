import type { Profile } from './symbols.js';

/** A hit before masks and modes: which term, where in the original. */
export interface RawHit {
  readonly term: number;
  readonly start: number;
  readonly end: number;
  readonly profile: Profile;
  /** What had to be undone; null where it is still to be found out from the quote. */
  readonly guises: readonly string[] | null;
  /** How sure it is that the term is meant; of no account while the guises are null. */
  readonly confidence: number;
}

/** The guises of a term that stands there as it is written. */
export const NOTHING_UNDONE: readonly string[] = [];

/** One text may bring so many hits; a flood says no more than its beginning. */
export const MOST_HITS = 1_000_000;
