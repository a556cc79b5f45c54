import { createJudge } from '@risk/assessment';
import { loadClassifier } from '@risk/classifier';
import type { FeedRecord, ResolvedMention } from '@risk/domain';
import { compileLexicon, foldText, judgeText, parseLexicon } from '@risk/keywords';
import { placesFrom, resolveMentions } from '@risk/resolution';
import { compileRegions } from '@risk/routing';
import { compileRules } from '@risk/rules';
import { compileScoring } from '@risk/scoring';
import { loadConfig, type ConfigFolder } from '@risk/settings';
import type { Verdict } from './say-verdict.js';

/** A judge made of the configuration in force, and the scores from which tiers begin. */
export interface LoadedJudge {
  readonly judge: (
    record: FeedRecord,
  ) => Verdict & { readonly mentions: readonly ResolvedMention[] };
  readonly tiers: Readonly<Record<'red' | 'orange' | 'yellow' | 'blue', number>>;
}

/** Reads the configuration folder and compiles the engines that judge; no database, no feeds. */
export async function loadJudge(dir: string): Promise<LoadedJudge> {
  return judgeOf(await loadConfig(dir));
}

/** Compiles the engines that judge; the first that finds a fault refuses the folder in words. */
export function judgeOf(config: ConfigFolder): LoadedJudge {
  const { city, counties, zones } = compileRegions(config.regions.content);
  const places = placesFrom([city, ...counties, ...zones]);
  const sources = config.lexicon.map(({ name, content }) => ({ name, data: content }));
  const keywords = compileLexicon(parseLexicon(sources));
  const scoring = compileScoring(config.scoring.content, config.scoring.name);
  const { judge } = createJudge({
    keywords: {
      version: keywords.version,
      judgeText: (fields) => judgeText(keywords, fields),
      foldText,
    },
    rules: compileRules(config.rules),
    classifier: loadClassifier(config.model.content),
    scoring,
    resolution: { findMentions: (record) => resolveMentions(record, places) },
  });
  return { judge, tiers: scoring.tiers };
}
