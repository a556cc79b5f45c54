import { compileJudging, type Judging } from '@risk/assembly';
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
  readonly tiers: Readonly<Record<'red' | 'orange' | 'yellow' | 'blue', number>>;
}

/** Reads the configuration folder and compiles the engines that judge; no database, no feeds. */
export async function loadJudge(dir: string): Promise<LoadedJudge> {
  const config = await loadConfig(dir);
  const { judge, indexOf, scoring } = compileJudging(
    config,
    compileRegions(config.regions.content),
  );
  const presets = compilePresets(config.presets);
  return { judge: judge.judge, indexOf, presets, tiers: scoring.tiers };
}
