import type { Dimension, DimensionScores } from '@risk/domain';
import { DIMENSIONS } from '@risk/domain';
import { groupBy } from '@risk/kit';

/** Strength of one code in one dimension, before correlation; 0 to 1. */
export interface Strength {
  readonly code: string;
  readonly dimension: Dimension;
  readonly strength: number;
}

/** A strength with what it really adds beside its relatives. */
export interface Share<S extends Strength> {
  readonly source: S;
  /** Points that it brings to its dimension, 0 to 100. */
  readonly points: number;
}

/** Strongest first; equal strengths by code, so that the order never depends on the input's. */
export const strongestFirst = (a: Strength, b: Strength): number =>
  b.strength - a.strength || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/**
 * Cuts relatives down: the strongest of a correlated group counts in full, the next by `repeat`,
 * the next by its square. Relatives tell one story, so they must not add up as if independent.
 */
export function shareOut<S extends Strength>(
  strengths: readonly S[],
  groupOf: (code: string) => string,
  repeat: number,
): Share<S>[] {
  const families = groupBy(strengths, (s) => `${s.dimension} ${groupOf(s.code)}`);
  return [...families.values()].flatMap((family) =>
    [...family]
      .sort(strongestFirst)
      .map((source, rank) => ({ source, points: 100 * source.strength * repeat ** rank })),
  );
}

/** Independent evidence adds up like probabilities: never over 100, never less than its strongest. */
export function noisyOr(points: readonly number[]): number {
  return (
    100 * (1 - points.reduce((left, p) => left * (1 - Math.min(100, Math.max(0, p)) / 100), 1))
  );
}

/** The five dimensions of a list of shares. */
export function dimensionsOf<S extends Strength>(shares: readonly Share<S>[]): DimensionScores {
  const points = (d: Dimension) =>
    shares
      .filter((s) => s.source.dimension === d)
      .map((s) => s.points)
      .sort((a, b) => a - b);
  return Object.fromEntries(DIMENSIONS.map((d) => [d, round(noisyOr(points(d)))])) as Record<
    Dimension,
    number
  >;
}

/** One decimal is as exact as anybody may take an index. */
export const round = (points: number): number => Math.round(points * 10) / 10;
