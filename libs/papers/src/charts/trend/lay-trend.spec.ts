import { describe, expect, it } from '@jest/globals';
import { roughly, trendOf, wordsIn } from '../../testing/charts.js';
import { areaOf, overlap } from '../drawing.js';
import { layTrend } from './lay-trend.js';
import { seriesStyle } from './series-style.js';
import { labelledPoints, stretches } from './thin-out.js';

const linesOf = (...values: readonly (readonly (number | null)[])[]) =>
  layTrend(trendOf(...values), roughly).marks.filter(
    (mark) => mark.kind === 'line' && mark.pen.width > 0.4,
  );

describe('a line', () => {
  it.each([
    ['goes through all it knows', [1, 2, 3], [[0, 1, 2]]],
    ['has a gap where nothing is known', [1, 2, null, 4], [[0, 1], [3]]],
    ['has nothing where nothing is known at all', [null, null], []],
    ['does not go through what is no number', [1, NaN, 3], [[0], [2]]],
  ])('%s', (_, values, parts) => {
    expect(stretches(values)).toEqual(parts);
  });

  it('is not drawn over a gap', () => {
    expect(linesOf([1, 2, null, 4, 5])).toHaveLength(2);
  });

  it('of one point is a point', () => {
    const marks = layTrend(trendOf([null, 3, null]), roughly).marks;
    expect(marks.filter(({ kind }) => kind === 'disc')).toHaveLength(1);
  });

  it('is told from others without its colour', () => {
    const styles = [0, 1, 2, 3].map((nth) => String(seriesStyle(nth).pen.dashes));
    expect(new Set(styles).size).toBe(4);
  });
});

describe('labels of the axis', () => {
  it.each([
    ['all where there is room', [5, 5, 5], 10, [0, 1, 2]],
    ['every other where there is less', [5, 5, 5, 5], 4, [1, 3]],
    ['the last alone where there is none', [5, 5, 5], 0, [2]],
    ['none of none', [], 10, []],
  ])('%s', (_, widths, pitch, shown) => {
    expect(labelledPoints(widths, pitch, 2)).toEqual(shown);
  });

  it.each([1, 7, 30, 90, 365])('of %i days stand apart', (days) => {
    const words = wordsIn(layTrend(trendOf(Array.from({ length: days }, (_, i) => i)), roughly));
    const areas = words.map((one) => areaOf(one, roughly));
    areas.forEach((area, i) =>
      expect(areas.slice(i + 1).filter((other) => overlap(area, other))).toEqual([]),
    );
  });
});

describe('a legend', () => {
  const textsOf = (...lines: readonly (readonly number[])[]) =>
    wordsIn(layTrend(trendOf(...lines), roughly)).map(({ text }) => text);

  it('names more lines than one', () => {
    expect(textsOf([1, 2], [2, 1])).toEqual(expect.arrayContaining(['来源1', '来源2']));
    expect(textsOf([1, 2])).not.toContain('来源1');
  });
});

it('a trend of nothing says so', () => {
  const empty = { ...trendOf([null]), axis: [] };
  expect(wordsIn(layTrend(empty, roughly)).map(({ text }) => text)).toEqual(['没有数据']);
});
