import type { ChartOption } from '../charts/chart-option.js';
import { TIER_COLOURS } from '../charts/tier-colours.js';
import type { Cuts } from '../api/entities.js';
import type { EntityHistory, HistoryEvent } from '../api/entity-parts.js';
import { chinaDay, chinaTime } from '../shown/china-time.js';
import { TIER_NAMES } from '../shown/tier.js';
import { eventWords, scoreText } from './entity-words.js';

/** The sorts of events that stand in the picture, each with a shape of its own. */
const SORTS = [
  { title: '预警', shape: 'triangle', colour: '#b3261e', kinds: ['alert'] },
  { title: '人工判断', shape: 'diamond', colour: '#1d4f91', kinds: ['tier', 'outcome'] },
  { title: '归并、改规则', shape: 'rect', colour: '#4b5563', kinds: ['merged', 'parted', 'rules'] },
  { title: '记录', shape: 'circle', colour: '#5b6470', kinds: ['record'] },
] as const;

const SPAN = 8 * 3_600_000;
/** ECharts shows wall time of the browser: what it is told is moved so that this is China's. */
const wall = (at: string): number =>
  new Date(at).getTime() + SPAN + new Date(at).getTimezoneOffset() * 60_000;

/** The index over time on the bands of the tiers, with what happened on it; `asOf` is a day or now. */
export function historyChart(
  { points, events, cuts }: EntityHistory,
  now: string,
  asOf: string | null,
): ChartOption {
  const last = points[points.length - 1];
  const line = [
    ...points.map(({ at, score }) => [wall(at), score]),
    ...(last ? [[wall(now), last.score]] : []),
  ];
  return {
    grid: { left: 44, right: 78, top: 48, bottom: 28 },
    legend: {
      top: 0,
      left: 'center',
      itemWidth: 12,
      itemHeight: 10,
      data: SORTS.map(({ title }) => title),
    },
    tooltip: { trigger: 'item' },
    xAxis: { type: 'time', axisLabel: { hideOverlap: true, formatter: '{yyyy}-{MM}-{dd}' } },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      splitLine: { show: false },
    },
    series: [
      {
        ...{ type: 'line', name: '指数', step: 'end', symbolSize: 6, data: line },
        showSymbol: line.length < 60,
        lineStyle: { width: 2, color: '#1d4f91' },
        itemStyle: { color: '#1d4f91' },
        tooltip: { formatter: pointHint },
        ...(cuts ? { markArea: bands(cuts) } : {}),
        ...(asOf === null ? {} : { markLine: asOfLine(asOf) }),
      },
      ...SORTS.map(({ title, shape, colour, kinds }) => ({
        ...{
          type: 'scatter' as const,
          name: title,
          symbol: shape,
          symbolSize: title === '记录' ? 6 : 11,
        },
        itemStyle: { color: colour },
        data: marksOf(
          events.filter(({ kind }) => (kinds as readonly string[]).includes(kind)),
          points,
        ),
        tooltip: { formatter: markHint },
      })),
    ],
  };
}

const pointHint = (hint: unknown): string => {
  const { value } = hint as { readonly value: readonly [number, number] };
  return `指数 ${scoreText(value[1])}`;
};
const markHint = (hint: unknown): string => (hint as { readonly name: string }).name;

/** The index that stood at a moment. */
function scoreAt(points: EntityHistory['points'], at: string): number {
  let score = 0;
  for (const point of points) {
    if (point.at > at) break;
    score = point.score;
  }
  return score;
}

/** One mark a day and sort of words, or hundreds would lie upon each other. */
function marksOf(events: readonly HistoryEvent[], points: EntityHistory['points']) {
  const days = new Map<string, { at: string; words: string; times: number }>();
  for (const event of events) {
    const words = eventWords(event);
    const key = `${chinaDay(event.at)} ${words}`;
    const times = (days.get(key)?.times ?? 0) + 1;
    days.set(key, { at: event.at, words, times });
  }
  return [...days.values()].map(({ at, words, times }) => ({
    value: [wall(at), scoreAt(points, at)],
    name: `${chinaTime(at)}\n${words}${times > 1 ? ` ${String(times)} 次` : ''}`,
  }));
}

/** Each tier from where it begins to where the next one does, named in words. */
function bands(cuts: Cuts) {
  const begins = (['blue', 'yellow', 'orange', 'red'] as const).map((tier) => ({
    tier,
    from: cuts[tier],
  }));
  const reached = begins.filter(({ from }) => from <= 100);
  return {
    silent: true,
    data: reached.map(({ tier, from }, at): [object, object] => [
      {
        name: TIER_NAMES[tier],
        yAxis: from,
        itemStyle: { color: TIER_COLOURS[tier], opacity: 0.12 },
        label: { position: 'right', color: '#1f2329', fontSize: 12, distance: 6 },
      },
      { yAxis: reached[at + 1]?.from ?? 100 },
    ]),
  };
}

const asOfLine = (day: string) => ({
  silent: true,
  symbol: 'none',
  lineStyle: { color: '#1f2329', type: 'dashed' as const, width: 1.5 },
  label: { formatter: day, color: '#1f2329', position: 'end' as const },
  data: [{ xAxis: wall(`${day}T15:59:59Z`) }],
});
