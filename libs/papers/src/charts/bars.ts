import type { Bar, Chart } from '@risk/domain';
import { AXIS, FAINT_INK, INK, PLAIN, TIER_COLOURS } from './colours.js';
import { FOOT, WIDTH, type Drawing, type Mark, type Measure, type Words } from './drawing.js';
import { fitText, oneLine } from './fit-text.js';
import { NO_DATA } from './no-data.js';
import { written } from './scale.js';

type Bars = Extract<Chart, { kind: 'bars' }>;

const SIZE = 3.4;
const SMALL = 2.9;
const EDGE = 1.5;
const GAP = 1.8;
/** Rows of few bars are this high; many bars share what a page has room for. */
const ROW = { most: 8.5, all: 108 } as const;
const LONGEST_LABEL = 0.36 * WIDTH;

/** Where rows stand and how much of their width each part takes. */
interface Frame {
  readonly row: number;
  readonly size: number;
  readonly top: number;
  /** Where bars begin and how long the longest of them is. */
  readonly left: number;
  readonly length: number;
  readonly largest: number;
}

/** Lays bars one under another, each with its label before and its value behind it. */
export function layBars(chart: Bars, measure: Measure): Drawing {
  const { bars, unit } = chart;
  if (bars.length === 0) return NO_DATA;
  const frame = frameOf(chart, measure);
  const height = frame.top + bars.length * frame.row + EDGE;
  return {
    width: WIDTH,
    height,
    marks: [
      ...unitMark(unit, frame),
      ...bars.flatMap((bar, i) => layBar(bar, i, frame, measure)),
      axisMark(frame, height),
    ],
  };
}

function frameOf({ bars, unit }: Bars, measure: Measure): Frame {
  const row = Math.min(ROW.most, ROW.all / Math.min(bars.length, 40));
  const size = Math.min(SIZE, row * 0.62);
  const widest = Math.max(...bars.map(({ label }) => measure(oneLine(label), size)));
  const left = EDGE + Math.min(widest, LONGEST_LABEL) + GAP;
  const values = Math.max(...bars.map(({ value }) => measure(written(value), size)));
  return {
    row,
    size,
    top: oneLine(unit) === '' ? EDGE : 6,
    left,
    length: Math.max(WIDTH - EDGE - values - GAP - left, 1),
    largest: Math.max(0, ...bars.map(({ value }) => value).filter(Number.isFinite)),
  };
}

function layBar(bar: Bar, nth: number, frame: Frame, measure: Measure): readonly Mark[] {
  const { row, size, top, left } = frame;
  const middle = top + (nth + 0.5) * row;
  const thick = row * 0.62;
  const length = lengthOf(bar.value, frame);
  const words = { kind: 'words', y: middle + size * FOOT, size, fill: INK } as const;
  const label = fitText(bar.label, LONGEST_LABEL, size, measure);
  const fill = bar.tier ? TIER_COLOURS[bar.tier] : PLAIN;
  return [
    { ...words, x: left - GAP, anchor: 'end', text: label },
    ...(length === 0
      ? []
      : [
          {
            kind: 'box',
            x: left,
            y: middle - thick / 2,
            width: length,
            height: thick,
            fill,
          } as const,
        ]),
    { ...words, x: left + length + GAP * 0.7, anchor: 'start', text: written(bar.value) },
  ];
}

/** What is less than nothing has no length; its value says what it is. */
function lengthOf(value: number, { largest, length }: Frame): number {
  if (largest === 0 || !Number.isFinite(value) || value <= 0) return 0;
  return Math.max((value / largest) * length, 0.3);
}

function unitMark(unit: string, { left }: Frame): readonly Words[] {
  const text = oneLine(unit);
  if (text === '') return [];
  const place = { x: left, y: 4, anchor: 'start' } as const;
  return [{ kind: 'words', ...place, text: `（${text}）`, size: SMALL, fill: FAINT_INK }];
}

const axisMark = ({ left, top }: Frame, height: number): Mark => ({
  kind: 'line',
  points: [
    { x: left, y: top },
    { x: left, y: height - EDGE },
  ],
  pen: { colour: AXIS, width: 0.25 },
});
