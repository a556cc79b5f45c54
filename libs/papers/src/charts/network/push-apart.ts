import { overlap, type Area } from '../drawing.js';

/** A rectangle that others may have to give way to. */
export interface Movable extends Area {
  readonly fixed: boolean;
}

const ROUNDS = 300;

/** Moves rectangles that touch until they keep `gap` between them, or until it is plain that there is no room. */
export function pushApart(
  areas: readonly Movable[],
  sheet: { readonly width: number; readonly height: number },
  gap: number,
): readonly Area[] {
  const moved = areas.map((area) => ({ ...area }));
  for (let round = 0; round < ROUNDS; round++) {
    if (!pushOnce(moved, gap)) break;
    for (const area of moved) keepInside(area, sheet);
  }
  return moved;
}

type Moving = { -readonly [K in keyof Movable]: Movable[K] };

function pushOnce(areas: readonly Moving[], gap: number): boolean {
  let touched = false;
  areas.forEach((a, i) => {
    for (const b of areas.slice(i + 1)) {
      if (!overlap(widened(a, gap), b)) continue;
      touched = true;
      part(a, b, gap);
    }
  });
  return touched;
}

const widened = ({ x, y, width, height }: Area, gap: number): Area => ({
  x: x - gap,
  y: y - gap,
  width: width + 2 * gap,
  height: height + 2 * gap,
});

/** Along the shorter way; up and down where both ways are as long. */
function part(a: Moving, b: Moving, gap: number): void {
  const across = way(a.x, a.width, b.x, b.width, gap);
  const down = way(a.y, a.height, b.y, b.height, gap);
  if (Math.abs(across) < Math.abs(down)) share(a, b, 'x', across);
  else share(a, b, 'y', down);
}

/** How far b has to go, back or on, to stand clear of a. */
function way(a: number, aSize: number, b: number, bSize: number, gap: number): number {
  const on = a + aSize + gap - b;
  const back = a - gap - (b + bSize);
  return b + bSize / 2 >= a + aSize / 2 ? on : back;
}

function share(a: Moving, b: Moving, axis: 'x' | 'y', distance: number): void {
  const beyond = distance + Math.sign(distance) * 0.01;
  if (!a.fixed) a[axis] -= b.fixed ? beyond : beyond / 2;
  if (!b.fixed) b[axis] += a.fixed ? beyond : beyond / 2;
}

function keepInside(area: Moving, { width, height }: { width: number; height: number }): void {
  area.x = Math.min(Math.max(area.x, 0.5), width - area.width - 0.5);
  area.y = Math.min(Math.max(area.y, 0.5), height - area.height - 0.5);
}
