import type { DimensionWeights, Signal, TierCuts } from '@risk/domain';
import { Invalid, fingerprintOf, wordsOfIssue } from '@risk/kit';
import { nextTier, scaleOf, type NextTier } from './scale.js';
import { scoreEntity, type EntityEvidence, type EntityScore } from './score-entity.js';
import { scoreRecord, type RecordScore, type ScorableSignal } from './score-record.js';
import { scoringSchema, type ScoringConfig } from './scoring-config.js';
import { cutsWithin, type Capacity, type CutsDecision } from './tier-cuts.js';

/** Compiled scoring of one version. */
export interface Scoring {
  readonly version: string;
  /** The score from which each tier begins. */
  readonly tiers: TierCuts;
  /** How far each dimension can push the score by itself. */
  readonly weights: DimensionWeights;
  /** How many the office can handle at one time; null for as many as there are. */
  readonly capacity: Capacity | null;
  /** Codes that no licence takes out. */
  readonly neverSuppressed: readonly string[];
  /** A signal with the weight that its engine is trusted with. */
  readonly weigh: (signal: Signal) => Signal;
  readonly scoreRecord: (signals: readonly ScorableSignal[]) => RecordScore;
  readonly scoreEntity: (evidence: EntityEvidence) => EntityScore;
  /** The next tier above a score, by these cuts or the thresholds, and the points that are lacking; null at the top. */
  readonly nextTier: (score: number, cuts?: TierCuts) => NextTier | null;
  /** Codes of correlation groups that no signal bears, a sentence each. */
  readonly strangers: (isKnown: (code: string) => boolean) => string[];
  /** The cuts that keep each tier within capacity, from the scores of all entities. */
  readonly cutsFor: (scores: readonly number[]) => CutsDecision;
}

/** Compiles config/scoring.yaml once, or refuses it naming the key. */
export function compileScoring(content: unknown, file = 'scoring.yaml'): Scoring {
  const parsed = scoringSchema.safeParse(content, { error: wordsOfIssue });
  if (!parsed.success) {
    const problems = parsed.error.issues.map((i) => `${file} › ${i.path.join('.')}：${i.message}`);
    throw new Invalid(problems.join('\n'), { problems });
  }
  const scale = scaleOf(parsed.data);
  const { tiers, capacity, neverSuppressed } = parsed.data;
  return {
    version: fingerprintOf(parsed.data).slice(0, 12),
    tiers,
    weights: scale.weights,
    capacity,
    neverSuppressed,
    weigh: (signal) => weighed(signal, parsed.data.trust[signal.engine]),
    scoreRecord: (signals) => scoreRecord(scale, signals),
    scoreEntity: (evidence) => scoreEntity(scale, evidence),
    nextTier: (score, cuts = tiers) => nextTier(cuts, score),
    strangers: (isKnown) => strangersIn(parsed.data, isKnown).map((says) => `${file} › ${says}`),
    cutsFor: (scores) => cutsWithin(tiers, capacity, scores),
  };
}

/** A code that is misspelt here would silently count beside its relatives. */
const strangersIn = (
  { correlation, neverSuppressed }: ScoringConfig,
  isKnown: (code: string) => boolean,
): string[] =>
  [
    ...Object.entries(correlation.groups).map(([group, codes]) => ({
      at: `correlation.groups.${group}`,
      codes,
    })),
    { at: 'neverSuppressed', codes: neverSuppressed },
  ].flatMap(({ at, codes }) =>
    codes.filter((code) => !isKnown(code)).map((code) => `${at}：没有信号编码“${code}”`),
  );

const weighed = (signal: Signal, trust: number): Signal =>
  trust === 1 ? signal : { ...signal, weight: Math.round(signal.weight * trust * 10) / 10 };
