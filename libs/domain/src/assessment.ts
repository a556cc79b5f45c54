import type { DimensionWeights, Suppression, TierCuts } from './scale.js';
import type { Evidence, Signal } from './signal.js';
import type { Dimension, LegalElement, Scheme } from './taxonomy.js';
import type { Tier } from './tier.js';

/** Points per dimension, 0 to 100. */
export type DimensionScores = Readonly<Record<Dimension, number>>;

export interface CategoryGuess {
  readonly code: Scheme;
  readonly probability: number;
}

/** A promised return turned into per cent a year. */
export interface AnnualYield {
  readonly percent: number;
  readonly evidence: Evidence;
  /** How it was computed, e.g. `月息2分 × 12`. */
  readonly because: string;
}

/** Which configuration judged; re-scoring with the same versions gives the same number. */
export interface EngineVersions {
  readonly lexicon: string;
  readonly rules: string;
  readonly model: string;
  readonly scoring: string;
  /** The register of licensed institutions; a record is judged without it. */
  readonly licensed?: string | undefined;
}

/** Somebody named in a record. */
export interface Mention {
  readonly name: string;
  readonly uscc: string | null;
  /** The field the name stands in, with its span; spans of structured fields cover the whole value. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

/** The verdict on one record. */
export interface Assessment {
  readonly score: number;
  readonly tier: Tier;
  readonly categories: readonly CategoryGuess[];
  readonly dimensions: DimensionScores;
  readonly elements: Readonly<Record<LegalElement, boolean>>;
  readonly annualYieldPercent: number | null;
  readonly signals: readonly Signal[];
  readonly version: EngineVersions;
}

/** One line of the explanation of an index, strongest first. */
export interface IndexReason {
  readonly code: string;
  readonly dimension: Dimension;
  /** Points that it brings to its dimension now, after decay. */
  readonly points: number;
  readonly because: string;
  /** How many records say so. */
  readonly times: number;
  /** The strongest words that say so, exactly as they stand in a record; absent for facts without words. */
  readonly quote?: string | undefined;
}

/** The index of an entity at a moment. */
export interface RiskIndex {
  readonly score: number;
  readonly tier: Tier;
  readonly dimensions: DimensionScores;
  readonly elements: Readonly<Record<LegalElement, boolean>>;
  readonly scheme: Scheme;
  readonly reasons: readonly IndexReason[];
  /** What could not be judged because no feed told us (said, never scored as safe). */
  readonly missing: readonly string[];
  /** What the score was measured by; absent in an index kept before this was kept. */
  readonly weights?: DimensionWeights | undefined;
  readonly cuts?: TierCuts | undefined;
  /** What a licence on the register took out; null when nothing was. */
  readonly suppressed?: Suppression | null | undefined;
  readonly version: EngineVersions;
}
