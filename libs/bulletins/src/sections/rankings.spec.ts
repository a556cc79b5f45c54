import { describe, expect, it } from '@jest/globals';
import type { Complained, Riser } from '../source.js';
import { linesOf } from '../testing/a-dossier.js';
import { aComplained, aRiser, aYield, writtenOf } from '../testing/fixed-source.js';
import { complained } from './complained.js';
import { risers } from './risers.js';
import { yields } from './yields.js';

describe('who rose fastest', () => {
  it.each<[string, Partial<Riser>, string]>([
    ['from an index', {}, '1 | 甲投资 | 区划431002 | 40.0 | 55.5 | 15.5 | 黄色'],
    ['from nowhere', { before: null }, '1 | 甲投资 | 区划431002 | — | 55.5 | 55.5 | 黄色'],
    ['by just a point', { before: 40, after: 41 }, '| 40.0 | 41.0 | 1.0 |'],
    ['named after a person', { entityName: '<张三>店' }, '1 | ［隐去］店 |'],
  ])('%s', async (_what, more, row) => {
    const { blocks, named, isQuiet } = await writtenOf(risers, { risers: [aRiser(more)] });
    expect(linesOf({ blocks })[1]).toContain(row);
    expect([named.length, isQuiet]).toEqual([1, false]);
  });

  it.each<[string, Riser[]]>([
    ['nobody', []],
    ['somebody by less than a point', [aRiser({ before: 40, after: 40.99 })]],
    ['somebody who is known now, with next to nothing', [aRiser({ before: null, after: 0.9 })]],
    ['somebody who fell', [aRiser({ before: 60 })]],
  ])('is said to be nobody when it is %s', async (_what, all) => {
    const { blocks, named, isQuiet } = await writtenOf(risers, { risers: all });
    expect(linesOf({ blocks })).toEqual(['本期没有主体的指数上升 1 分以上。']);
    expect([named, isQuiet]).toEqual([[], true]);
  });

  it('is numbered without those left out', async () => {
    const all = [aRiser(), aRiser({ before: 55 }), aRiser({ entityName: '乙' })];
    expect(linesOf(await writtenOf(risers, { risers: all })).slice(1)).toEqual([
      expect.stringMatching(/^1 \| 甲投资/),
      expect.stringMatching(/^2 \| 乙/),
    ]);
  });
});

describe('promised returns', () => {
  it('stand with where they were promised, and are for checking only', async () => {
    const { blocks, isQuiet } = await writtenOf(yields, { yields: [aYield()] });
    expect(linesOf({ blocks }).slice(1)).toEqual([
      '1 | 甲投资 | 区划431002 | 18.26% | 广告监测·来源ads | 11-25 07:30',
      '年化由文中说法折算，仅供核实参考。',
    ]);
    expect(isQuiet).toBe(false);
  });

  it('below the threshold are none', async () => {
    const { blocks, isQuiet } = await writtenOf(yields, { yields: [aYield({ percent: 9.9 })] });
    expect(linesOf({ blocks })).toEqual([
      '本期接收的广告和登记信息中，没有承诺年化 10% 以上收益的。',
    ]);
    expect(isQuiet).toBe(true);
  });
});

describe('who is complained of', () => {
  const few = (count: number): Complained[] =>
    Array.from({ length: count }, (_, nth) =>
      aComplained({ entityName: `少数${nth}`, complaints: 40, complainants: 4 }),
    );

  it('by enough people is named with both counts', async () => {
    const { blocks, named, figures } = await writtenOf(complained, { complained: [aComplained()] });
    expect(linesOf({ blocks })[1]).toBe('1 | 甲投资 | 区划431002 | 9 | 6');
    expect(named).toEqual([{ entityId: '7', name: '甲投资' }]);
    expect(figures).toEqual([{ label: '被5人以上投诉的主体', value: '1' }]);
  });

  it.each<[number, string]>([
    [1, '另有主体投诉人数少于5，共 少于5 家，为保护举报人不列名。'],
    [4, '另有主体投诉人数少于5，共 少于5 家，为保护举报人不列名。'],
    [5, '另有主体投诉人数少于5，共 5 家，为保护举报人不列名。'],
  ])('by few people, however often, is not named: %i of them', async (count, words) => {
    const { blocks, named, figures, isQuiet } = await writtenOf(complained, {
      complained: few(count),
    });
    expect(linesOf({ blocks })).toEqual(['本期没有被 5 人以上投诉的主体。', words]);
    expect(JSON.stringify([blocks, figures])).not.toMatch(/少数|40/);
    expect([named, isQuiet]).toEqual([[], false]);
  });

  it('by just enough people is named', async () => {
    const lines = linesOf(
      await writtenOf(complained, { complained: [aComplained({ complainants: 5 }), ...few(1)] }),
    );
    expect(lines[1]).toMatch(/^1 \| 甲投资.*\| 5$/);
    expect(lines[2]).toContain('少于5 家');
  });

  it('is nobody', async () => {
    const { blocks, isQuiet } = await writtenOf(complained);
    expect(linesOf({ blocks })).toEqual(['本期没有被 5 人以上投诉的主体。']);
    expect(isQuiet).toBe(true);
  });

  it('is ten at most; all of them are counted', async () => {
    const all = Array<Complained>(12).fill(aComplained());
    const { blocks, figures } = await writtenOf(complained, { complained: all });
    expect(linesOf({ blocks })).toHaveLength(11);
    expect(figures[0]?.value).toBe('12');
  });
});
