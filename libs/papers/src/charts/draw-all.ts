import type { Chart, Paper } from '@risk/domain';
import { drawChart, type Picture } from './draw-chart.js';

/** A paper is set as a document and as a mail: what was drawn for one is drawn for the other, too. */
const drawn = new WeakMap<Chart, Picture>();

/** Draws every chart of a paper, each once. */
export async function drawAll(paper: Paper): Promise<ReadonlyMap<Chart, Picture>> {
  const charts = paper.body.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
  const pictures = await Promise.all(
    charts.map(async (chart) => [chart, await pictureOf(chart)] as const),
  );
  return new Map(pictures);
}

async function pictureOf(chart: Chart): Promise<Picture> {
  const known = drawn.get(chart);
  if (known) return known;
  const picture = await drawChart(chart);
  drawn.set(chart, picture);
  return picture;
}
