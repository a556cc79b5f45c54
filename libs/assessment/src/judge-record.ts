import type {
  AnnualYield,
  Assessment,
  CategoryGuess,
  EngineVersions,
  FeedRecord,
  Scheme,
  Signal,
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

/** Judges records with one version of every engine; the same record always gets the same verdict. */
export interface Judge<M> {
  readonly version: EngineVersions;
  readonly judge: (record: FeedRecord) => JudgedText<M>;
  /** Judges records in their order; cheaper than one by one. */
  readonly judgeAll: (records: readonly FeedRecord[]) => JudgedText<M>[];
}

/** Puts the engines of one version together; no engine knows of another. */
export function createJudge<M>(engines: JudgeEngines<M>): Judge<M> {
  const version: EngineVersions = {
    lexicon: engines.keywords.version,
    rules: engines.rules.version,
    model: engines.classifier.version,
    scoring: engines.scoring.version,
  };
  const judgeAll: Judge<M>['judgeAll'] = (records) => {
    const texts = records.map(judgedTexts);
    const words = engines.keywords.judgeTexts(texts);
    return records.map((record, i) =>
      judgeRecord(engines, version, record, { texts: texts[i] ?? [], words: words[i] ?? NO_WORDS }),
    );
  };
  const judge: Judge<M>['judge'] = (record) => {
    const [verdict] = judgeAll([record]);
    if (!verdict) throw new Error('a record without a verdict');
    return verdict;
  };
  return { version, judge, judgeAll };
}

const NO_WORDS: KeywordVerdict = { signals: [], hits: [], annualYield: null };

/** The texts of a record and what the keyword engine says of them. */
interface ReadTexts {
  readonly texts: readonly TextField[];
  readonly words: KeywordVerdict;
}

function judgeRecord<M>(
  engines: JudgeEngines<M>,
  version: EngineVersions,
  record: FeedRecord,
  { texts, words }: ReadTexts,
): JudgedText<M> {
  const findings = engines.rules.evaluate(factsOf(record, words)).map(signalOf);
  const guesses = predict(engines, record, texts, words.hits);
  const evidence = [...words.signals, ...findings].map(engines.scoring.weigh);
  const opinion = classifierSignal(record.feed, guesses, evidence);
  const signals = opinion ? [...evidence, engines.scoring.weigh(opinion)] : evidence;
  return {
    ...engines.scoring.scoreRecord(signals),
    categories: guessesOf(guesses, signals),
    annualYieldPercent: words.annualYield?.percent ?? null,
    signals,
    version,
    mentions: engines.resolution.findMentions(record),
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
    annualYieldPercent: words.annualYield?.percent ?? null,
    annualYieldEvidence: words.annualYield?.evidence ?? null,
    entity: null,
  };
}

/** A finding as a signal: the rule's sentence already names what it saw. */
function signalOf(finding: Finding): Signal {
  const { rule, dimension, weight, because, evidence, elements, halfLifeDays } = finding;
  const scheme: Scheme | null = finding.scheme;
  return {
    engine: 'rules',
    code: rule,
    dimension,
    weight,
    because,
    evidence,
    transforms: [],
    suppressed: null,
    elements,
    scheme,
    halfLifeDays,
  };
}
