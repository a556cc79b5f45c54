import { createIndexing, createJudge, type IndexEntity, type Judge } from '@risk/assessment';
import { loadClassifier } from '@risk/classifier';
import type { ResolvedMention } from '@risk/domain';
import type { RuleBook } from '@risk/editions';
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
import { placesFrom, resolveMentions } from '@risk/resolution';
import type { RegionRegister } from '@risk/routing';
import { compileRules, type RuleEngine } from '@risk/rules';
import { compileScoring, type Scoring } from '@risk/scoring';
import type { ConfigFile, ConfigFolder } from '@risk/settings';

/** The engines that judge, of one version each, put together once for the doors and the command line alike. */
export interface Judging {
  readonly keywords: KeywordEngine;
  readonly rules: RuleEngine;
  readonly scoring: Scoring;
  readonly judge: Judge<ResolvedMention>;
  readonly indexOf: IndexEntity;
  /** The same with another lexicon; nothing else is compiled again. */
  readonly withLexicon: (packed: PackedLexicon) => Judging;
  /** The same with other rules and scoring; refuses them in words. */
  readonly withBook: (book: RuleBook) => Judging;
}

/** Everything that judges except the lexicon. */
type Bench = Pick<Judging, 'rules' | 'scoring'> & {
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

/** The files that the engines that judge are compiled from. */
export type JudgingFiles = Pick<ConfigFolder, 'lexicon' | 'rules' | 'scoring' | 'model'>;

/** Compiles the engines that judge; the first that finds a fault refuses the files in words. */
export function compileJudging(config: JudgingFiles, regions: RegionRegister): Judging {
  const packed = packLexicon(lexiconOf(config.lexicon));
  const bench = {
    ...compileBook(config),
    classifier: loadClassifier(config.model.content),
    places: placesFrom([regions.city, ...regions.counties, ...regions.zones]),
  };
  return judgingWith(packed, bench);
}

const compileBook = ({ rules, scoring }: RuleBook): Pick<Bench, 'rules' | 'scoring'> => ({
  rules: compileRules(rules),
  scoring: compileScoring(scoring.content, scoring.name),
});

function judgingWith(packed: PackedLexicon, bench: Bench): Judging {
  const { rules, scoring, classifier, places } = bench;
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
    judge,
    indexOf: createIndexing({ rules, scoring, version: judge.version }),
    withLexicon: (other) => judgingWith(other, bench),
    withBook: (book) => judgingWith(packed, { ...bench, ...compileBook(book) }),
  };
}
