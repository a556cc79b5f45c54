import {
  DIMENSIONS,
  type Dimension,
  type DimensionScores,
  type DimensionWeights,
  type TierCuts,
} from '@risk/domain';
import { noisyOr, round } from './combine.js';
import type { ScoringConfig } from './scoring-config.js';

/** What the two scorers share. */
export interface Scale {
  readonly config: ScoringConfig;
  readonly groupOf: (code: string) => string;
  readonly total: (dimensions: DimensionScores) => number;
  readonly weights: DimensionWeights;
}

/** Makes the scale of a checked configuration. */
export function scaleOf(config: ScoringConfig): Scale {
  const groups = new Map(
    Object.entries(config.correlation.groups).flatMap(([group, codes]) =>
      codes.map((c) => [c, group] as const),
    ),
  );
  return {
    config,
    groupOf: (code) => groups.get(code) ?? code,
    total: (dimensions) =>
      round(noisyOr(DIMENSIONS.map((d) => dimensions[d] * config.dimensions[d].weight))),
    weights: weightsOf(config),
  };
}

/** A tier that begins above a score, and how many points are lacking. */
export interface NextTier {
  readonly tier: keyof TierCuts;
  readonly from: number;
  readonly points: number;
}

/** The tier that comes next above a score; null when there is none. */
export function nextTier(tiers: TierCuts, score: number): NextTier | null {
  const above = (['blue', 'yellow', 'orange', 'red'] as const).find((tier) => score < tiers[tier]);
  if (above === undefined) return null;
  return { tier: above, from: tiers[above], points: round(tiers[above] - score) };
}

const weightsOf = ({ dimensions }: ScoringConfig): DimensionWeights =>
  Object.fromEntries(DIMENSIONS.map((d) => [d, dimensions[d].weight])) as Record<Dimension, number>;
