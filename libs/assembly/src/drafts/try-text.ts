import type { NearRule } from '@risk/assessment';
import {
  schemeName,
  type Assessment,
  type EngineVersions,
  type FeedRecord,
  type Signal,
} from '@risk/domain';
import type { Tried } from '@risk/editions';
import { namedCue, speaksIn, transformName } from '@risk/keywords';
import type { NextTier } from '@risk/scoring';
import type { Judging } from '../compile-judging.js';

/** A marked place in a text, in UTF-16 units. */
export interface TriedSpan {
  readonly from: number;
  readonly to: number;
  readonly kind: 'hit' | 'suppressed' | 'cue' | 'yield' | 'rule';
  readonly title: string;
}

/** One text that was tried, with its marked places. */
export interface TriedText {
  readonly field: string;
  readonly label: string;
  readonly text: string;
  readonly spans: readonly TriedSpan[];
}

/** A word that was found. */
export interface TriedHit {
  readonly code: string;
  readonly title: string;
  readonly term: string;
  readonly quote: string;
  readonly field: string;
  /** What had to be undone, in Chinese. */
  readonly transforms: readonly string[];
  readonly confidence: number;
  /** The cue that takes its meaning away, in words; null when it counts. */
  readonly suppressed: string | null;
}

/** A number that lures or charges. */
export interface TriedYield {
  readonly kind: 'return' | 'loan';
  readonly percent: number;
  /** How it was computed. */
  readonly because: string;
  readonly quote: string;
  readonly field: string;
  readonly suppressed: string | null;
}

/** Everything that one version of the engines makes of a text, without keeping any of it. */
export interface Trial {
  readonly version: EngineVersions;
  readonly score: number;
  readonly tier: Assessment['tier'];
  readonly next: NextTier | null;
  readonly dimensions: Assessment['dimensions'];
  readonly elements: Assessment['elements'];
  readonly categories: readonly { readonly name: string; readonly probability: number }[];
  readonly annualYieldPercent: number | null;
  readonly texts: readonly TriedText[];
  readonly hits: readonly TriedHit[];
  readonly yields: readonly TriedYield[];
  readonly signals: readonly (Pick<
    Signal,
    'engine' | 'code' | 'dimension' | 'weight' | 'because'
  > & { readonly title: string; readonly counts: boolean })[];
  readonly near: readonly Pick<NearRule, 'rule' | 'title' | 'held' | 'lacks' | 'score'>[];
  /** Whom the text names. */
  readonly names: readonly string[];
}

const LABELS: Readonly<Record<string, string>> = {
  ...{ title: '标题', text: '正文', imageText: '图片文字', name: '名称' },
  businessScope: '经营范围',
};
const MOST_NEAR = 6;
const MOST_HITS = 300;

/** Judges a text that was typed in, and tells everything that led to the verdict. */
export function tryText(judging: Judging, tried: Tried, at: Date): Trial {
  const record = recordOf(tried, at);
  const judged = judging.judge.judge(record);
  const read = textsOf(record).map((text) => readingOf(judging, text));
  const { version, score, tier, dimensions, elements, annualYieldPercent, signals } = judged;
  return {
    ...{ version, score, tier, dimensions, elements, annualYieldPercent },
    next: judging.scoring.nextTier(score),
    categories: judged.categories.map(({ code, probability }) => ({
      ...{ name: schemeName(code), probability },
    })),
    texts: read.map(({ text }) => ({
      ...text,
      spans: [...text.spans, ...ruleSpans(text, signals)],
    })),
    hits: read.flatMap(({ hits }) => hits).slice(0, MOST_HITS),
    yields: read.flatMap(({ yields }) => yields),
    signals: signals.map((signal) => toldSignal(judging, signal)),
    near: judging.whyNot.record(record, judged, MOST_NEAR).map((miss) => ({
      ...{ rule: miss.rule, title: miss.title, held: miss.held, lacks: miss.lacks },
      score: miss.score,
    })),
    names: [...new Set(judged.mentions.map(({ mention }) => mention.name))],
  };
}

function toldSignal(
  { titleOf }: Judging,
  { engine, code, dimension, weight, because, suppressed }: Signal,
): Trial['signals'][number] {
  const title = titleOf(code) ?? code;
  return { engine, code, dimension, weight, because, title, counts: suppressed === null };
}

/** The places that rules rest on; those of words are marked already. */
const ruleSpans = ({ field }: TriedText, signals: readonly Signal[]): TriedSpan[] =>
  signals.flatMap(({ engine, code, because, evidence }) =>
    engine === 'rules' && evidence?.field === field
      ? [
          {
            ...{ from: evidence.start, to: evidence.end, kind: 'rule' as const },
            title: `规则 ${code}：${because}`,
          },
        ]
      : [],
  );

interface Reading {
  readonly text: TriedText;
  readonly hits: readonly TriedHit[];
  readonly yields: readonly TriedYield[];
}

const CUE = (suppressed: string): string => {
  const cue = namedCue(suppressed);
  return cue ? `${cue.context}语境“${cue.quote}”` : suppressed;
};

function readingOf({ keywords }: Judging, { field, text }: FieldText): Reading {
  const { hits, yields, context } = keywords.read(text);
  const speaking = hits.filter(({ code }) => {
    const entry = keywords.entry(code);
    return !entry || speaksIn(entry, field);
  });
  const told = yields.map((found) => ({
    ...found,
    suppressed: context.suppression(found.start, found.end),
  }));
  const cues = [...speaking, ...told].flatMap(({ suppressed }) => cueSpan(suppressed));
  const spans: TriedSpan[] = [
    ...speaking.map((hit) => hitSpan(hit, keywords.entry(hit.code)?.title ?? hit.code)),
    ...told.map(yieldSpan),
    ...cues,
  ];
  return {
    text: { field, label: LABELS[field] ?? field, text, spans },
    hits: speaking.map(({ code, term, quote, transforms, confidence, suppressed }) => ({
      ...{ code, term, quote, field, confidence },
      title: keywords.entry(code)?.title ?? code,
      transforms: transforms.map(transformName),
      suppressed: suppressed === null ? null : CUE(suppressed),
    })),
    yields: told.map(({ kind, percent, because, quote, suppressed }) => ({
      ...{ kind, percent, because, quote, field },
      suppressed: suppressed === null ? null : CUE(suppressed),
    })),
  };
}

type KeywordHit = ReturnType<Judging['keywords']['read']>['hits'][number];

function hitSpan(
  { start, end, term, transforms, suppressed }: KeywordHit,
  title: string,
): TriedSpan {
  const how =
    transforms.length === 0 ? '' : `（还原：${transforms.map(transformName).join('、')}）`;
  const span = { from: start, to: end };
  const said = `${title}：“${term}”${how}`;
  return suppressed === null
    ? { ...span, kind: 'hit', title: said }
    : { ...span, kind: 'suppressed', title: `${said}，处于${CUE(suppressed)}，不计分` };
}

function yieldSpan(found: {
  readonly start: number;
  readonly end: number;
  readonly kind: 'return' | 'loan';
  readonly percent: number;
  readonly because: string;
  readonly suppressed: string | null;
}): TriedSpan {
  const what = found.kind === 'return' ? '许诺收益' : '贷款价格';
  const said = `${what}折合年化 ${String(found.percent)}%：${found.because}`;
  const span = { from: found.start, to: found.end };
  return found.suppressed === null
    ? { ...span, kind: 'yield', title: said }
    : { ...span, kind: 'suppressed', title: `${said}；处于${CUE(found.suppressed)}，不计分` };
}

function cueSpan(suppressed: string | null): TriedSpan[] {
  const cue = suppressed === null ? null : namedCue(suppressed);
  if (!cue) return [];
  const title = `${cue.context}语境：“${cue.quote}”使后面或前面的词不计分`;
  return [{ from: cue.start, to: cue.end, kind: 'cue', title }];
}

interface FieldText {
  readonly field: string;
  readonly text: string;
}

/** The texts of a record in the order in which an official reads them. */
const textsOf = ({ payload }: FeedRecord): FieldText[] =>
  Object.keys(LABELS).flatMap((field) => {
    const text = (payload as Readonly<Record<string, unknown>>)[field];
    return typeof text === 'string' && text !== '' ? [{ field, text }] : [];
  });

/** A record that never came in: nothing of it is kept. */
function recordOf({ feed, ...told }: Tried, at: Date): FeedRecord {
  const { industryCode, ...payload } = told as typeof told & { readonly industryCode?: string };
  return {
    ...{ feed, source: '试一试', sourceId: '0', occurredAt: at, operation: 'upsert' as const },
    ...{ related: [], fingerprint: '', reporterKey: null },
    payload: { ...payload, ...(industryCode ? { industry: { code: industryCode } } : {}) },
  } as unknown as FeedRecord;
}
