import { z } from 'zod';
import type { Signal } from '@risk/domain';
import { Invalid, fingerprintOf } from '@risk/kit';
import { nextTier, scaleOf, type NextTier } from './scale.js';
import { scoreEntity, type EntityEvidence, type EntityScore } from './score-entity.js';
import { scoreRecord, type RecordScore, type ScorableSignal } from './score-record.js';
import { scoringSchema, type ScoringConfig } from './scoring-config.js';

/** Compiled scoring of one version. */
export interface Scoring {
  readonly version: string;
  /** The score from which each tier begins. */
  readonly tiers: ScoringConfig['tiers'];
  /** A signal with the weight that its engine is trusted with. */
  readonly weigh: (signal: Signal) => Signal;
  readonly scoreRecord: (signals: readonly ScorableSignal[]) => RecordScore;
  readonly scoreEntity: (evidence: EntityEvidence) => EntityScore;
  /** The next tier above a score and the points that are lacking; null at the top. */
  readonly nextTier: (score: number) => NextTier | null;
  /** Codes of correlation groups that no signal bears, a sentence each. */
  readonly strangers: (isKnown: (code: string) => boolean) => string[];
}

/** Compiles config/scoring.yaml once, or refuses it naming the key. */
export function compileScoring(content: unknown, file = 'scoring.yaml'): Scoring {
  const parsed = scoringSchema.safeParse(content, { error: z.locales.zhCN().localeError });
  if (!parsed.success) {
    const problems = parsed.error.issues.map((i) => `${file} › ${i.path.join('.')}：${i.message}`);
    throw new Invalid(problems.join('\n'), { problems });
  }
  const scale = scaleOf(parsed.data);
  return {
    version: fingerprintOf(parsed.data).slice(0, 12),
    tiers: parsed.data.tiers,
    weigh: (signal) => weighed(signal, parsed.data.trust[signal.engine]),
    scoreRecord: (signals) => scoreRecord(scale, signals),
    scoreEntity: (evidence) => scoreEntity(scale, evidence),
    nextTier: (score) => nextTier(parsed.data.tiers, score),
    strangers: (isKnown) =>
      strangersIn(parsed.data.correlation.groups, isKnown).map((says) => `${file} › ${says}`),
  };
}

/** A code that is misspelt here would silently count beside its relatives. */
const strangersIn = (
  groups: ScoringConfig['correlation']['groups'],
  isKnown: (code: string) => boolean,
): string[] =>
  Object.entries(groups).flatMap(([group, codes]) =>
    codes
      .filter((code) => !isKnown(code))
      .map((code) => `correlation.groups.${group}：没有信号编码“${code}”`),
  );

const weighed = (signal: Signal, trust: number): Signal =>
  trust === 1 ? signal : { ...signal, weight: Math.round(signal.weight * trust * 10) / 10 };
