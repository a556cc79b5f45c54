import type { Chart, Paper } from '@risk/domain';
import { drawChart, type Picture } from './draw-chart.js';

/** Draws every chart of a paper. */
export async function drawAll(paper: Paper): Promise<ReadonlyMap<Chart, Picture>> {
  const charts = paper.body.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
  const drawn = await Promise.all(
    charts.map(async (chart) => [chart, await drawChart(chart)] as const),
  );
  return new Map(drawn);
}
