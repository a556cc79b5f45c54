import {
  areaOf,
  FOOT,
  overlap,
  type Area,
  type Measure,
  type Point,
  type Words,
} from '../drawing.js';
import { fitText } from '../fit-text.js';
import { FAINT_INK } from '../colours.js';

/** A cord between two boxes. */
export interface Span {
  readonly from: Area;
  readonly to: Area;
  readonly label: string;
}

const SIZE = 2.5;
const LONGEST = 30;
/** Shares of the way where a label may stand, the best first. */
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9];

/** A label may also stand a little above or below its cord. */
const ASIDE = [0, -2.4, 2.4, -4.2, 4.2];

/** Labels on their cords, each where it covers the least of what is there already. */
export function labelCords(
  spans: readonly Span[],
  boxes: readonly Area[],
  measure: Measure,
): readonly Words[] {
  const taken: Area[] = [...boxes];
  return spans
    .filter(({ label }) => label !== '')
    .map((span) => {
      const label = bestPlace(span, taken, measure);
      taken.push(areaOf(label, measure));
      return label;
    });
}

function bestPlace({ from, to, label }: Span, taken: readonly Area[], measure: Measure): Words {
  const text = fitText(label, LONGEST, SIZE, measure);
  const start = edgeOf(from, middleOf(to));
  const end = edgeOf(to, middleOf(from));
  const onCord = SHARES.map((share) => between(start, end, share));
  const places = ASIDE.flatMap((aside) =>
    onCord.map(({ x, y }) => wordsAt(text, { x, y: y + aside })),
  );
  const costs = places.map((words) => covered(areaOf(words, measure), taken));
  return places[costs.indexOf(Math.min(...costs))] ?? wordsAt(text, start);
}

const wordsAt = (text: string, { x, y }: Point): Words => ({
  kind: 'words',
  x,
  y: y + SIZE * FOOT,
  text,
  size: SIZE,
  anchor: 'middle',
  fill: FAINT_INK,
});

const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
});

/** The middle of a rectangle. */
export const middleOf = ({ x, y, width, height }: Area): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});

/** Where a line from the middle of a box towards a place leaves the box. */
export function edgeOf(box: Area, towards: Point): Point {
  const middle = middleOf(box);
  const across = Math.abs(towards.x - middle.x) / (box.width / 2);
  const down = Math.abs(towards.y - middle.y) / (box.height / 2);
  const share = 1 / Math.max(across, down, 1);
  return between(middle, towards, share);
}

/** How much of an area others cover already. */
function covered(area: Area, taken: readonly Area[]): number {
  return taken
    .filter((other) => overlap(area, other))
    .reduce((sum, other) => sum + shared(area, other), 0);
}

const shared = (a: Area, b: Area): number =>
  (Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  (Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
