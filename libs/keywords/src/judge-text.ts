import { groupBy } from '@risk/kit';
import { sayContext, type AnnualYield, type Evidence, type Signal } from '@risk/domain';
import { heedsPattern } from './context.js';
import type { KeywordEngine, KeywordHit, KeywordReading } from './keyword-engine.js';
import { speaksIn, type Meaning, type YieldStep } from './lexicon.js';
import type { YieldFinding } from './numbers/find-yields.js';

/** One text of a record under the name of its field. */
export interface TextField {
  readonly field: string;
  readonly text: string;
}

/** A hit with the field it stands in. */
export interface FieldHit extends KeywordHit {
  readonly field: string;
}

/** What the words and numbers of a record say. */
export interface TextVerdict {
  readonly signals: readonly Signal[];
  readonly hits: readonly FieldHit[];
  /** The highest promised return that counts, or null. */
  readonly annualYield: AnnualYield | null;
  /** The cue that takes the meaning of a phrase in a field (`warning text 谨防 at 0-2`), or null where it counts. */
  readonly suppressedAt: (field: string, start: number, end: number) => string | null;
}

interface FieldYield extends YieldFinding {
  readonly field: string;
  readonly suppressed: string | null;
}

/** The codes of the signals that numbers give. */
export const YIELD_CODES: Readonly<Record<YieldFinding['kind'], string>> = {
  return: 'promised-yield',
  loan: 'loan-price',
};

/** A yield's signal decays like the words of inducement do; a local default. */
const YIELD_HALF_LIFE_DAYS = 180;
/** More than this many hits of one record are not carried along; the signals still see them all. */
const MOST_HITS = 500;

const evidenceOf = (found: FieldHit | FieldYield): Evidence => ({
  field: found.field,
  start: found.start,
  end: found.end,
  quote: found.quote,
});

const counts = (found: { readonly suppressed: string | null }): boolean =>
  found.suppressed === null;

/** What counts comes first, then what is surer, then what is written plainly, then what says more. */
const byStrength = (a: FieldHit, b: FieldHit): number =>
  Number(counts(b)) - Number(counts(a)) ||
  b.confidence - a.confidence ||
  a.transforms.length - b.transforms.length ||
  b.end - b.start - (a.end - a.start);

/** From this confidence on a disguised word weighs as much as a plain one. */
const AS_GOOD_AS_PLAIN = 0.9;
const weightOf = (entry: Meaning, { confidence }: FieldHit): number =>
  confidence >= AS_GOOD_AS_PLAIN ? entry.weight : Math.round(entry.weight * confidence);

/** Doubtful readings say so. */
const sureness = ({ confidence }: FieldHit): string =>
  confidence >= AS_GOOD_AS_PLAIN ? '' : `（把握${Math.round(confidence * 100)}%）`;

function saidOf(entry: Meaning, best: FieldHit, hits: readonly FieldHit[]): string {
  const words = [
    ...new Set(hits.filter((hit) => counts(hit) === counts(best)).map((hit) => hit.term)),
  ];
  const listed = words
    .slice(0, 3)
    .map((word) => `“${word}”`)
    .join('');
  const hidden = best.transforms.length > 0 ? `，原文写作“${best.quote}”${sureness(best)}` : '';
  const context = best.suppressed === null ? '' : sayContext(best.suppressed);
  return `出现${listed}${words.length > 3 ? '等' : ''}字样${hidden}：${entry.title}（${entry.source}）${context}`;
}

/** All hits of one code in a record are one signal with the best evidence, not a sum. */
function keywordSignal(entry: Meaning, hits: readonly FieldHit[]): Signal | null {
  const [best] = [...hits].sort(byStrength);
  if (!best) return null;
  return {
    engine: 'keywords',
    code: entry.code,
    dimension: entry.dimension,
    weight: weightOf(entry, best),
    because: saidOf(entry, best, hits),
    evidence: evidenceOf(best),
    transforms: best.transforms,
    suppressed: best.suppressed,
    elements: entry.elements,
    scheme: entry.scheme,
    halfLifeDays: entry.halfLifeDays,
  };
}

/** The highest step that a percentage exceeds. */
const stepFor = (steps: readonly YieldStep[], percent: number): YieldStep | undefined =>
  steps.findLast((step) => percent > step.above);

function yieldSignal(engine: KeywordEngine, found: FieldYield): Signal | null {
  const step = stepFor(engine.yieldSteps(found.kind), found.percent);
  if (!step) return null;
  const promised = found.kind === 'return';
  const context = found.suppressed === null ? '' : sayContext(found.suppressed);
  return {
    engine: 'numbers',
    code: YIELD_CODES[found.kind],
    dimension: promised ? 'inducement' : 'compliance',
    weight: step.weight,
    because: `${promised ? '许诺收益' : '贷款价格'}折合年化${found.percent}%（${found.because}）：${step.says}（${step.source}）${context}`,
    evidence: evidenceOf(found),
    transforms: [],
    suppressed: found.suppressed,
    elements: promised ? ['inducement'] : ['illegality'],
    scheme: promised ? null : 'illegal-lending',
    halfLifeDays: YIELD_HALF_LIFE_DAYS,
  };
}

function inField(
  engine: KeywordEngine,
  field: string,
  reading: KeywordReading,
): [FieldHit[], FieldYield[]] {
  const { context } = reading;
  const speaking = reading.hits.filter((hit) => {
    const entry = engine.entry(hit.code);
    return !entry || speaksIn(entry, field);
  });
  const yields = reading.yields.map((found) => ({
    ...found,
    field,
    suppressed: context.suppression(found.start, found.end),
  }));
  return [speaking.map((hit) => ({ ...hit, field })), yields];
}

const highest = (
  yields: readonly FieldYield[],
  kind: YieldFinding['kind'],
): FieldYield | undefined =>
  yields
    .filter((found) => found.kind === kind)
    .sort((a, b) => Number(counts(b)) - Number(counts(a)) || b.percent - a.percent)[0];

function verdictOn(
  engine: KeywordEngine,
  fields: readonly TextField[],
  readings: readonly KeywordReading[],
): TextVerdict {
  const read = readings.map((reading, i) => inField(engine, fields[i]?.field ?? '', reading));
  const hits = read.flatMap(([fieldHits]) => fieldHits);
  const yields = read.flatMap(([, fieldYields]) => fieldYields);
  const words = [...groupBy(hits, (hit) => hit.code)].flatMap(([code, group]) => {
    const entry = engine.entry(code);
    return (entry && keywordSignal(entry, group)) ?? [];
  });
  const promised = highest(yields, 'return');
  const numbers = [promised, highest(yields, 'loan')].flatMap(
    (found) => (found && yieldSignal(engine, found)) ?? [],
  );
  return {
    signals: [...words, ...numbers],
    hits: hits.slice(0, MOST_HITS),
    annualYield:
      promised && counts(promised)
        ? { percent: promised.percent, evidence: evidenceOf(promised), because: promised.because }
        : null,
    suppressedAt: (field, start, end) => {
      const context = readings[fields.findIndex((one) => one.field === field)]?.context;
      return context?.suppression(start, end, heedsPattern) ?? null;
    },
  };
}

/**
 * Judges the texts of records, whatever their feed: the caller picks the fields. Each code and each kind of number
 * gives a record at most one signal; a suppressed one is kept, with its cue, and counts nothing.
 */
export function judgeTexts(
  engine: KeywordEngine,
  records: readonly (readonly TextField[])[],
): TextVerdict[] {
  const readings = engine.readAll(records.flatMap((fields) => fields.map(({ text }) => text)));
  let next = 0;
  return records.map((fields) =>
    verdictOn(engine, fields, readings.slice(next, (next += fields.length))),
  );
}
