import { describe, expect, it } from '@jest/globals';
import type { OverdueDuty } from '../source.js';
import { at, linesOf } from '../testing/a-dossier.js';
import { anOverdue, anOwing, writtenOf } from '../testing/fixed-source.js';
import { owing } from './owing.js';

const LATE = anOwing({ unit: 'gaj', overdue: 2, overdueSince: at('2026-11-20T18:00') });

describe('who owes something', () => {
  it('is nobody', async () => {
    const { blocks, figures, isQuiet, lead } = await writtenOf(owing);
    expect(linesOf({ blocks })).toEqual(['截至2026年11月25日8时30分，没有待办事项。']);
    expect([figures.map(({ value }) => value), isQuiet, lead]).toEqual([['0', '0'], true, null]);
  });

  it('is late with nothing', async () => {
    const { blocks, lead, sheets } = await writtenOf(owing, { owing: [anOwing()] });
    expect(lead).toBe('截至2026年11月25日8时30分，待签收 2 件；没有逾期。');
    expect(linesOf({ blocks })[2]).toBe('单位jrb | 2 | 1 | 0 | —');
    expect(linesOf({ blocks })).not.toContain('# 逾期事项');
    expect(sheets).toEqual([]);
  });

  it('stands in the order of what is overdue, equal ones by their code', async () => {
    const units = [anOwing({ unit: 'b' }), anOwing({ unit: 'a' }), LATE];
    const { blocks, lead, figures } = await writtenOf(owing, { owing: units });
    expect(lead).toContain('待签收 6 件；逾期 2 项，涉及 1 个单位。');
    expect(linesOf({ blocks }).slice(2, 5)).toEqual([
      '单位gaj | 2 | 1 | 2 | 11-20 18:00',
      '单位a | 2 | 1 | 0 | —',
      '单位b | 2 | 1 | 0 | —',
    ]);
    expect(figures).toEqual([
      { label: '待签收', value: '6' },
      { label: '逾期未办', value: '2' },
    ]);
  });

  it('is told that the deadlines are local', async () => {
    expect(linesOf(await writtenOf(owing, { owing: [anOwing()] })).at(-1)).toBe(
      '时限为本地默认，非法定；已批准暂停计时的不算逾期。',
    );
  });
});

describe('what is overdue', () => {
  it.each<[string, Partial<OverdueDuty>, string]>([
    ['of an alert', {}, '单位jrb | 签收 | 甲投资（红色） | 11-25 07:30 | —'],
    ['carried up', { rung: 2 }, '| 2 级'],
    [
      'of a meeting',
      { kind: 'task', entityName: null, alertId: null, tier: null },
      '| 会议交办 | 会议交办事项 |',
    ],
    ['of a firm without tier', { tier: null }, '| 甲投资 |'],
    ['of a person', { entityName: '<王某>' }, '| ［隐去］（红色） |'],
  ])('%s', async (_what, more, row) => {
    const answers = { owing: [LATE], overdue: [anOverdue(more)] };
    const lines = linesOf(await writtenOf(owing, answers));
    expect(lines[lines.indexOf('# 逾期事项') + 2]).toContain(row);
  });

  it('is told in a handful of rows, the rest stands in the annex', async () => {
    const answers = {
      owing: [{ ...LATE, overdue: 21 }],
      overdue: Array(21).fill(anOverdue()) as OverdueDuty[],
    };
    const { blocks, sheets } = await writtenOf(owing, answers);
    const lines = linesOf({ blocks });
    expect(lines.filter((line) => line.includes('| 签收 |'))).toHaveLength(5);
    expect(lines).toContain('另有 16 件未在正文逐条列出，见附件。');
    expect(sheets[0]?.rows).toHaveLength(21);
    expect(sheets[0]?.rows[0]).toEqual([
      ...['单位jrb', '签收', '甲投资（红色）', '2026-11-25 07:30', 0, '31'],
    ]);
  });
});
