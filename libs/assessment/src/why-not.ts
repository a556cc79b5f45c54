import type { FeedRecord, Signal } from '@risk/domain';
import type { Facts, NearMiss } from '@risk/rules';
import type { RecordScore, ScorableSignal } from '@risk/scoring';
import { entityFacts, newestOf, type Indexable, type IndexEntity } from './index-entity.js';
import { factsOf, type JudgeEngines } from './judge-record.js';
import { judgedTexts } from './judged-texts.js';

/** A rule that came near, with the score that there would be if it had fired. */
export interface NearRule extends NearMiss {
  readonly score: number;
}

/** Why something has no higher score: the rules that came nearest and would have raised it. */
export interface WhyNot {
  /** `judged` is the verdict of the same engines on the record. */
  readonly record: (
    record: FeedRecord,
    judged: { readonly score: number; readonly signals: readonly Signal[] },
    most: number,
  ) => NearRule[];
  readonly entity: (entity: Indexable, at: Date, most: number) => NearRule[];
}

/** The engines that the question takes. */
export interface WhyNotEngines {
  readonly keywords: Pick<JudgeEngines<unknown>['keywords'], 'judgeTexts'>;
  readonly rules: { readonly nearest: (facts: Facts, most: number) => readonly NearMiss[] };
  readonly scoring: {
    readonly scoreRecord: (signals: readonly ScorableSignal[]) => RecordScore;
  };
  readonly indexOf: IndexEntity;
}

/** Puts the engines of one version together to say what came nearest. */
export function createWhyNot({ keywords, rules, scoring, indexOf }: WhyNotEngines): WhyNot {
  return {
    record: (record, judged, most) => {
      const [words] = keywords.judgeTexts([judgedTexts(record)]);
      if (!words) return [];
      const scoreWith = (miss: NearMiss): number =>
        scoring.scoreRecord([...judged.signals, { ...miss, code: miss.rule, suppressed: null }])
          .score;
      return raising(
        rules.nearest(factsOf(record, words), Infinity),
        judged.score,
        scoreWith,
        most,
      );
    },
    entity: (entity, at, most) => {
      const { signals, facts } = entity;
      if (signals.length === 0) return [];
      const { score } = indexOf(entity, at);
      const occurredAt = newestOf(signals, at);
      const scoreWith = (miss: NearMiss): number => {
        const found = {
          ...miss,
          code: miss.rule,
          because: miss.title,
          occurredAt,
          times: 1,
          persons: 1,
        };
        return indexOf({ ...entity, signals: [...signals, found] }, at).score;
      };
      return raising(
        rules.nearest(entityFacts(signals, facts, at), Infinity),
        score,
        scoreWith,
        most,
      );
    },
  };
}

/** A rule that would add nothing to what stands already is no answer. */
function raising(
  misses: readonly NearMiss[],
  score: number,
  scoreWith: (miss: NearMiss) => number,
  most: number,
): NearRule[] {
  const near: NearRule[] = [];
  for (const miss of misses) {
    if (near.length >= most) break;
    const higher = scoreWith(miss);
    if (higher > score) near.push({ ...miss, score: higher });
  }
  return near;
}
