import {
  sayContext,
  type AnnualYield,
  type Assessment,
  type CategoryGuess,
  type EngineVersions,
  type FeedRecord,
  type Scheme,
  type Signal,
} from '@risk/domain';
import type { FactHit, Facts, Finding } from '@risk/rules';
import type { RecordScore, ScorableSignal } from '@risk/scoring';
import { classifierSignal } from './classifier-signal.js';
import { guessesOf } from './guess-categories.js';
import { judgedTexts, type TextField } from './judged-texts.js';

/** What the keyword engine says about the texts of a record. */
export interface KeywordVerdict {
  readonly signals: readonly Signal[];
  readonly hits: readonly FactHit[];
  readonly annualYield: AnnualYield | null;
  /** The cue that takes the meaning of a span of a field, or null where it counts. */
  readonly suppressedAt: (field: string, start: number, end: number) => string | null;
}

/** The engines that a verdict needs, each by what it offers; M is the engine's own kind of mention. */
export interface JudgeEngines<M> {
  readonly keywords: {
    readonly version: string;
    /** The texts of records, in their order. */
    readonly judgeTexts: (records: readonly (readonly TextField[])[]) => readonly KeywordVerdict[];
    readonly foldText: (text: string) => string;
  };
  readonly rules: {
    readonly version: string;
    readonly evaluate: (facts: Facts) => readonly Finding[];
  };
  readonly classifier: {
    readonly version: string;
    /** The lexicon's codes that count help it beside the text. */
    readonly predict: (foldedText: string, codes: readonly string[]) => readonly CategoryGuess[];
  };
  readonly scoring: {
    readonly version: string;
    /** A signal with the weight that its engine is trusted with. */
    readonly weigh: (signal: Signal) => Signal;
    readonly scoreRecord: (signals: readonly ScorableSignal[]) => RecordScore;
  };
  readonly resolution: { readonly findMentions: (record: FeedRecord) => readonly M[] };
}

/** The verdict on a record together with everybody it names. */
export interface JudgedText<M> extends Assessment {
  readonly mentions: readonly M[];
}

/** What the text engines make of a record, whatever the rules and the scoring: the costly half of a verdict. */
export interface RecordReading {
  readonly words: KeywordVerdict;
  readonly guesses: readonly CategoryGuess[];
}

/** Judges records with one version of every engine; the same record always gets the same verdict. */
export interface Judge<M> {
  readonly version: EngineVersions;
  readonly judge: (record: FeedRecord) => JudgedText<M>;
  /** Judges records in their order; cheaper than one by one. */
  readonly judgeAll: (records: readonly FeedRecord[]) => JudgedText<M>[];
  /** Reads records in their order without a verdict yet. */
  readonly readAll: (records: readonly FeedRecord[]) => RecordReading[];
  /** The verdict on a record that was read with the same lexicon and model. */
  readonly verdictOn: (record: FeedRecord, reading: RecordReading) => Assessment;
}

/** Puts the engines of one version together; no engine knows of another. */
export function createJudge<M>(engines: JudgeEngines<M>): Judge<M> {
  const version: EngineVersions = {
    lexicon: engines.keywords.version,
    rules: engines.rules.version,
    model: engines.classifier.version,
    scoring: engines.scoring.version,
  };
  const readAll: Judge<M>['readAll'] = (records) => {
    const texts = records.map(judgedTexts);
    const words = engines.keywords.judgeTexts(texts);
    return records.map((record, i) => readingOf(engines, record, texts[i] ?? [], words[i]));
  };
  const verdictOn: Judge<M>['verdictOn'] = (record, reading) =>
    verdictOf(engines, version, record, reading);
  const judgeAll: Judge<M>['judgeAll'] = (records) => {
    const readings = readAll(records);
    return records.map((record, i) => ({
      ...verdictOn(record, readings[i] ?? NOTHING_READ),
      mentions: engines.resolution.findMentions(record),
    }));
  };
  const judge: Judge<M>['judge'] = (record) => {
    const [verdict] = judgeAll([record]);
    if (!verdict) throw new Error('a record without a verdict');
    return verdict;
  };
  return { version, judge, judgeAll, readAll, verdictOn };
}

const NO_WORDS: KeywordVerdict = {
  signals: [],
  hits: [],
  annualYield: null,
  suppressedAt: () => null,
};
const NOTHING_READ: RecordReading = { words: NO_WORDS, guesses: [] };

function readingOf<M>(
  engines: JudgeEngines<M>,
  record: FeedRecord,
  texts: readonly TextField[],
  words: KeywordVerdict = NO_WORDS,
): RecordReading {
  return { words, guesses: predict(engines, record, texts, words.hits) };
}

function verdictOf<M>(
  { rules, scoring }: JudgeEngines<M>,
  version: EngineVersions,
  record: FeedRecord,
  { words, guesses }: RecordReading,
): Assessment {
  const findings = rules.evaluate(factsOf(record, words)).map(signalOf);
  const evidence = [...words.signals, ...findings].map(scoring.weigh);
  const opinion = classifierSignal(record.feed, guesses, evidence);
  const signals = opinion ? [...evidence, scoring.weigh(opinion)] : evidence;
  return {
    ...scoring.scoreRecord(signals),
    categories: guessesOf(guesses, signals),
    annualYieldPercent: words.annualYield?.percent ?? null,
    signals,
    version,
  };
}

/** The classifier learnt from sentences; a firm's name and scope are none. */
function predict<M>(
  { classifier, keywords }: JudgeEngines<M>,
  record: FeedRecord,
  texts: readonly TextField[],
  hits: readonly FactHit[],
): readonly CategoryGuess[] {
  if (record.feed === 'registration') return [];
  const whole = texts.map(({ text }) => text).join('\n');
  const codes = hits.filter((hit) => hit.suppressed === null).map((hit) => hit.code);
  return classifier.predict(keywords.foldText(whole), [...new Set(codes)]);
}

/** What the rules may look at in one record. */
export function factsOf(record: FeedRecord, words: KeywordVerdict): Facts {
  return {
    feed: record.feed,
    record: record.payload,
    occurredAt: record.occurredAt,
    hits: words.hits,
    suppressedAt: words.suppressedAt,
    annualYieldPercent: words.annualYield?.percent ?? null,
    annualYieldEvidence: words.annualYield?.evidence ?? null,
    entity: null,
  };
}

/** A finding as a signal: the rule's sentence already names what it saw. */
function signalOf(finding: Finding): Signal {
  const { rule, dimension, weight, evidence, suppressed, elements, halfLifeDays } = finding;
  const scheme: Scheme | null = finding.scheme;
  return {
    engine: 'rules',
    code: rule,
    dimension,
    weight,
    because: suppressed === null ? finding.because : finding.because + sayContext(suppressed),
    evidence,
    transforms: [],
    suppressed,
    elements,
    scheme,
    halfLifeDays,
  };
}
