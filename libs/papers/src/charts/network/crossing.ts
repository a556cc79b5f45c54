import type { Area, Point } from '../drawing.js';

/** On which side of the line from a to b a point lies: above nought, below it, or nought on the line. */
const side = (a: Point, b: Point, { x, y }: Point): number =>
  (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);

/** Whether two lines cross between their ends; lines that only share an end do not. */
export const crossLines = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Whether a line leads through a rectangle. */
export function crossesArea(start: Point, end: Point, { x, y, width, height }: Area): boolean {
  const [right, bottom] = [x + width, y + height];
  if (Math.max(start.x, end.x) < x || Math.min(start.x, end.x) > right) return false;
  if (Math.max(start.y, end.y) < y || Math.min(start.y, end.y) > bottom) return false;
  const above = side(start, end, { x, y }) > 0;
  return (
    above !== side(start, end, { x: right, y }) > 0 ||
    above !== side(start, end, { x: right, y: bottom }) > 0 ||
    above !== side(start, end, { x, y: bottom }) > 0
  );
}
