import { compileJudging } from '@risk/assembly';
import type { FeedRecord, ResolvedMention } from '@risk/domain';
import { compileRegions } from '@risk/routing';
import { loadConfig } from '@risk/settings';
import type { RecordScale, Verdict } from './say-verdict.js';

/** A judge made of the configuration in force, and what its scores are measured by. */
export interface LoadedJudge extends RecordScale {
  readonly judge: (
    record: FeedRecord,
  ) => Verdict & { readonly mentions: readonly ResolvedMention[] };
}

/** Reads the configuration folder and compiles the engines that judge; no database, no feeds. */
export async function loadJudge(dir: string): Promise<LoadedJudge> {
  const config = await loadConfig(dir);
  const { judge, scoring } = compileJudging(config, compileRegions(config.regions.content));
  return { judge: judge.judge, weights: scoring.weights, tiers: scoring.tiers };
}
