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
/** Characters a line: more, and the cords beside the box have no room for their labels. */
const LONGEST_LINE = 7.3;
const MOST_LINES = 3;
const PADDING = { x: 1.8, y: 1.1 } as const;

/** The box of a name: as few lines as hold it, of like length, or as much of it as three lines hold. */
export function nameBox(knot: Knot, isCentre: boolean, measure: Measure): NameBox {
  const size = isCentre ? 3.2 : 2.8;
  const lines = fitLines(knot.label, MOST_LINES, room(knot.label, size, measure), size, measure);
  const widest = Math.max(...lines.map((line) => measure(line, size)));
  return {
    lines,
    size,
    width: Math.max(widest, size * 2) + 2 * PADDING.x,
    height: lines.length * size * LINE_HEIGHT + 2 * PADDING.y,
  };
}

function room(label: string, size: number, measure: Measure): number {
  const whole = measure(oneLine(label), size);
  const longest = LONGEST_LINE * size;
  const lines = Math.min(Math.ceil(whole / longest), MOST_LINES);
  return lines <= 1 ? longest : Math.min(longest, whole / lines + size / 2);
}
