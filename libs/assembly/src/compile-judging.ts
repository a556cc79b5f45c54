import { createIndexing, createJudge, type IndexOf, type Judge } from '@risk/assessment';
import { loadClassifier } from '@risk/classifier';
import type { ResolvedMention } from '@risk/domain';
import {
  foldText,
  judgeTexts,
  KeywordEngine,
  packLexicon,
  parseLexicon,
  reviewLexicon,
  type Lexicon,
  type LexiconSource,
  type PackedLexicon,
} from '@risk/keywords';
import { foldName, placesFrom, readCode, resolveMentions } from '@risk/resolution';
import type { RegionRegister } from '@risk/routing';
import { compileRules, type RuleEngine } from '@risk/rules';
import {
  compileLicensed,
  compileScoring,
  type LicensedRegister,
  type Scoring,
} from '@risk/scoring';
import type { ConfigFile, ConfigFolder } from '@risk/settings';

/** The engines that judge, of one version each, put together once for the doors and the command line alike. */
export interface Judging {
  readonly keywords: KeywordEngine;
  readonly rules: RuleEngine;
  readonly scoring: Scoring;
  readonly licensed: LicensedRegister;
  readonly judge: Judge<ResolvedMention>;
  readonly indexOf: IndexOf;
  /** The same with another lexicon; nothing else is compiled again. */
  readonly withLexicon: (packed: PackedLexicon) => Judging;
}

/** Everything that judges except the lexicon. */
type Bench = Pick<Judging, 'rules' | 'scoring' | 'licensed'> & {
  readonly classifier: ReturnType<typeof loadClassifier>;
  readonly places: ReturnType<typeof placesFrom>;
};

const sourcesOf = (files: readonly ConfigFile[]): LexiconSource[] =>
  files.map(({ content, ...file }) => ({ ...file, data: content }));

/** The lexicon in the files of a configuration; refuses them in words, by file and line. */
export const lexiconOf = (files: readonly ConfigFile[]): Lexicon => parseLexicon(sourcesOf(files));

/** What a person should look at in a lexicon that can be used; empty when there is nothing. */
export const lexiconRemarks = (config: ConfigFolder, { keywords }: Judging): readonly string[] =>
  reviewLexicon(sourcesOf(config.lexicon), keywords);

/** Compiles the engines that judge; the first that finds a fault refuses the folder in words. */
export function compileJudging(config: ConfigFolder, regions: RegionRegister): Judging {
  const packed = packLexicon(lexiconOf(config.lexicon));
  const scoring = compileScoring(config.scoring.content, config.scoring.name);
  const places = placesFrom([regions.city, ...regions.counties, ...regions.zones]);
  const bench = {
    rules: compileRules(config.rules),
    scoring,
    licensed: compileLicensed(config.licensed, {
      foldName: (name) => foldName(name, places).folded,
      readCode,
      neverSuppressed: scoring.neverSuppressed,
    }),
    classifier: loadClassifier(config.model.content),
    places,
  };
  return judgingWith(packed, bench);
}

function judgingWith(packed: PackedLexicon, bench: Bench): Judging {
  const { rules, scoring, licensed, classifier, places } = bench;
  const keywords = new KeywordEngine(packed);
  const judge = createJudge({
    keywords: {
      version: keywords.version,
      judgeTexts: (records) => judgeTexts(keywords, records),
      foldText,
    },
    rules,
    scoring,
    classifier,
    resolution: { findMentions: (record) => resolveMentions(record, places) },
  });
  return {
    keywords,
    rules,
    scoring,
    licensed,
    judge,
    indexOf: createIndexing({ rules, scoring, version: judge.version, licensed }),
    withLexicon: (other) => judgingWith(other, bench),
  };
}
