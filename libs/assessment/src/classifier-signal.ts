import {
  schemeName,
  type CategoryGuess,
  type Dimension,
  type Feed,
  type Signal,
} from '@risk/domain';

/** A resemblance is a hint, not evidence: at most so many points. */
const MOST_POINTS = 15;
/** With other evidence a resemblance this strong counts … */
const LIKELY = 0.7;
/** … and alone only one that is all but certain. */
const CERTAIN = 0.97;
const HALF_LIFE_DAYS = 120;

const DIMENSION_OF: Readonly<Record<Feed, Dimension>> = {
  registration: 'compliance',
  complaint: 'complaint',
  advertisement: 'inducement',
};

/** Turns the classifier's best guess into at most one modest signal. */
export function classifierSignal(
  feed: Feed,
  guesses: readonly CategoryGuess[],
  evidence: readonly Pick<Signal, 'suppressed' | 'weight'>[],
): Signal | null {
  const best = guesses.reduce<CategoryGuess | null>(
    (top, guess) => (top && top.probability >= guess.probability ? top : guess),
    null,
  );
  if (!best || best.code === 'none') return null;
  const supported = evidence.some((signal) => signal.suppressed === null && signal.weight > 0);
  if (best.probability < (supported ? LIKELY : CERTAIN)) return null;
  return {
    engine: 'classifier',
    code: best.code,
    dimension: DIMENSION_OF[feed],
    weight: Math.round(MOST_POINTS * best.probability * 10) / 10,
    because: `全文与“${schemeName(best.code)}”类样本相近（概率 ${best.probability.toFixed(2)}），仅供参考`,
    evidence: null,
    transforms: [],
    suppressed: null,
    elements: [],
    scheme: best.code,
    halfLifeDays: HALF_LIFE_DAYS,
  };
}
