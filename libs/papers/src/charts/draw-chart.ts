import type { Chart } from '@risk/domain';
import { assertNever } from '@risk/kit';
import type { Typeface } from '../fonts/typeface.js';
import { layBars } from './bars.js';
import type { Drawing, Measure } from './drawing.js';
import { layNetwork } from './network/lay-network.js';
import { rasterise } from './rasterise.js';
import { svgOf } from './svg-of.js';
import { layTrend } from './trend/lay-trend.js';

/** A drawn picture and how large it stands on paper; the type area is 156 mm wide. */
export interface Picture {
  readonly png: Uint8Array;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
}

/** Draws a chart; the same chart always gives the same bytes. */
export async function drawChart(chart: Chart): Promise<Picture> {
  const typeface = await sans();
  const drawing = layChart(chart, (text, size) => typeface.width(text, size));
  const png = await rasterise(svgOf(drawing, typeface));
  return { png, width: drawing.width, height: drawing.height };
}

/** Where everything of a chart stands; the title stands under the picture and is not part of it. */
export function layChart(chart: Chart, measure: Measure): Drawing {
  const { width, height, marks } = laid(chart, measure);
  return { width, height: Math.ceil(height), marks };
}

function laid(chart: Chart, measure: Measure): Drawing {
  switch (chart.kind) {
    case 'bars':
      return layBars(chart, measure);
    case 'trend':
      return layTrend(chart, measure);
    case 'network':
      return layNetwork(chart, measure);
    default:
      return assertNever(chart);
  }
}

let face: Promise<Typeface> | undefined;

/** Opened with the first chart: reading the typeface takes longer than starting the house. */
const sans = (): Promise<Typeface> =>
  (face ??= import('../fonts/typeface.js').then((fonts) =>
    fonts.openTypeface('noto-sans-sc', 400),
  ));
