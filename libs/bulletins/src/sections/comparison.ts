import { FEEDS, feedName, type Feed } from '@risk/domain';
import { harmless } from '../small-counts.js';
import type { SpanFigures } from '../source.js';
import type { Ask, Readings, Written } from './section.js';
import { section } from './section.js';
import { table, text, totalOf, written } from './writing.js';

interface Facts {
  readonly begunAt: Date | null;
  readonly now: SpanFigures;
  readonly before: readonly SpanFigures[];
}

/** 与前期比较: the day, the week and the year before. */
export const comparison = section('与前期比较', read, write);

async function read({ source }: Readings, ask: Ask): Promise<Facts> {
  const spans = [ask.span, ...ask.comparisons.map(({ span }) => span)];
  const [now, ...before] = await source.figures(ask, spans);
  if (!now) throw new Error('no figures were answered');
  return { begunAt: await source.begunAt(ask.samples), now, before };
}

/** A row of the comparison; counts of complaints are made harmless. */
interface Row {
  readonly label: string;
  readonly count: (figures: SpanFigures) => number;
  readonly isDelicate?: boolean;
}

const feedRow = (feed: Feed): Row => ({
  label: `接收${feedName(feed)}`,
  count: ({ records }) => records[feed],
  isDelicate: feed === 'complaint',
});

/** One line to compare one more. */
const ROWS: readonly Row[] = [
  ...FEEDS.map(feedRow),
  { label: '新增预警', count: ({ raised }) => totalOf(raised) },
  { label: '其中红色、橙色', count: ({ raised }) => (raised.red ?? 0) + (raised.orange ?? 0) },
  { label: '等级上调', count: ({ upgraded }) => upgraded },
  { label: '等级下调', count: ({ lowered }) => lowered },
  { label: '移送公安', count: ({ handedOver }) => handedOver },
  { label: '查实', count: ({ confirmed }) => confirmed },
  { label: '排除', count: ({ refuted }) => refuted },
];

function write({ begunAt, now, before }: Facts, ask: Ask): Written {
  const least = ask.thresholds.leastShown;
  const isKnown = ask.comparisons.map(({ span }) => begunAt !== null && begunAt <= span.since);
  const rows = ROWS.map((row) => [
    row.label,
    shown(row, row.count(now), least),
    ...before.flatMap((figures, at) =>
      isKnown[at] ? againstCells(row, row.count(now), row.count(figures), least) : ['—', '—'],
    ),
  ]);
  const head = ['', '本期', ...ask.comparisons.flatMap(({ label }) => [label, '增减'])];
  const unknown = ask.comparisons.filter((_, at) => !isKnown[at]).map(({ label }) => label);
  return written({
    blocks: [
      table(head, rows, [3, 1.6, ...before.flatMap(() => [1.6, 1.6])]),
      ...(unknown.length === 0 ? [] : [text(`${unknown.join('、')}时平台尚未接入数据，不可比。`)]),
    ],
    isQuiet: true,
  });
}

const shown = ({ isDelicate }: Row, count: number, least: number): string =>
  isDelicate ? harmless(count, least) : String(count);

/** A difference to a count that is hidden would tell it. */
function againstCells(row: Row, now: number, then: number, least: number): [string, string] {
  const hidden = row.isDelicate === true && [now, then].some((count) => count > 0 && count < least);
  return [shown(row, then, least), hidden ? '—' : differenceOf(now, then)];
}

function differenceOf(now: number, then: number): string {
  if (now === then) return '持平';
  const sign = now > then ? '+' : '−';
  const share = then === 0 ? '' : `（${sign}${Math.abs(((now - then) / then) * 100).toFixed(0)}%）`;
  return `${sign}${Math.abs(now - then)}${share}`;
}
