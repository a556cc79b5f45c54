import type { Chart, Series } from '@risk/domain';
import { AXIS, FAINT_INK, GRID, INK } from '../colours.js';
import {
  areaOf,
  FOOT,
  overlap,
  WIDTH,
  type Drawing,
  type Mark,
  type Measure,
  type Point,
  type Words,
} from '../drawing.js';
import { fitText, oneLine } from '../fit-text.js';
import { NO_DATA } from '../no-data.js';
import { scaleOf, written, type Scale } from '../scale.js';
import { layLegend } from './legend.js';
import { seriesStyle } from './series-style.js';
import { isKnown, labelledPoints, stretches } from './thin-out.js';

type Trend = Extract<Chart, { kind: 'trend' }>;

const SIZE = 3;
const PLOT_HEIGHT = 52;
const LONGEST_LABEL = 40;
/** More points than this and their marks run together. */
const MOST_MARKS = 40;

/** The ground that lines are drawn on. */
interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly scale: Scale;
  readonly points: number;
}

/** Lays lines over an axis of time; where nothing is known, a line has a gap. */
export function layTrend(chart: Trend, measure: Measure): Drawing {
  const known = chart.series
    .flatMap(({ values }) => values.slice(0, chart.axis.length))
    .filter(isKnown);
  if (known.length === 0) return NO_DATA;
  const legend = layLegend(chart.series, 1.5, measure);
  const plot = plotOf(chart, scaleOf(known), legend.height, measure);
  return {
    width: WIDTH,
    height: plot.bottom + 6.5,
    marks: [
      ...legend.marks,
      ...valueAxis(plot, chart.unit),
      ...timeAxis(plot, chart.axis, measure),
      ...chart.series.flatMap((line, nth) => layLine(line, nth, plot)),
      ...figures(chart, plot, measure),
    ],
  };
}

function plotOf(chart: Trend, scale: Scale, legend: number, measure: Measure): Plot {
  const widest = Math.max(...scale.ticks.map((tick) => measure(written(tick), SIZE)));
  const top = legend + (oneLine(chart.unit) === '' ? 3 : 7);
  return {
    left: widest + 3.5,
    right: WIDTH - 4,
    top,
    bottom: top + PLOT_HEIGHT,
    scale,
    points: chart.axis.length,
  };
}

const heightOf = (value: number, { top, bottom, scale }: Plot): number =>
  bottom - ((value - scale.from) / (scale.to - scale.from)) * (bottom - top);

/** Points keep half a pitch from both ends; a single one stands in the middle. */
const pitchOf = ({ left, right, points }: Plot): number => (right - left) / Math.max(points, 1);
const acrossOf = (nth: number, plot: Plot): number => plot.left + (nth + 0.5) * pitchOf(plot);

function valueAxis(plot: Plot, unit: string): readonly Mark[] {
  const words = { kind: 'words', size: SIZE, fill: FAINT_INK } as const;
  const title = oneLine(unit);
  const ticks = plot.scale.ticks.flatMap((tick): readonly Mark[] => {
    const y = heightOf(tick, plot);
    const pen = tick === 0 ? { colour: AXIS, width: 0.25 } : { colour: GRID, width: 0.2 };
    return [
      {
        kind: 'line',
        points: [
          { x: plot.left, y },
          { x: plot.right, y },
        ],
        pen,
      },
      { ...words, x: plot.left - 1.5, y: y + SIZE * FOOT, anchor: 'end', text: written(tick) },
    ];
  });
  if (title === '') return ticks;
  return [...ticks, { ...words, x: 0.5, y: plot.top - 3.2, anchor: 'start', text: `（${title}）` }];
}

function timeAxis(plot: Plot, axis: readonly string[], measure: Measure): readonly Mark[] {
  const labels = axis.map((label) => fitText(label, LONGEST_LABEL, SIZE, measure));
  const widths = labels.map((label) => measure(label, SIZE));
  return labelledPoints(widths, pitchOf(plot), 2.5).flatMap((nth): readonly Mark[] => {
    const x = acrossOf(nth, plot);
    const half = (widths[nth] ?? 0) / 2;
    const tick = [
      { x, y: plot.bottom },
      { x, y: plot.bottom + 1 },
    ];
    return [
      { kind: 'line', points: tick, pen: { colour: AXIS, width: 0.25 } },
      {
        kind: 'words',
        x: Math.min(Math.max(x, half + 0.5), WIDTH - half - 0.5),
        y: plot.bottom + 4.6,
        text: labels[nth] ?? '',
        size: SIZE,
        anchor: 'middle',
        fill: FAINT_INK,
      },
    ];
  });
}

function layLine({ values }: Series, nth: number, plot: Plot): readonly Mark[] {
  const { pen, point } = seriesStyle(nth);
  const shown = values.slice(0, plot.points);
  const at = (i: number): Point => ({ x: acrossOf(i, plot), y: heightOf(shown[i] ?? 0, plot) });
  const every = Math.ceil(plot.points / MOST_MARKS);
  return stretches(shown).flatMap((stretch): readonly Mark[] => {
    const marked = stretch.filter((i) => stretch.length === 1 || i % every === 0);
    const line: Mark = { kind: 'line', points: stretch.map(at), pen };
    return [...(stretch.length > 1 ? [line] : []), ...marked.map((i) => point(at(i)))];
  });
}

/** A single line bears its highest and its last value; where lines cross, figures would only hide them. */
function figures({ series }: Trend, plot: Plot, measure: Measure): readonly Words[] {
  const [only] = series;
  if (!only || series.length > 1) return [];
  const values = only.values.slice(0, plot.points);
  const highest = Math.max(...values.filter(isKnown));
  const spots = [values.lastIndexOf(highest), values.findLastIndex(isKnown)];
  const words = [...new Set(spots)].map((nth) => figure(values[nth] ?? 0, nth, plot, measure));
  const [first, second] = words;
  if (!first || !second) return words;
  return overlap(areaOf(first, measure), areaOf(second, measure)) ? [first] : words;
}

function figure(value: number, nth: number, plot: Plot, measure: Measure): Words {
  const text = written(value);
  const half = measure(text, SIZE) / 2;
  return {
    kind: 'words',
    x: Math.min(acrossOf(nth, plot), WIDTH - half - 0.5),
    y: heightOf(value, plot) - 1.8,
    text,
    size: SIZE,
    anchor: 'middle',
    fill: INK,
  };
}
