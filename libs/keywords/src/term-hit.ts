/** A term found: `term` is its index in the compiled list; the span counts UTF-16 units of the text. */
export interface TermHit {
  readonly term: number;
  readonly start: number;
  readonly end: number;
  /** Exactly the slice of the text. */
  readonly quote: string;
  /** What had to be undone to find it; empty for plain text. */
  readonly transforms: readonly string[];
  /** How sure it is that the term is meant, 0 to 1; 1 for plain text. */
  readonly confidence: number;
}

/** The transforms of a term that stands there as it is written. */
export const NOTHING_UNDONE: readonly string[] = [];

/** One text may bring so many hits; a flood says no more than its beginning. */
export const MOST_HITS = 1_000_000;
