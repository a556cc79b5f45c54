import { describe, expect, it } from '@jest/globals';
import { at, linesOf } from '../testing/a-dossier.js';
import { aDailyAsk, FixedLedgers, FixedMeasures, writtenOf } from '../testing/fixed-source.js';
import { ledger, measures } from './measures.js';

const OCTOBER = aDailyAsk({
  kind: 'monthly',
  span: { since: at('2026-10-01T00:00'), until: at('2026-11-01T00:00') },
});

describe('measures', () => {
  it('are asked of the days of the span, the last one included, and stand as they are', async () => {
    const outcomes = new FixedMeasures([{ label: '准确率', value: '82.4%（17/20）' }]);
    const { blocks, figures } = await writtenOf(measures, {}, OCTOBER, { outcomes });
    expect(outcomes.asked).toEqual([{ from: '2026-10-01', to: '2026-10-31' }]);
    expect(linesOf({ blocks })).toEqual([
      '指标 | 数值',
      '准确率 | 82.4%（17/20）',
      '按本期提出的预警、截至期末已知的处置结果计算；尚无结果的不计入。',
    ]);
    expect(figures).toEqual([{ label: '准确率', value: '82.4%（17/20）' }]);
  });
});

describe('the ledger', () => {
  const head = ['单位', ...Array.from({ length: 9 }, (_, nth) => `列${nth + 1}`)];
  const table = {
    head,
    rows: [['市委金融办', 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    notes: ['期限非法定。'],
  };

  it('shows what fits on paper, and all of it in the annex', async () => {
    const ledgers = new FixedLedgers(table);
    const { blocks, sheets, isQuiet } = await writtenOf(ledger, {}, OCTOBER, { ledgers });
    expect(linesOf({ blocks })).toEqual([
      '单位 | 列1 | 列2 | 列3 | 列4 | 列5 | 列6',
      '市委金融办 | 1 | 2 | 3 | 4 | 5 | 6',
      '期限非法定。',
    ]);
    expect(sheets).toEqual([{ name: '履职台账', head, rows: table.rows }]);
    expect(isQuiet).toBe(false);
  });

  it('is empty', async () => {
    const { blocks, sheets, isQuiet } = await writtenOf(ledger, {}, OCTOBER);
    expect(linesOf({ blocks })).toEqual(['本期没有单位应办的事项。']);
    expect([sheets, isQuiet]).toEqual([[], true]);
  });

  it.each([
    ['the city', { kind: 'city' } as const, null],
    ['a unit', { kind: 'unit', code: 'gaj' } as const, 'gaj'],
  ])('of %s is asked of those it concerns', async (_what, scope, unit) => {
    const ledgers = new FixedLedgers();
    await writtenOf(ledger, {}, { ...OCTOBER, scope }, { ledgers });
    expect(ledgers.asked).toEqual([unit]);
  });
});
