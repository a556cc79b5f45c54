import type { Dimension, LegalElement, Scheme } from './taxonomy.js';

export type Engine = 'keywords' | 'numbers' | 'rules' | 'classifier';

/** Where in the original record something stands; UTF-16 code units, end exclusive. */
export interface Evidence {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  /** Exactly the slice of the original field. */
  readonly quote: string;
}

/** One reason for suspicion, from one engine, with its evidence. */
export interface Signal {
  readonly engine: Engine;
  /** Stable code: a lexicon code, a rule id, a scheme. */
  readonly code: string;
  readonly dimension: Dimension;
  /** Points in the dimension before decay, 0 to 100. */
  readonly weight: number;
  /** One Chinese sentence an official can read out. */
  readonly because: string;
  readonly evidence: Evidence | null;
  /** What had to be undone to find it: homophone, split-character …; empty for plain text. */
  readonly transforms: readonly string[];
  /** Why it does not count (`warning text 谨防 at 0-2`), or null when it counts. */
  readonly suppressed: string | null;
  readonly elements: readonly LegalElement[];
  readonly scheme: Scheme | null;
  /** Days until half of the weight is left in the entity's index; null never decays. */
  readonly halfLifeDays: number | null;
}
