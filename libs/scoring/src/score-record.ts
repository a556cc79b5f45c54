import {
  ELEMENTS,
  tierAt,
  type DimensionScores,
  type LegalElement,
  type Signal,
  type Tier,
} from '@risk/domain';
import { groupBy } from '@risk/kit';
import { dimensionsOf, shareOut } from './combine.js';
import type { Scale } from './scale.js';

/** What of a signal counts for a score. */
export type ScorableSignal = Pick<
  Signal,
  'code' | 'dimension' | 'weight' | 'suppressed' | 'elements'
>;

export interface RecordScore {
  readonly score: number;
  readonly tier: Tier;
  readonly dimensions: DimensionScores;
  readonly elements: Readonly<Record<LegalElement, boolean>>;
}

const NOTHING = { score: 0, dimensions: dimensionsOf([]), elements: elementsOf([]) };

/** The score of one record: suppressed signals count nothing, a code counts once. */
export function scoreRecord(scale: Scale, signals: readonly ScorableSignal[]): RecordScore {
  const counting = signals.filter((s) => s.suppressed === null && s.weight > 0);
  if (counting.length === 0) return { ...NOTHING, tier: tierAt(scale.config.tiers, 0) };
  const byCode = groupBy(counting, (s) => `${s.dimension} ${s.code}`);
  const strengths = [...byCode.values()].flatMap(([first, ...more]) =>
    first
      ? [
          {
            code: first.code,
            dimension: first.dimension,
            strength: strongest([first, ...more]) / 100,
          },
        ]
      : [],
  );
  const dimensions = dimensionsOf(
    shareOut(strengths, scale.groupOf, scale.config.correlation.repeat),
  );
  const score = scale.total(dimensions);
  const tier = tierAt(scale.config.tiers, score);
  return { score, tier, dimensions, elements: elementsOf(counting) };
}

const strongest = (signals: readonly ScorableSignal[]): number =>
  Math.max(...signals.map((s) => s.weight));

/** Which legal elements any of the signals touches. */
export function elementsOf(
  signals: readonly Pick<Signal, 'elements'>[],
): Readonly<Record<LegalElement, boolean>> {
  const touched = new Set(signals.flatMap((s) => s.elements));
  return Object.fromEntries(ELEMENTS.map((e) => [e, touched.has(e)])) as Record<
    LegalElement,
    boolean
  >;
}
