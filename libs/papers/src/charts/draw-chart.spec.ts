import { describe, expect, it } from '@jest/globals';
import type { Chart } from '@risk/domain';
import { Typeface } from '../fonts/typeface.js';
import { barsOf, networkOf, trendOf } from '../testing/charts.js';
import { drawChart, layChart } from './draw-chart.js';
import { DOTS_PER_MM } from './rasterise.js';
import { svgOf } from './svg-of.js';

const CHARTS: readonly (readonly [string, Chart])[] = [
  ['bars', barsOf(3, 0, 12)],
  ['a trend', trendOf([1, null, 3], [2, 2, 2])],
  ['relations', networkOf(3, 2)],
  ['nothing', barsOf()],
];

/** Width and height as the head of a PNG has them. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const head = Buffer.from(png);
  return [head.readUInt32BE(16), head.readUInt32BE(20)];
}

describe.each(CHARTS)('a picture of %s', (_, chart) => {
  it('is a PNG of twice the dots that a screen has', async () => {
    const { png, width, height } = await drawChart(chart);
    expect(Buffer.from(png.subarray(0, 8)).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
    expect(sizeOf(png)).toEqual([width * DOTS_PER_MM, height * DOTS_PER_MM]);
    expect(width).toBe(156);
  });

  it('has the same bytes each time', async () => {
    const [first, again] = await Promise.all([drawChart(chart), drawChart(chart)]);
    expect(Buffer.from(first.png).equals(Buffer.from(again.png))).toBe(true);
  });

  it('holds outlines only, so that no font is looked for', () => {
    const typeface = new Typeface('noto-sans-sc', 400);
    const svg = svgOf(
      layChart(chart, (text, size) => typeface.width(text, size)),
      typeface,
    );
    expect(svg).not.toMatch(/<text|font/);
  });
});

it('odd characters are drawn, not refused', async () => {
  const labels = ['<b>&"', '\ud800', '\u0000', '😀𠀀', '\u202e', ''];
  const bars = labels.map((label) => ({ label, value: 1 }));
  const { png } = await drawChart({ kind: 'bars', title: '', unit: '<&>', bars });
  expect(png.length).toBeGreaterThan(1000);
});
