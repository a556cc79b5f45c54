import {
  createIndexing,
  createJudge,
  createWhyNot,
  type IndexEntity,
  type Judge,
  type WhyNot,
} from '@risk/assessment';
import { loadClassifier } from '@risk/classifier';
import { isScheme, schemeName, SCHEMES, type ResolvedMention } from '@risk/domain';
import type { RuleBook } from '@risk/editions';
import { Invalid } from '@risk/kit';
import {
  foldText,
  judgeTexts,
  KeywordEngine,
  packLexicon,
  parseLexicon,
  reviewLexicon,
  YIELD_CODES,
  type Lexicon,
  type LexiconSource,
  type PackedLexicon,
  type TextField,
} from '@risk/keywords';
import { foldName, placesFrom, readCode, resolveMentions } from '@risk/resolution';
import type { RegionRegister } from '@risk/routing';
import { compileRules, type KnownCodes, type RuleEngine } from '@risk/rules';
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
  /** Every code that a signal can bear: those of the lexicon, the yields and the rules. */
  readonly codes: ReadonlySet<string>;
  /** What a code is called, without the words of any record; null when nothing bears it. */
  readonly titleOf: (code: string) => string | null;
  readonly judge: Judge<ResolvedMention>;
  readonly indexOf: IndexEntity;
  /** What came nearest to a higher score. */
  readonly whyNot: WhyNot;
  /** The same with another lexicon; nothing else is compiled again. Throws Invalid when rules or scoring miss a code in it. */
  readonly withLexicon: (packed: PackedLexicon) => Judging;
  /** The same with another register of licences; refuses it in words. */
  readonly withLicensed: (file: ConfigFile) => Judging;
  /** The same with other rules and scoring, and the book's lexicon unless it is given compiled; refuses them in words. */
  readonly withBook: (book: RuleBook, words?: PackedLexicon) => Judging;
}

/** Names the codes that somebody beside the engines asks for and no signal bears, a sentence each. */
type StrangersElsewhere = (isKnown: (code: string) => boolean) => readonly string[];

/** Everything that judges except the lexicon. */
type Bench = Pick<Judging, 'rules' | 'scoring' | 'licensed'> & {
  /** What the register was compiled from: under another scoring it is held against it anew. */
  readonly licensedFile: ConfigFile;
  readonly classifier: ReturnType<typeof loadClassifier>;
  readonly places: ReturnType<typeof placesFrom>;
  readonly elsewhere: StrangersElsewhere;
};

const sourcesOf = (files: readonly ConfigFile[]): LexiconSource[] =>
  files.map(({ content, ...file }) => ({ ...file, data: content }));

/** The lexicon in the files of a configuration; refuses them in words, by file and line. */
export const lexiconOf = (files: readonly ConfigFile[]): Lexicon => parseLexicon(sourcesOf(files));

/** What a person should look at in a lexicon that can be used; empty when there is nothing. */
export const lexiconRemarks = (config: ConfigFolder, { keywords }: Judging): readonly string[] =>
  reviewLexicon(sourcesOf(config.lexicon), keywords);

/** The files that the engines that judge are compiled from. */
export type JudgingFiles = Pick<
  ConfigFolder,
  'lexicon' | 'rules' | 'scoring' | 'licensed' | 'model'
>;

/** Compiles the engines that judge; the first that finds a fault refuses the files in words. */
export function compileJudging(
  config: JudgingFiles,
  regions: RegionRegister,
  elsewhere: StrangersElsewhere = () => [],
): Judging {
  const packed = packLexicon(lexiconOf(config.lexicon));
  const places = placesFrom([regions.city, ...regions.counties, ...regions.zones]);
  const classifier = loadClassifier(config.model.content);
  const beside = { licensedFile: config.licensed, places };
  const book = compileBook(config, packed, beside);
  return judgingWith(packed, { ...book, ...beside, classifier, elsewhere });
}

/** Rules and scoring ready to run, and the register of licences under what that scoring lets nobody hide. */
function compileBook(
  { rules, scoring: file }: Pick<RuleBook, 'rules' | 'scoring'>,
  words: PackedLexicon,
  { licensedFile, places }: Pick<Bench, 'licensedFile' | 'places'>,
): Pick<Judging, 'rules' | 'scoring' | 'licensed'> {
  const scoring = compileScoring(file.content, file.name);
  const licensed = registerUnder(scoring, licensedFile, places);
  return { rules: compileRules(rules, codesKnownBy(words)), scoring, licensed };
}

const registerUnder = (
  { neverSuppressed }: Scoring,
  file: ConfigFile,
  places: Bench['places'],
): LicensedRegister =>
  compileLicensed(file, {
    ...{ readCode, neverSuppressed },
    foldName: (name) => foldName(name, places).folded,
  });

/** What hits and signals may bear with this lexicon; the ids of rules not among it. */
function codesKnownBy({ meanings, compounds }: PackedLexicon): KnownCodes {
  const words = new Set([...meanings, ...compounds].map(({ code }) => code));
  const schemes = SCHEMES.filter((scheme) => scheme !== 'none');
  return { words, signals: new Set([...words, ...Object.values(YIELD_CODES), ...schemes]) };
}

/** A lexicon that lacks a code would leave those who ask for it silent for ever. */
function refuseStrangers(packed: PackedLexicon, bench: Bench): void {
  const { rules, scoring, licensed, elsewhere } = bench;
  const known = codesKnownBy(packed);
  const isKnown = (code: string): boolean => known.signals.has(code) || rules.ids.has(code);
  const problems = [
    ...rules.strangers(known),
    ...scoring.strangers(isKnown),
    ...licensed.strangers(isKnown),
    ...elsewhere(isKnown),
  ];
  if (problems.length > 0) throw new Invalid(problems.join('\n'), { problems });
}

const YIELD_TITLES = new Map([
  [YIELD_CODES.return, '承诺收益'],
  [YIELD_CODES.loan, '贷款价格'],
]);

function titlesOf({ meanings, compounds }: PackedLexicon, rules: RuleEngine): Judging['titleOf'] {
  const titles = new Map([
    ...[...meanings, ...compounds].map(({ code, title }): [string, string] => [code, title]),
    ...YIELD_TITLES,
    ...[...rules.cards].map(([id, { title }]): [string, string] => [id, title]),
  ]);
  return (code) => titles.get(code) ?? (isScheme(code) ? `近似${schemeName(code)}` : null);
}

function judgingWith(packed: PackedLexicon, bench: Bench): Judging {
  refuseStrangers(packed, bench);
  const { rules, scoring, licensed, classifier, places } = bench;
  const keywords = new KeywordEngine(packed);
  const words = {
    version: keywords.version,
    judgeTexts: (records: readonly (readonly TextField[])[]) => judgeTexts(keywords, records),
    foldText,
  };
  const judge = createJudge({
    keywords: words,
    rules,
    scoring,
    classifier,
    resolution: { findMentions: (record) => resolveMentions(record, places) },
  });
  const indexOf = createIndexing({ rules, scoring, version: judge.version, licensed });
  return {
    keywords,
    rules,
    scoring,
    licensed,
    codes: new Set([...codesKnownBy(packed).signals, ...rules.ids]),
    titleOf: titlesOf(packed, rules),
    judge,
    indexOf,
    whyNot: createWhyNot({ keywords: words, rules, scoring, indexOf }),
    withLexicon: (other) => judgingWith(other, bench),
    withLicensed: (file) => {
      const register = registerUnder(scoring, file, places);
      return judgingWith(packed, { ...bench, licensed: register, licensedFile: file });
    },
    withBook: (book, words) => {
      const own = words ?? (book.lexicon ? packLexicon(lexiconOf(book.lexicon)) : packed);
      return judgingWith(own, { ...bench, ...compileBook(book, own, bench) });
    },
  };
}
