import { outcomeName, OUTCOME_VERDICTS, schemeName, type Block } from '@risk/domain';
import type { HandOverLine, OutcomeLine } from '../source.js';
import type { Ask, CityWords, Readings, Written } from './section.js';
import { section } from './section.js';
import { restText, shortTime, table, text, under, written } from './writing.js';

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
    named: outcomes
      .slice(0, listed)
      .map(({ entityId, entityName }) => ({ entityId, name: entityName })),
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

const handOverTable = (some: readonly HandOverLine[], words: CityWords): Block =>
  table(
    ['主体', '属地', '移送单位', '受理单位', '移送时间', '回执'],
    some.map((one) => [
      words.mask(one.entityName),
      words.regionName(one.regionCode),
      words.unitName(one.from),
      words.unitName(one.to),
      shortTime(one.at),
      one.answer === null ? '尚无' : ANSWERS[one.answer],
    ]),
    [4, 2, 3, 3, 2, 2],
  );

const amount = (yuan: number | null): string =>
  yuan === null ? '—' : `${Math.round(yuan / 100) / 100} 万元`;

const outcomeTable = (some: readonly OutcomeLine[], words: CityWords): Block =>
  table(
    ['主体', '属地', '结果', '类型', '涉案金额', '涉及人数', '时间'],
    some.map((one) => [
      words.mask(one.entityName),
      words.regionName(one.regionCode),
      outcomeName(one.verdict),
      one.scheme === null ? '—' : schemeName(one.scheme),
      amount(one.losses),
      one.people === null ? '—' : String(one.people),
      shortTime(one.at),
    ]),
    [4, 2, 1.8, 2.4, 2.2, 1.6, 2],
  );
