import { DIMENSIONS, dimensionName, type Block, type Chart } from '@risk/domain';
import { chinaDay } from '@risk/kit';
import type { Dossier, DossierIndex, DossierSignal } from '../../dossier.js';
import type { Ask, CityWords, Written } from '../section.js';
import { chart, numbered, table, text, written } from '../writing.js';
import {
  complaintsText,
  reasonWords,
  signalSource,
  signalText,
  wholeReasons,
} from './dossier-words.js';
import { dossierSection } from './read-dossier.js';

/** 风险信号: what was noticed, where and when; public records in their own words, complaints never. */
export const signals = dossierSection('风险信号', write);

function write(dossier: Dossier, ask: Ask, words: CityWords): Written {
  const all = rowsOf(dossier, ask, words);
  const figures = [{ label: '风险信号', value: String(all.length + dossier.moreSignals) }];
  const rows = all.filter(weighs);
  if (all.length === 0)
    return written({ blocks: [text('没有发现风险信号。没有信号不等于没有风险。')], figures });
  return written({
    blocks: [
      ...dimensionBlocks(dossier.index),
      tableOf(rows),
      ...moreBlocks(dossier.moreSignals + all.length - rows.length),
      text(`${complaintsText(dossier, ask)}。投诉举报只列所涉事项，不引用原文，不列时间。`),
      text('占比为该项在风险指数各项得分之和中所占份额；以上均为线索，待核实。'),
    ],
    figures,
    isQuiet: false,
  });
}

/** What adds less than half of one in a hundred is only counted. */
const weighs = (row: readonly string[]): boolean => row.at(-1) !== '0%';

const HEAD = ['序号', '信号（线索，待核实）', '来源', '时间', '公开记录原文', '占比'];

const tableOf = (rows: readonly (readonly string[])[]): Block =>
  table(
    HEAD,
    numbered(rows, (row) => row),
    [1, 4, 3, 2, 4, 1.2],
  );

function rowsOf(dossier: Dossier, ask: Ask, words: CityWords): readonly (readonly string[])[] {
  const share = sharesOf(dossier.index);
  const single = dossier.signals.map((one) => [
    signalText(one, words),
    signalSource(one, ask, words),
    one.occurredAt === null ? '—' : chinaDay(one.occurredAt),
    quoteText(one, words),
    share(one.code),
  ]);
  const whole = wholeReasons(dossier).map((reason) => [
    reasonWords(reason, words),
    '综合研判',
    '—',
    '—',
    share(reason.code),
  ]);
  return [...single, ...whole];
}

function quoteText({ feed, quote }: DossierSignal, words: CityWords): string {
  if (feed === 'complaint') return '不引用';
  return quote === null ? '—' : `“${words.mask(quote)}”`;
}

function sharesOf(index: DossierIndex | null): (code: string) => string {
  const points = new Map<string, number>();
  for (const { code, points: more } of index?.reasons ?? [])
    points.set(code, (points.get(code) ?? 0) + more);
  const total = [...points.values()].reduce((sum, one) => sum + one, 0);
  return (code) => {
    const mine = points.get(code);
    return mine === undefined || total <= 0 ? '—' : `${Math.round((mine / total) * 100)}%`;
  };
}

const dimensionBlocks = (index: DossierIndex | null): readonly Block[] =>
  index === null ? [] : [chart(dimensionChart(index))];

const dimensionChart = ({ dimensions }: DossierIndex): Chart => ({
  kind: 'bars',
  title: '风险指数各维度得分',
  unit: '分',
  bars: DIMENSIONS.map((one) => ({
    label: dimensionName(one),
    value: Math.round(dimensions[one] * 10) / 10,
  })),
});

const moreBlocks = (more: number): readonly Block[] =>
  more === 0 ? [] : [text(`另有 ${more} 项较弱的信号未列出。`)];
