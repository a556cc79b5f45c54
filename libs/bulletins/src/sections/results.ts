import { outcomeName, OUTCOME_VERDICTS, schemeName, type Block, type Sheet } from '@risk/domain';
import type { HandOverLine, OutcomeLine } from '../source.js';
import type { Ask, CityWords, Readings, Written } from './section.js';
import { section } from './section.js';
import { restText, shortTime, table, text, under, written, namedIn } from './writing.js';

interface Facts {
  readonly handOvers: readonly HandOverLine[];
  readonly outcomes: readonly OutcomeLine[];
}

/** 移送与结果: what went to public security, and what became of suspicions. */
export const results = section('移送与处置结果', read, write);

async function read({ source }: Readings, ask: Ask): Promise<Facts> {
  return {
    handOvers: await source.handOvers(ask, ask.thresholds.annex),
    outcomes: await source.outcomes(ask, ask.thresholds.annex),
  };
}

function write({ handOvers, outcomes }: Facts, ask: Ask, words: CityWords): Written {
  const made = handOvers.filter(({ at }) => at >= ask.span.since);
  const counts = OUTCOME_VERDICTS.flatMap((verdict) => {
    const count = outcomes.filter((one) => one.verdict === verdict).length;
    return count === 0 ? [] : [`${outcomeName(verdict)} ${count} 件`];
  });
  const figures = [
    { label: '移送公安', value: String(made.length) },
    { label: '处置结果', value: String(outcomes.length) },
  ];
  if (handOvers.length + outcomes.length === 0)
    return written({ blocks: [text('本期没有移送，也没有新的处置结果。')], figures });
  const words_ = `移送公安 ${made.length} 件${counts.length === 0 ? '' : `；处置结果：${counts.join('、')}`}。`;
  const { listed } = ask.thresholds;
  return written({
    blocks: [
      text(words_),
      ...under(
        '移送和回执',
        part(handOvers, listed, (some) => handOverTable(some, words)),
      ),
      ...under(
        '处置结果',
        part(outcomes, listed, (some) => outcomeTable(some, words)),
      ),
    ],
    lead: words_,
    figures,
    named: namedIn([...handOvers.slice(0, listed), ...outcomes.slice(0, listed)]),
    sheets: [
      ...sheetOf('移送和回执', HAND_OVERS, handOvers, words),
      ...sheetOf('处置结果', OUTCOMES, outcomes, words),
    ],
    isQuiet: false,
  });
}

function part<T>(
  all: readonly T[],
  most: number,
  tableOf: (some: readonly T[]) => Block,
): readonly Block[] {
  if (all.length === 0) return [];
  return [tableOf(all.slice(0, most)), ...restText(all.length - most)];
}

const ANSWERS = { filed: '已立案', declined: '不予立案', material: '要求补充材料' } as const;

/** What is told of each; one line to add a column. */
type Columns<T> = readonly (readonly [string, (one: T, words: CityWords) => string])[];

const cellsOf = <T>(columns: Columns<T>, all: readonly T[], words: CityWords): string[][] =>
  all.map((one) => columns.map(([, cell]) => cell(one, words)));

const HAND_OVERS: Columns<HandOverLine> = [
  ['主体', ({ entityName }, words) => words.mask(entityName)],
  ['属地', ({ regionCode }, words) => words.regionName(regionCode)],
  ['移送单位', ({ from }, words) => words.unitName(from)],
  ['受理单位', ({ to }, words) => words.unitName(to)],
  ['移送时间', ({ at }) => shortTime(at)],
  ['回执', ({ answer }) => (answer === null ? '尚无' : ANSWERS[answer])],
];

const OUTCOMES: Columns<OutcomeLine> = [
  ['主体', ({ entityName }, words) => words.mask(entityName)],
  ['属地', ({ regionCode }, words) => words.regionName(regionCode)],
  ['结果', ({ verdict }) => outcomeName(verdict)],
  ['类型', ({ scheme }) => (scheme === null ? '—' : schemeName(scheme))],
  ['涉案金额', ({ losses }) => amount(losses)],
  ['涉及人数', ({ people }) => (people === null ? '—' : String(people))],
  ['时间', ({ at }) => shortTime(at)],
];

const amount = (yuan: number | null): string =>
  yuan === null ? '—' : `${Math.round(yuan / 100) / 100} 万元`;

const headOf = <T>(columns: Columns<T>): string[] => columns.map(([title]) => title);

const handOverTable = (some: readonly HandOverLine[], words: CityWords): Block =>
  table(headOf(HAND_OVERS), cellsOf(HAND_OVERS, some, words), [4, 2, 3, 3, 2, 2]);

const outcomeTable = (some: readonly OutcomeLine[], words: CityWords): Block =>
  table(headOf(OUTCOMES), cellsOf(OUTCOMES, some, words), [4, 2, 1.8, 2.4, 2.2, 1.6, 2]);

const sheetOf = <T>(
  name: string,
  columns: Columns<T>,
  all: readonly T[],
  words: CityWords,
): readonly Sheet[] =>
  all.length === 0 ? [] : [{ name, head: headOf(columns), rows: cellsOf(columns, all, words) }];
