import type { Feed, Payload } from '@risk/domain';
import { fingerprintOf } from '@risk/kit';
import { compileTerms } from '@risk/keywords';
import { labelledFigures, tierFigures, type Figure, type Graded } from './figures.js';
import { measureFirms, type FirmBench } from './labelled-firms.js';
import { ORDINARY_WORDS } from './ordinary-words.js';

export type Row = Readonly<Record<string, unknown>>;

/** What judging one text of an evaluation set gives. */
export interface Judged {
  readonly score: number;
  /** Codes that were found and count. */
  readonly codes: readonly string[];
}
export type JudgeText = (feed: Feed, payload: Payload) => Judged;

/** Scores from which a record is an alert of a tier. */
export type Tiers = Readonly<Record<'red' | 'orange' | 'yellow' | 'blue', number>>;

/** What the sets are measured with: texts are judged one by one, firms get an index. */
export interface Bench extends FirmBench {
  readonly judge: JudgeText;
  readonly tiers: Tiers;
}

/** One public set: its file, and how its rows become figures without a look at the labels. */
export interface EvaluationSet {
  readonly file: string;
  /** The keys under which every row must have a text. */
  readonly texts: readonly string[];
  readonly measure: (rows: readonly Row[], bench: Bench) => Figure[];
}

const text = (row: Row, key: string): string => {
  const value = row[key];
  return typeof value === 'string' ? value : '';
};

/** The label classes of short-messages that are finance fraud or loans. */
const FINANCE = new Set(['FR_Financial', 'AD_Loan']);

/** Measures a labelled set of texts: a case is what reaches the lowest tier. */
function labelled(
  file: string,
  feed: 'complaint' | 'advertisement',
  isCase: (row: Row) => boolean,
  halfOf: HalfOf | null = null,
): EvaluationSet {
  return {
    file,
    texts: ['text'],
    measure: (rows, { judge, tiers }) => {
      const graded = rows.map((row): Graded => {
        const { score } = judge(feed, { text: text(row, 'text') });
        return { score, positive: isCase(row) };
      });
      const set = file.replace('.jsonl', '');
      return [
        ...labelledFigures(set, graded, tiers.blue),
        ...HALVES.flatMap((half) =>
          inHalf(half, rows, graded, halfOf).flatMap((part) =>
            labelledFigures(set, part, tiers.blue).map((one) => ({
              ...one,
              figure: `${one.figure}-entities-${half}`,
            })),
          ),
        ),
      ];
    },
  };
}

const HALVES = ['a', 'b'] as const;
type Half = (typeof HALVES)[number];
/** In which half of the entities a row lies. */
type HalfOf = (row: Row) => Half;

const inHalf = (
  half: Half,
  rows: readonly Row[],
  graded: readonly Graded[],
  halfOf: HalfOf | null,
): readonly Graded[][] =>
  halfOf === null ? [] : [graded.filter((_, at) => halfOf(rows[at] ?? {}) === half)];

/** By the entity that a post names first: none of them is first in both halves. */
const byEntity: HalfOf = ({ entities }) => {
  const first: unknown = Array.isArray(entities) ? entities[0] : null;
  return Number.parseInt(fingerprintOf(first ?? '').slice(-1), 16) % 2 === 0 ? 'a' : 'b';
};

/** Measures an unlabelled set: how many alerts of each tier it would raise. */
function unlabelled(
  file: string,
  feed: Feed,
  texts: readonly string[],
  payloadOf: (row: Row) => Payload,
): EvaluationSet {
  return {
    file,
    texts,
    measure: (rows, { judge, tiers }) =>
      tierFigures(
        file.replace('.jsonl', ''),
        rows.map((row) => judge(feed, payloadOf(row)).score),
        tiers,
      ),
  };
}

/** How many words of one text are found in another form of it, and how many that are not there. */
interface Found {
  expected: number;
  kept: number;
  strange: number;
}

function countFound(found: Found, expected: ReadonlySet<unknown>, got: ReadonlySet<unknown>): void {
  found.expected += expected.size;
  found.kept += [...expected].filter((word) => got.has(word)).length;
  found.strange += [...got].filter((word) => !expected.has(word)).length;
}

const share = ({ expected, kept }: Found): number => (expected === 0 ? 0 : kept / expected);

/** Which words of a list a text holds, as their places in the list. */
type WordsIn = (text: string) => ReadonlySet<number>;

function wordFinder(words: readonly string[], homophone: boolean): WordsIn {
  const scanner = compileTerms(words.map((term) => ({ term, homophone })));
  return (text) => new Set(scanner.scan(text).map((hit) => hit.term));
}

/**
 * Measures what is found behind disguises: codes of the lexicon in force, and ordinary words, which a plain search
 * finds on the restored side. A word found that the restored text lacks counts as false, whoever restored it.
 */
const obfuscated: EvaluationSet = {
  file: 'obfuscated-messages.jsonl',
  texts: ['text', 'restored'],
  measure: (rows, { judge }) => {
    const set = 'obfuscated-messages';
    const [codes, words] = [nothingFound(), nothingFound()];
    const plain = wordFinder(ORDINARY_WORDS, false);
    const disguised = wordFinder(ORDINARY_WORDS, true);
    for (const row of rows) {
      const [raw, restored] = [text(row, 'text'), text(row, 'restored')];
      const codesIn = (said: string): ReadonlySet<string> =>
        new Set(judge('advertisement', { text: said }).codes);
      countFound(codes, codesIn(restored), codesIn(raw));
      countFound(words, plain(restored), disguised(raw));
    }
    const falsePer100 = (100 * words.strange) / Math.max(1, rows.length);
    return [
      { set, figure: 'recall-of-restored-codes', value: share(codes), n: codes.expected },
      { set, figure: 'recall-of-ordinary-words', value: share(words), n: words.expected },
      { set, figure: 'false-words-per-100-messages', value: falsePer100, n: rows.length },
    ];
  },
};

const nothingFound = (): Found => ({ expected: 0, kept: 0, strange: 0 });

/** A sum like 500万元人民币 in yuan; foreign currencies are left out. */
export function capitalOf(words: string): number | undefined {
  const found = /^([\d.,]+)\s*(万|亿)?(?!.*(美元|港|欧|日元))/.exec(words);
  const value = Number(found?.[1]?.replaceAll(',', ''));
  if (!found || !Number.isFinite(value)) return undefined;
  return value * (found[2] === '亿' ? 1e8 : found[2] === '万' ? 1e4 : 1);
}

function firmOf(row: Row): Payload {
  return {
    event: 'annual-report',
    name: text(row, 'name'),
    uscc: text(row, 'uscc') || undefined,
    address: text(row, 'address') || undefined,
    establishedOn: text(row, 'established') || undefined,
    registeredCapital: capitalOf(text(row, 'capital')),
    businessScope: text(row, 'about') || undefined,
    websites: row['website'] ? [text(row, 'website')] : [],
  };
}

/** The public sets that are known; one line to add one. */
export const SETS: readonly EvaluationSet[] = [
  labelled('finance-negative.jsonl', 'complaint', (row) => row['negative'] === 1, byEntity),
  labelled('short-messages.jsonl', 'advertisement', (row) => FINANCE.has(text(row, 'label'))),
  unlabelled('citizen-letters.jsonl', 'complaint', ['text'], (row) => ({
    title: text(row, 'title'),
    text: text(row, 'text'),
  })),
  unlabelled('ordinary-firms.jsonl', 'registration', ['name'], firmOf),
  { file: 'labelled-firms.jsonl', texts: ['id'], measure: measureFirms },
  obfuscated,
];
