import type { Series } from '@risk/domain';
import { INK } from '../colours.js';
import { FOOT, WIDTH, type Mark, type Measure } from '../drawing.js';
import { fitText } from '../fit-text.js';
import { seriesStyle } from './series-style.js';

const SIZE = 3;
const SAMPLE = 9;
const ROW = 4.8;
const GAP = 5;
const LONGEST = 46;

/** A legend and how high it stands. */
export interface Legend {
  readonly marks: readonly Mark[];
  readonly height: number;
}

/** Names each line beside a sample of it, in as many rows as it takes; one line needs no name. */
export function layLegend(series: readonly Series[], left: number, measure: Measure): Legend {
  if (series.length < 2) return { marks: [], height: 0 };
  let x = left;
  let row = 0;
  const marks = series.flatMap(({ label }, nth) => {
    const text = fitText(label, LONGEST, SIZE, measure);
    const width = SAMPLE + 1.5 + measure(text, SIZE);
    if (x > left && x + width > WIDTH) {
      x = left;
      row += 1;
    }
    const at = x;
    x += width + GAP;
    return entry(text, nth, at, (row + 0.5) * ROW);
  });
  return { marks, height: (row + 1) * ROW + 1 };
}

function entry(text: string, nth: number, x: number, middle: number): readonly Mark[] {
  const { pen, point } = seriesStyle(nth);
  const ends = [
    { x, y: middle },
    { x: x + SAMPLE, y: middle },
  ];
  return [
    { kind: 'line', points: ends, pen },
    point({ x: x + SAMPLE / 2, y: middle }),
    {
      kind: 'words',
      x: x + SAMPLE + 1.5,
      y: middle + SIZE * FOOT,
      text,
      size: SIZE,
      anchor: 'start',
      fill: INK,
    },
  ];
}
