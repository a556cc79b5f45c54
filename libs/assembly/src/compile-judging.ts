import { createJudge, type Judge } from '@risk/assessment';
import { loadClassifier } from '@risk/classifier';
import type { ResolvedMention } from '@risk/domain';
import {
  compileLexicon,
  foldText,
  judgeText,
  parseLexicon,
  type KeywordEngine,
} from '@risk/keywords';
import { placesFrom, resolveMentions } from '@risk/resolution';
import type { RegionRegister } from '@risk/routing';
import { compileRules, type RuleEngine } from '@risk/rules';
import { compileScoring, type Scoring } from '@risk/scoring';
import type { ConfigFolder } from '@risk/settings';

/** The engines that judge, put together once for the doors and the command line alike. */
export interface Judging {
  readonly keywords: KeywordEngine;
  readonly rules: RuleEngine;
  readonly scoring: Scoring;
  readonly judge: Judge<ResolvedMention>;
}

/** Compiles the engines that judge; the first that finds a fault refuses the folder in words. */
export function compileJudging(config: ConfigFolder, regions: RegionRegister): Judging {
  const places = placesFrom([regions.city, ...regions.counties, ...regions.zones]);
  const sources = config.lexicon.map(({ name, content }) => ({ name, data: content }));
  const keywords = compileLexicon(parseLexicon(sources));
  const rules = compileRules(config.rules);
  const scoring = compileScoring(config.scoring.content, config.scoring.name);
  const judge = createJudge({
    keywords: {
      version: keywords.version,
      judgeText: (fields) => judgeText(keywords, fields),
      foldText,
    },
    rules,
    scoring,
    classifier: loadClassifier(config.model.content),
    resolution: { findMentions: (record) => resolveMentions(record, places) },
  });
  return { keywords, rules, scoring, judge };
}
