import { DIMENSIONS, type DimensionScores, type Tier } from '@risk/domain';
import { noisyOr, round } from './combine.js';
import type { ScoringConfig } from './scoring-config.js';

/** What the two scorers share. */
export interface Scale {
  readonly config: ScoringConfig;
  readonly groupOf: (code: string) => string;
  readonly total: (dimensions: DimensionScores) => number;
  readonly tierOf: (score: number) => Tier;
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
    tierOf: (score) => tierOf(config.tiers, score),
  };
}

/** A tier that begins above a score, and how many points are lacking. */
export interface NextTier {
  readonly tier: Exclude<Tier, 'none'>;
  readonly from: number;
  readonly points: number;
}

/** The tier that comes next above a score; null when there is none. */
export function nextTier(tiers: ScoringConfig['tiers'], score: number): NextTier | null {
  const above = (['blue', 'yellow', 'orange', 'red'] as const).find((tier) => score < tiers[tier]);
  if (above === undefined) return null;
  return { tier: above, from: tiers[above], points: round(tiers[above] - score) };
}

function tierOf(tiers: ScoringConfig['tiers'], score: number): Tier {
  if (score >= tiers.red) return 'red';
  if (score >= tiers.orange) return 'orange';
  if (score >= tiers.yellow) return 'yellow';
  return score >= tiers.blue ? 'blue' : 'none';
}
