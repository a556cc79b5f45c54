import type { Point } from '../drawing.js';
import { placesOn, pointOn, roomOn, turnBetween, type Cell, type Ring } from './rings.js';
import { inCompany, tied, type Ties } from './ties.js';

/** The sheet that knots are placed on. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly cell: Cell;
}

const TOP = -Math.PI / 2;
const LEFT = Math.PI;
const MARGIN = 1;

/** Where each knot stands: the centre in the middle, its neighbours around it, all others around those. */
export function placeKnots(
  ids: readonly string[],
  centre: string,
  ties: Ties,
  sheet: Sheet,
): ReadonlyMap<string, Point> {
  const middle = { x: sheet.width / 2, y: sheet.height / 2 };
  const others = ids.filter((id) => id !== centre);
  const near = inCompany(
    others.filter((id) => tied(ties, centre, id)),
    ties,
    centre,
  );
  const far = others.filter((id) => !near.includes(id));
  const rings = ringsOf(near, far, sheet);
  const inner = anglesOf(rings.inner, rings.innerRing, sheet.cell);
  const outer = outerAngles(rings.outer, inner, rings.outerRing, sheet.cell, ties);
  return new Map<string, Point>([
    [centre, middle],
    ...[...inner].map(([id, angle]) => [id, pointOn(rings.innerRing, angle)] as const),
    ...[...outer].map(([id, angle]) => [id, pointOn(rings.outerRing, angle)] as const),
  ]);
}

/** Neighbours for whom the inner ring has no room go out, every other one, so that their cords pass between. */
function ringsOf(near: readonly string[], far: readonly string[], sheet: Sheet) {
  const wide = ringOf(sheet, 1);
  const single = far.length === 0 && near.length <= roomOn(ringOf(sheet, 0.86), sheet.cell);
  if (single) return { inner: near, outer: [], innerRing: ringOf(sheet, 0.86), outerRing: wide };
  const innerRing = ringOf(sheet, 0.56);
  const room = roomOn(innerRing, sheet.cell);
  const stays = (i: number): boolean =>
    Math.floor(((i + 1) * room) / near.length) > Math.floor((i * room) / near.length);
  const inner = near.length <= room ? near : near.filter((_, i) => stays(i));
  const outer = [...near.filter((id) => !inner.includes(id)), ...far];
  return { inner, outer, innerRing, outerRing: wide };
}

const ringOf = ({ width, height, cell }: Sheet, share: number): Ring => ({
  x: width / 2,
  y: height / 2,
  rx: (width / 2 - cell.width / 2 - MARGIN) * share,
  ry: (height / 2 - cell.height / 2 - MARGIN) * share,
});

function anglesOf(ids: readonly string[], ring: Ring, cell: Cell): ReadonlyMap<string, number> {
  const places = placesOn(ring, cell, ids.length, ids.length <= 2 ? LEFT : TOP);
  return new Map(ids.map((id, i) => [id, places[i] ?? 0]));
}

/** Who stands outside keeps close to those inside that it is tied to. */
function outerAngles(
  ids: readonly string[],
  inner: ReadonlyMap<string, number>,
  ring: Ring,
  cell: Cell,
  ties: Ties,
): ReadonlyMap<string, number> {
  const wishes = ids
    .map((id, i) => ({
      id,
      angle: wishOf(id, inner, ties) ?? TOP + ((i + 0.5) / ids.length) * 2 * Math.PI,
    }))
    .map(({ id, angle }) => ({ id, angle: turned(angle) }))
    .sort((a, b) => a.angle - b.angle);
  const places = bestPlaces(
    wishes.map(({ angle }) => angle),
    ring,
    cell,
  );
  return new Map(wishes.map(({ id }, i) => [id, places[i] ?? 0]));
}

/** Rounded, so that equal wishes are equal on every machine. */
const turned = (angle: number): number =>
  Math.round((((angle % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI)) * 1e6) / 1e6;

/** The middle of those inside that it is tied to. */
function wishOf(id: string, inner: ReadonlyMap<string, number>, ties: Ties): number | null {
  const angles = [...inner].filter(([other]) => tied(ties, id, other)).map(([, angle]) => angle);
  if (angles.length === 0) return null;
  const across = angles.reduce((sum, angle) => sum + Math.cos(angle), 0);
  const down = angles.reduce((sum, angle) => sum + Math.sin(angle), 0);
  return Math.hypot(across, down) < 1e-6 ? (angles[0] ?? null) : Math.atan2(down, across);
}

const TRIES = 48;

/** Turns a ring of places until they lie closest to what was wished. */
function bestPlaces(wishes: readonly number[], ring: Ring, cell: Cell): readonly number[] {
  let best: readonly number[] = [];
  let least = Infinity;
  for (let i = 0; i < TRIES; i++) {
    const places = placesOn(ring, cell, wishes.length, (i / TRIES) * 2 * Math.PI);
    const cost = places.reduce((sum, at, nth) => sum + turnBetween(at, wishes[nth] ?? 0) ** 2, 0);
    if (cost >= least - 1e-6) continue;
    least = cost;
    best = places;
  }
  return best;
}
