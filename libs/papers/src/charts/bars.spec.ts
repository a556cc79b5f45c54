import { describe, expect, it } from '@jest/globals';
import { TIERS } from '@risk/domain';
import fc from 'fast-check';
import { barsOf, roughly, wordsIn } from '../testing/charts.js';
import { layBars } from './bars.js';
import { PLAIN, TIER_COLOURS } from './colours.js';
import { areaOf, WIDTH, type Area } from './drawing.js';

const boxesOf = (...values: readonly number[]) =>
  layBars(barsOf(...values), roughly).marks.filter((mark) => mark.kind === 'box');

const isWithin = ({ x, y, width, height }: Area, sheet: { width: number; height: number }) =>
  x >= 0 && y >= 0 && x + width <= sheet.width + 0.01 && y + height <= sheet.height + 0.01;

describe('bars', () => {
  it('are as long as their values are large', () => {
    const [ten, five] = boxesOf(10, 5);
    expect(five!.width).toBeCloseTo(ten!.width / 2);
  });

  it.each([
    ['nought', 0, '0'],
    ['less than nought', -3, '-3'],
    ['no number', NaN, '—'],
  ])('of %s have no length, but their value is written', (_, value, written) => {
    expect(boxesOf(4, value)).toHaveLength(1);
    expect(wordsIn(layBars(barsOf(4, value), roughly)).map(({ text }) => text)).toContain(written);
  });

  it('of little are still to be seen beside a very long one', () => {
    expect(boxesOf(1_000_000, 1).at(-1)!.width).toBeGreaterThan(0.2);
  });

  it.each(TIERS.map((tier) => [tier]))('of tier %s bear its colour', (tier) => {
    const chart = { ...barsOf(), bars: [{ label: '甲', value: 1, tier }] };
    expect(layBars(chart, roughly).marks).toContainEqual(
      expect.objectContaining({ kind: 'box', fill: TIER_COLOURS[tier] }),
    );
  });

  it('without a tier are all of one colour', () => {
    expect(new Set(boxesOf(1, 2, 3).map(({ fill }) => fill))).toEqual(new Set([PLAIN]));
  });

  it('with long labels show their beginning', () => {
    const label = '湘南高新技术产业园区管理委员会筹备工作领导小组办公室';
    const texts = wordsIn(layBars({ ...barsOf(), bars: [{ label, value: 1 }] }, roughly));
    expect(texts.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^湘南高新.*…$/));
  });

  it('that are none say so', () => {
    expect(wordsIn(layBars(barsOf(), roughly)).map(({ text }) => text)).toEqual(['没有数据']);
  });

  it('stay within the picture, whatever they hold', () => {
    const bar = fc.record({
      label: fc.string({ maxLength: 60 }),
      value: fc.oneof(fc.integer(), fc.double(), fc.nat(100)),
    });
    fc.assert(
      fc.property(
        fc.array(bar, { minLength: 1, maxLength: 40 }),
        fc.string({ maxLength: 4 }),
        (bars, unit) => {
          const drawing = layBars({ kind: 'bars', title: '', unit, bars }, roughly);
          const areas = drawing.marks.flatMap((mark): readonly Area[] => {
            if (mark.kind === 'box') return [mark];
            return mark.kind === 'words' ? [areaOf(mark, roughly)] : [];
          });
          expect(drawing.width).toBe(WIDTH);
          expect(areas.filter((area) => !isWithin(area, drawing))).toEqual([]);
        },
      ),
    );
  });
});
