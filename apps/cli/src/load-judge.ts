import { compileJudging, type Judging } from '@risk/assembly';
import type { NearRule } from '@risk/assessment';
import type { FeedRecord, ResolvedMention } from '@risk/domain';
import { compilePresets, type PresetBook } from '@risk/intake';
import { compileRegions } from '@risk/routing';
import { loadConfig } from '@risk/settings';
import type { Verdict } from './say-verdict.js';

/** A judge made of the configuration in force, what indexes and maps beside it, and the scores from which tiers begin. */
export interface LoadedJudge {
  readonly judge: (
    record: FeedRecord,
  ) => Verdict & { readonly mentions: readonly ResolvedMention[] };
  readonly indexOf: Judging['indexOf'];
  readonly presets: PresetBook;
  /** The rules that came nearest to raising a verdict's score, at most three. */
  readonly nearest: (record: FeedRecord, verdict: Verdict) => readonly NearRule[];
  readonly tiers: Readonly<Record<'red' | 'orange' | 'yellow' | 'blue', number>>;
}

const MOST_NEAR = 3;

/** Reads the configuration folder and compiles the engines that judge; no database, no feeds. */
export async function loadJudge(dir: string): Promise<LoadedJudge> {
  const config = await loadConfig(dir);
  const { judge, indexOf, scoring, whyNot } = compileJudging(
    config,
    compileRegions(config.regions.content),
  );
  return {
    judge: judge.judge,
    indexOf,
    presets: compilePresets(config.presets),
    nearest: (record, verdict) => whyNot.record(record, verdict, MOST_NEAR),
    tiers: scoring.tiers,
  };
}
