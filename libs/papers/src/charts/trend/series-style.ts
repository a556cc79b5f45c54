import { PLAIN, TIER_COLOURS } from '../colours.js';
import type { Mark, Pen, Point } from '../drawing.js';

/** How a line is told from others, also where there is no colour: by its dashes and by its points. */
export interface SeriesStyle {
  readonly pen: Pen;
  readonly point: (at: Point) => Mark;
}

const RADIUS = 0.85;
const WIDTH = 0.55;

const around = (corners: readonly (readonly [number, number])[], colour: string) => (at: Point) =>
  ({
    kind: 'shape',
    fill: colour,
    points: corners.map(([x, y]) => ({ x: at.x + x * RADIUS, y: at.y + y * RADIUS })),
  }) satisfies Mark;

const disc = (colour: string) => (at: Point) =>
  ({ kind: 'disc', ...at, radius: RADIUS * 0.95, fill: colour }) satisfies Mark;

const SQUARE = [
  [-0.9, -0.9],
  [0.9, -0.9],
  [0.9, 0.9],
  [-0.9, 0.9],
] as const;
const TRIANGLE = [
  [0, -1.25],
  [1.15, 0.8],
  [-1.15, 0.8],
] as const;
const DIAMOND = [
  [0, -1.35],
  [1.35, 0],
  [0, 1.35],
  [-1.35, 0],
] as const;

const GREEN = '#3a7d5c';
const VIOLET = '#6b4c8a';

/** The first line is the plainest; a seventh begins anew. */
const STYLES: readonly SeriesStyle[] = [
  { pen: { colour: PLAIN, width: WIDTH }, point: disc(PLAIN) },
  {
    pen: { colour: TIER_COLOURS.red, width: WIDTH, dashes: [2.2, 1] },
    point: around(SQUARE, TIER_COLOURS.red),
  },
  { pen: { colour: GREEN, width: WIDTH, dashes: [0.7, 0.8] }, point: around(TRIANGLE, GREEN) },
  {
    pen: { colour: TIER_COLOURS.orange, width: WIDTH, dashes: [3, 0.9, 0.7, 0.9] },
    point: around(DIAMOND, TIER_COLOURS.orange),
  },
  { pen: { colour: VIOLET, width: WIDTH, dashes: [1.2, 0.6] }, point: around(SQUARE, VIOLET) },
  { pen: { colour: '#5b6570', width: WIDTH, dashes: [4, 1] }, point: disc('#5b6570') },
];

/** The style of the nth line. */
export function seriesStyle(nth: number): SeriesStyle {
  const style = STYLES[nth % STYLES.length] ?? STYLES[0];
  if (!style) throw new Error('there are no styles');
  return style;
}
