import type { CityMap } from '../api/situation.js';

/** The outline of a county as a path of SVG, and where its name stands. */
export interface Outline {
  readonly code: string;
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

/** The whole map in the units of its view box. */
export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly outlines: readonly Outline[];
}

const WIDTH = 640;
const MARGIN = 8;

type Point = readonly [number, number];

/** Draws degrees flat: within one city, degrees east are shorter by the cosine of the latitude, and that is all. */
export function drawnMap({ shapes }: CityMap): DrawnMap {
  const points = shapes.flatMap(({ rings }) => rings.flat());
  const [west, east] = rangeOf(points.map(([x]) => x));
  const [south, north] = rangeOf(points.map(([, y]) => y));
  const shorter = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (WIDTH - 2 * MARGIN) / Math.max(1e-9, (east - west) * shorter);
  const flat = ([x, y]: Point): Point => [
    MARGIN + (x - west) * shorter * scale,
    MARGIN + (north - y) * scale,
  ];
  return {
    width: WIDTH,
    height: Math.ceil((north - south) * scale) + 2 * MARGIN,
    outlines: shapes.map(({ code, rings }) => {
      const drawn = rings.map((ring) => ring.map(flat));
      const [left, right] = rangeOf(drawn.flat().map(([x]) => x));
      const [top, bottom] = rangeOf(drawn.flat().map(([, y]) => y));
      const path = drawn.map(pathOf).join('');
      return { code, path, x: (left + right) / 2, y: (top + bottom) / 2 };
    }),
  };
}

/** Not by spreading: an outline can have more points than a call takes. */
const rangeOf = (values: readonly number[]): readonly [number, number] =>
  values.reduce<readonly [number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );

const pathOf = (ring: readonly Point[]): string =>
  `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
