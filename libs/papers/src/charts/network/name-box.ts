import type { Knot } from '@risk/domain';
import type { Measure } from '../drawing.js';
import { fitLines, oneLine } from '../fit-text.js';

/** A knot's name in lines and how large the box around it is. */
export interface NameBox {
  readonly lines: readonly string[];
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

/** What stands around the names. */
export const LINE_HEIGHT = 1.25;
const PADDING = { x: 1.8, y: 1.1 } as const;

/** The box of a name: one line, or two of like length, or as much of it as two lines hold. */
export function nameBox(knot: Knot, isCentre: boolean, measure: Measure): NameBox {
  const size = isCentre ? 3.3 : 2.8;
  const most = isCentre ? 34 : 24;
  const whole = measure(oneLine(knot.label), size);
  const room = whole <= most * 0.6 ? most : Math.min(most, whole / 2 + size);
  const lines = fitLines(knot.label, 2, room, size, measure);
  const widest = Math.max(...lines.map((line) => measure(line, size)));
  return {
    lines,
    size,
    width: Math.max(widest, size * 2) + 2 * PADDING.x,
    height: lines.length * size * LINE_HEIGHT + 2 * PADDING.y,
  };
}
