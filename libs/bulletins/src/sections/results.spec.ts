import { describe, expect, it } from '@jest/globals';
import type { HandOverLine, OutcomeLine } from '../source.js';
import { at, linesOf } from '../testing/a-dossier.js';
import { aHandOver, anOutcome, writtenOf } from '../testing/fixed-source.js';
import { results } from './results.js';

describe('hand-overs and outcomes', () => {
  it('are none', async () => {
    const { blocks, figures, isQuiet, lead } = await writtenOf(results);
    expect(linesOf({ blocks })).toEqual(['本期没有移送，也没有新的处置结果。']);
    expect([figures.map(({ value }) => value), isQuiet, lead]).toEqual([['0', '0'], true, null]);
  });

  it('are counted by verdict', async () => {
    const outcomes = [anOutcome({ verdict: 'refuted' }), anOutcome(), anOutcome()];
    const answers = { handOvers: [aHandOver()], outcomes };
    const { lead, figures, named, isQuiet } = await writtenOf(results, answers);
    expect(lead).toMatch(/^移送公安 1 件；处置结果：.+ \d 件、.+ \d 件。$/);
    expect(figures).toEqual([
      { label: '移送公安', value: '1' },
      { label: '处置结果', value: '3' },
    ]);
    expect(named).toHaveLength(4);
    expect(isQuiet).toBe(false);
  });

  it('answered now but made before are told and not counted', async () => {
    const before = aHandOver({ at: at('2026-11-20T10:00'), answer: 'filed' });
    const { lead, blocks } = await writtenOf(results, { handOvers: [before] });
    expect(lead).toBe('移送公安 0 件。');
    expect(linesOf({ blocks }).at(-1)).toBe(
      '甲投资 | 区划431002 | 单位jrb | 单位gaj | 11-20 10:00 | 已立案',
    );
  });

  it.each<[HandOverLine['answer'], string]>([
    [null, '尚无'],
    ['filed', '已立案'],
    ['declined', '不予立案'],
    ['material', '要求补充材料'],
  ])('answered %s', async (answer, words) => {
    const { blocks } = await writtenOf(results, { handOvers: [aHandOver({ answer })] });
    expect(linesOf({ blocks }).at(-1)).toMatch(new RegExp(`\\| ${words}$`));
  });

  it.each<[string, Partial<OutcomeLine>, string]>([
    ['all is known', {}, '| 非法集资 | 123.45 万元 | 40 | 11-25 07:30'],
    ['little is known', { scheme: null, losses: null, people: null }, '| — | — | — | 11-25 07:30'],
    ['there was no loss', { losses: 0, people: 0 }, '| 0 万元 | 0 |'],
    ['it is a person', { entityName: '<王某>' }, '［隐去］ |'],
  ])('of which %s', async (_what, more, row) => {
    const { blocks } = await writtenOf(results, { outcomes: [anOutcome(more)] });
    expect(linesOf({ blocks }).at(-1)).toContain(row);
  });

  it('of which there are many are counted', async () => {
    const answers = { outcomes: Array(22).fill(anOutcome()) as OutcomeLine[] };
    const { blocks, named } = await writtenOf(results, answers);
    expect(linesOf({ blocks }).at(-1)).toContain('另有 2 件');
    expect(named).toHaveLength(20);
  });
});
