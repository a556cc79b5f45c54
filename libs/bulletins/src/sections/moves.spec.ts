import { describe, expect, it } from '@jest/globals';
import { linesOf } from '../testing/a-dossier.js';
import { aMove, writtenOf } from '../testing/fixed-source.js';
import { moves } from './moves.js';

const UP = aMove();
const DOWN = aMove({ from: 'red', to: 'blue', byPerson: true, entityName: '<李某>工作室' });

describe('moves of tiers', () => {
  it('are told upwards and downwards, by whom and when', async () => {
    const { blocks, lead, figures, isQuiet } = await writtenOf(moves, { moves: [DOWN, UP] });
    expect(linesOf({ blocks })).toEqual([
      '等级上调 1 件、下调 1 件（下调均由人工作出）。',
      '# 上调',
      '主体 | 属地 | 等级 | 由谁作出 | 时间 | 预警编号',
      '甲投资 | 区划431002 | 黄色 → 红色 | 模型 | 11-25 07:30 | 31',
      '# 下调',
      '主体 | 属地 | 等级 | 由谁作出 | 时间 | 预警编号',
      '［隐去］工作室 | 区划431002 | 红色 → 蓝色 | 人工 | 11-25 07:30 | 31',
    ]);
    expect([lead, isQuiet]).toEqual(['等级上调 1 件、下调 1 件（下调均由人工作出）。', false]);
    expect(figures.map(({ value }) => value)).toEqual(['1', '1']);
  });

  it.each([
    ['there are none', []],
    ['a person confirmed what the model said', [aMove({ from: 'red', to: 'red' })]],
  ])('are quiet when %s', async (_what, all) => {
    const { blocks, lead, figures, isQuiet } = await writtenOf(moves, { moves: all });
    expect(linesOf({ blocks })).toEqual(['本期没有等级变动。']);
    expect([lead, isQuiet]).toEqual([null, true]);
    expect(figures).toEqual([
      { label: '等级上调', value: '0' },
      { label: '等级下调', value: '0' },
    ]);
  });

  it('in one direction have no heading for the other', async () => {
    const lines = linesOf(await writtenOf(moves, { moves: [UP] }));
    expect(lines).toContain('# 上调');
    expect(lines).not.toContain('# 下调');
  });

  it('of which there are many are counted', async () => {
    const lines = linesOf(await writtenOf(moves, { moves: Array(23).fill(UP) }));
    expect(lines.filter((line) => line.startsWith('甲投资'))).toHaveLength(20);
    expect(lines.at(-1)).toContain('另有 3 件');
    expect(lines[0]).toContain('上调 23 件');
  });
});
