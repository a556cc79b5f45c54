import type { Point } from '../drawing.js';
import { fewestCrossings, type Seat } from './fewest-crossings.js';
import { anglesBetween, placesOn, pointOn, roomOn, type Cell, type Ring } from './rings.js';
import { tied } from './ties.js';
import type { Guests } from './guests.js';

/** The sheet that knots are placed on. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly cell: Cell;
}

const TOP = -Math.PI / 2;
const LEFT = Math.PI;
const MARGIN = 1;
/** How far the inner ring is out, and how flat boxes count there: labels of cords need room beside the centre. */
const INNER = { share: 0.55, flatness: 1.7 } as const;

/** Where each knot stands: the centre in the middle, its neighbours around it, all others around those. */
export function placeKnots(guests: Guests, sheet: Sheet): ReadonlyMap<string, Point> {
  const { inner, outer, innerRing, outerRing } = ringsOf(guests, sheet);
  const middle: Seat = {
    id: guests.centre,
    ring: 0,
    at: { x: sheet.width / 2, y: sheet.height / 2 },
  };
  const flat = { ...sheet.cell, height: sheet.cell.height * INNER.flatness };
  const cell = outer.length === 0 ? sheet.cell : flat;
  const innerTurns = outer.length === 0 ? [0] : turns(inner.length);
  const choices = innerTurns.flatMap((turn) => {
    const near = placesOn(innerRing, cell, inner.length, firstOf(inner) + turn);
    const outside = [
      ...turns(outer.length).map((far) => placesOn(outerRing, sheet.cell, outer.length, TOP + far)),
      anglesBetween(near, outer.length),
    ];
    return outside.map((far) => [
      middle,
      ...seats(inner, innerRing, 1, near),
      ...seats(outer, outerRing, 2, far),
    ]);
  });
  return new Map(fewestCrossings(choices, guests).map(({ id, at }) => [id, at]));
}

const firstOf = (ids: readonly string[]): number => (ids.length <= 2 ? LEFT : TOP);

const TURNS = 6;

/** Rings may be turned, so that the cords of the outer one pass between the boxes of the inner one. */
const turns = (count: number): readonly number[] =>
  count === 0 ? [0] : Array.from({ length: TURNS }, (_, i) => (i / TURNS / count) * 2 * Math.PI);

const seats = (
  ids: readonly string[],
  ring: Ring,
  nth: number,
  angles: readonly number[],
): readonly Seat[] => ids.map((id, i) => ({ id, ring: nth, at: pointOn(ring, angles[i] ?? 0) }));

/** Neighbours for whom the inner ring has no room go out, every other one, so that their cords pass between. */
function ringsOf({ centre, sizes, ties }: Guests, sheet: Sheet) {
  const others = [...sizes.keys()].filter((id) => id !== centre);
  const near = others.filter((id) => tied(ties, centre, id));
  const outerRing = ringOf(sheet, 1);
  if (near.length === others.length && near.length <= roomOn(outerRing, sheet.cell))
    return { inner: near, outer: [], innerRing: outerRing, outerRing };
  const innerRing = ringOf(sheet, INNER.share);
  const inner = spread(near, roomOn(innerRing, sheet.cell));
  const outer = others.filter((id) => !inner.includes(id));
  return { inner, outer, innerRing, outerRing };
}

/** As many as there is room for, taken evenly from the whole. */
export function spread(ids: readonly string[], room: number): readonly string[] {
  if (ids.length <= room) return ids;
  const before = (i: number): number => Math.floor((i * room) / ids.length);
  return ids.filter((_, i) => before(i + 1) > before(i));
}

const ringOf = ({ width, height, cell }: Sheet, share: number): Ring => ({
  x: width / 2,
  y: height / 2,
  rx: (width / 2 - cell.width / 2 - MARGIN) * share,
  ry: (height / 2 - cell.height / 2 - MARGIN) * share,
});
