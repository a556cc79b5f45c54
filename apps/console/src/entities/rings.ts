import { othersOf, type Web } from './web.js';

/** Where somebody stands in the picture. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Apart from one ring to the next, in pixels before the picture is fitted in. */
const RING = 130;

/**
 * Puts everybody on a ring by his degree, each beside whoever leads to him: the same web is always drawn alike,
 * which a picture of springs and forces would not be.
 */
export function ringsOf({ centre, neighbours, bonds }: Web): ReadonlyMap<string, Spot> {
  const degrees = new Map(neighbours.map(({ id, degree }) => [id, degree]));
  const children = new Map<string, string[]>();
  for (const { id, degree } of neighbours) {
    if (id === centre) continue;
    const leads = othersOf(id, bonds).find((other) => degrees.get(other) === degree - 1) ?? centre;
    children.set(leads, [...(children.get(leads) ?? []), id]);
  }
  const spots = new Map<string, Spot>();
  const place = (id: string, depth: number, from: number, to: number): void => {
    const angle = (from + to) / 2;
    spots.set(id, spotAt(depth, angle));
    const own = children.get(id) ?? [];
    const whole = own.reduce((sum, child) => sum + leavesOf(child, children), 0);
    let begin = from;
    for (const child of own) {
      const end = begin + ((to - from) * leavesOf(child, children)) / whole;
      place(child, depth + 1, begin, end);
      begin = end;
    }
  };
  place(centre, 0, -Math.PI / 2, (3 * Math.PI) / 2);
  return spots;
}

const spotAt = (depth: number, angle: number): Spot => ({
  // Wider than high, as the room is.
  x: Math.round(Math.cos(angle) * depth * RING * 1.7),
  y: Math.round(Math.sin(angle) * depth * RING),
});

/** How much room somebody takes with all that he leads to. */
const leavesOf = (id: string, children: ReadonlyMap<string, readonly string[]>): number =>
  Math.max(
    1,
    (children.get(id) ?? []).reduce((sum, child) => sum + leavesOf(child, children), 0),
  );
