import type { Knot } from '@risk/domain';
import { AXIS, GROUND, INK, TIER_COLOURS } from '../colours.js';
import {
  areaAround,
  areaOf,
  FOOT,
  WIDTH,
  type Area,
  type Drawing,
  type Mark,
  type Measure,
  type Words,
} from '../drawing.js';
import { NO_DATA } from '../no-data.js';
import { labelCords, middleOf, type Span } from './cord-labels.js';
import { LINE_HEIGHT, nameBox, type NameBox } from './name-box.js';
import { placeKnots } from './place-knots.js';
import { pushApart } from './push-apart.js';
import type { Cell } from './rings.js';
import { bundlesOf, centreOf, tiesOf, type Network } from './ties.js';

/** Room around a name for the cords that pass it. */
const ROOM = { x: 5, y: 5 } as const;
const GAP = 2.2;
const EDGE = 2;
const CENTRE_FILL = '#e8eff6';

/** A knot with its name and the place where it stands. */
interface Placed {
  readonly knot: Knot;
  readonly isCentre: boolean;
  readonly name: NameBox;
  readonly area: Area;
}

/** Lays the one that the picture is about in the middle and all others around it. */
export function layNetwork(chart: Network, measure: Measure): Drawing {
  const centre = centreOf(chart.knots);
  if (!centre) return NO_DATA;
  const placed = trimmed(placeAll(chart, centre, measure));
  const spans = spansOf(chart, placed);
  const areas = placed.map(({ area }) => area);
  const labels = labelCords(spans, areas, measure);
  return {
    width: WIDTH,
    height: Math.max(...areas.map(({ y, height }) => y + height)) + EDGE,
    marks: [
      ...spans.map(cordMark),
      ...labels.flatMap((label) => [groundUnder(label, measure), label]),
      ...placed.flatMap(knotMarks),
    ],
  };
}

/** The same without empty ground above. */
function trimmed(placed: readonly Placed[]): readonly Placed[] {
  const top = Math.min(...placed.map(({ area }) => area.y)) - EDGE;
  return placed.map((one) => ({ ...one, area: { ...one.area, y: one.area.y - top } }));
}

/** Few need little room; more than two dozen get no more than a page can give. */
function heightFor(knots: number): number {
  const steps = [
    { upTo: 1, height: 24 },
    { upTo: 3, height: 48 },
    { upTo: 7, height: 98 },
    { upTo: 12, height: 122 },
  ];
  return steps.find(({ upTo }) => knots <= upTo)?.height ?? 150;
}

function placeAll(chart: Network, centre: Knot, measure: Measure): readonly Placed[] {
  const knots = [...new Map(chart.knots.map((knot) => [knot.id, knot])).values()];
  const named = knots.map((knot) => {
    const isCentre = knot.id === centre.id;
    return { knot, isCentre, name: nameBox(knot, isCentre, measure) };
  });
  const bundles = bundlesOf(chart);
  const sizes = new Map(named.map(({ knot, name }) => [knot.id, name]));
  const sheet = {
    width: WIDTH,
    height: heightFor(knots.length),
    cell: cellOf([...sizes.values()]),
  };
  const guests = { centre: centre.id, sizes, bundles, ties: tiesOf(bundles) };
  const points = placeKnots(guests, sheet);
  const areas = named.map(({ knot, name, isCentre }) => ({
    ...areaAround(points.get(knot.id) ?? { x: 0, y: 0 }, name),
    fixed: isCentre,
  }));
  const apart = pushApart(areas, sheet, GAP);
  return named.map((one, i) => ({
    ...one,
    area: apart[i] ?? areaAround({ x: 0, y: 0 }, one.name),
  }));
}

const cellOf = (names: readonly NameBox[]): Cell => ({
  width: Math.max(...names.map(({ width }) => width)) + ROOM.x,
  height: Math.max(...names.map(({ height }) => height)) + ROOM.y,
});

function spansOf(chart: Network, placed: readonly Placed[]): readonly Span[] {
  const areas = new Map(placed.map(({ knot, area }) => [knot.id, area]));
  return bundlesOf(chart).flatMap(({ from, to, label }) => {
    const [start, end] = [areas.get(from), areas.get(to)];
    return start && end ? [{ from: start, to: end, label }] : [];
  });
}

const cordMark = ({ from, to }: Span): Mark => ({
  kind: 'line',
  points: [middleOf(from), middleOf(to)],
  pen: { colour: AXIS, width: 0.3 },
});

/** Whoever was warned of bears the colour on its edge and in a strip, as grey prints show no edge. */
function knotMarks({ knot, isCentre, name, area }: Placed): readonly Mark[] {
  const colour = knot.tier && knot.tier !== 'none' ? TIER_COLOURS[knot.tier] : AXIS;
  const edge = { colour: isCentre && colour === AXIS ? INK : colour, width: isCentre ? 0.7 : 0.4 };
  const fill = isCentre ? CENTRE_FILL : GROUND;
  const { x, y, width } = area;
  const strip: Mark = { kind: 'box', x, y, width, height: 1, fill: colour };
  return [
    { kind: 'box', x, y, width, height: area.height, fill, edge, round: 0.8 },
    ...(colour === AXIS ? [] : [strip]),
    ...nameMarks(name, area),
  ];
}

function nameMarks({ lines, size, height }: NameBox, area: Area): readonly Words[] {
  const pitch = size * LINE_HEIGHT;
  const first = area.y + (height - lines.length * pitch) / 2 + pitch / 2;
  return lines.map((text, i) => ({
    kind: 'words',
    x: area.x + area.width / 2,
    y: first + i * pitch + size * FOOT,
    text,
    size,
    anchor: 'middle',
    fill: INK,
  }));
}

/** A label interrupts its cord. */
function groundUnder(label: Words, measure: Measure): Mark {
  const { x, y, width, height } = areaOf(label, measure);
  return { kind: 'box', x: x - 0.5, y, width: width + 1, height, fill: GROUND };
}
