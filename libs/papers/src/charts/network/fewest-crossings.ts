import { areaAround, type Area, type Point } from '../drawing.js';
import { crossesArea, crossLines } from './crossing.js';
import type { Guests } from './guests.js';
import { tied } from './ties.js';

/** A place in a ring and who sits there. */
export interface Seat {
  readonly id: string;
  readonly ring: number;
  readonly at: Point;
}

/** What is bad about a picture, in millimetres of cord. */
const COST = { throughBox: 300, crossing: 60 } as const;
/** More knots than this are left as they come: trying all swaps would take too long. */
const MOST = 40;
const ROUNDS = 4;

/** The best of several ways to sit, after everyone has tried to change seats within the ring. */
export function fewestCrossings(
  choices: readonly (readonly Seat[])[],
  guests: Guests,
): readonly Seat[] {
  const costs = choices.map((seats) => costOf(seats, guests));
  let seats = choices[costs.indexOf(Math.min(...costs))] ?? [];
  if (seats.length > MOST) return seats;
  for (let round = 0; round < ROUNDS; round++) {
    const better = afterSwaps(seats, guests);
    if (better === seats) return seats;
    seats = better;
  }
  return seats;
}

function afterSwaps(start: readonly Seat[], guests: Guests): readonly Seat[] {
  let best = start;
  let least = costOf(start, guests);
  start.forEach((_, i) => {
    for (let j = i + 1; j < start.length; j++) {
      const tried = swapped(best, i, j, guests);
      const cost = tried ? costOf(tried, guests) : Infinity;
      if (!tried || cost > least - 1e-6) continue;
      least = cost;
      best = tried;
    }
  });
  return best;
}

/** Neighbours of the centre may change with all others of them, everyone else within the ring. */
function swapped(
  seats: readonly Seat[],
  i: number,
  j: number,
  { centre, ties }: Guests,
): readonly Seat[] | null {
  const [a, b] = [seats[i], seats[j]];
  if (!a || !b) return null;
  const areNear = tied(ties, centre, a.id) && tied(ties, centre, b.id);
  if (a.ring !== b.ring && !areNear) return null;
  return seats.map((seat) => {
    if (seat === a) return { ...seat, id: b.id };
    return seat === b ? { ...seat, id: a.id } : seat;
  });
}

/** The length of all cords, and more for each that meets another or runs under a box. */
function costOf(seats: readonly Seat[], { sizes, bundles }: Guests): number {
  const at = new Map(seats.map((seat) => [seat.id, seat.at]));
  const boxes = seats.map(({ id, at: middle }) => boxOf(middle, sizes.get(id)));
  const lines = bundles.flatMap(({ from, to }): readonly (readonly [Point, Point])[] => {
    const [start, end] = [at.get(from), at.get(to)];
    return start && end ? [[start, end]] : [];
  });
  return lines.reduce((sum, [start, end], i) => {
    const through = boxes.filter(
      ({ middle, area }) => middle !== start && middle !== end && crossesArea(start, end, area),
    );
    const met = lines.slice(i + 1).filter(([a, b]) => crossLines(start, end, a, b));
    const way = Math.hypot(end.x - start.x, end.y - start.y);
    return sum + way + through.length * COST.throughBox + met.length * COST.crossing;
  }, 0);
}

/** Boxes may still be pushed a little, so a cord that only just passes one counts as well. */
const AROUND = 4;

const boxOf = (middle: Point, size: Pick<Area, 'width' | 'height'> = { width: 0, height: 0 }) => ({
  middle,
  area: areaAround(middle, { width: size.width + AROUND, height: size.height + AROUND }),
});
