import type { Point } from '../drawing.js';

/** An ellipse to place boxes on. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
}

/** A box with the room around it that keeps boxes apart. */
export interface Cell {
  readonly width: number;
  readonly height: number;
}

const STEPS = 720;

export const pointOn = ({ x, y, rx, ry }: Ring, angle: number): Point => ({
  x: x + rx * Math.cos(angle),
  y: y + ry * Math.sin(angle),
});

/**
 * Angles of `count` places on a ring, beginning at `start`. Boxes are wider than high, so way is
 * counted in boxes: one box up or one box across is the same.
 */
export function placesOn(ring: Ring, cell: Cell, count: number, start: number): readonly number[] {
  const ways = waysAround(ring, cell, start);
  const whole = ways.at(-1) ?? 0;
  return Array.from({ length: count }, (_, i) => {
    const step = ways.findIndex((way) => way >= (whole * i) / count - 1e-9);
    return start + (2 * Math.PI * step) / STEPS;
  });
}

/** How many boxes stand on a ring without touching. */
export const roomOn = (ring: Ring, cell: Cell): number =>
  Math.floor(waysAround(ring, cell, 0).at(-1) ?? 0);

function waysAround(ring: Ring, { width, height }: Cell, start: number): readonly number[] {
  let way = 0;
  let before = pointOn(ring, start);
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const here = pointOn(ring, start + (2 * Math.PI * i) / STEPS);
    way += Math.max(Math.abs(here.x - before.x) / width, Math.abs(here.y - before.y) / height);
    before = here;
    return way;
  });
}

/** Angles of `count` places outside a ring, each in a gap of it: the widest gaps take the most. */
export function anglesBetween(inner: readonly number[], count: number): readonly number[] {
  const gaps = inner.map((from, i) => ({
    from,
    wide: (inner[i + 1] ?? (inner[0] ?? 0) + 2 * Math.PI) - from,
    holds: 0,
  }));
  for (let left = gaps.length === 0 ? 0 : count; left > 0; left--) {
    const roomiest = gaps.reduce((a, b) => (roomIn(b) > roomIn(a) + 1e-9 ? b : a));
    roomiest.holds += 1;
  }
  return gaps.flatMap(({ from, wide, holds }) =>
    Array.from({ length: holds }, (_, k) => from + (wide * (k + 1)) / (holds + 1)),
  );
}

const roomIn = ({ wide, holds }: { readonly wide: number; readonly holds: number }): number =>
  wide / (holds + 2);
