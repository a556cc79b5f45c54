import { describe, expect, it } from '@jest/globals';
import type { LedgerLine } from '@risk/cases';
import { inOrder, LEDGER_ORDERS } from './ledger-order.js';

const NONE = { owed: 0, inTime: 0, late: 0, overdue: 0, pending: 0 };
const line = (name: string, received: number, late: number, hours: number | null): LedgerLine => ({
  ...{ unit: name, name, received, confirmed: 0, refuted: 0 },
  duties: { acknowledge: NONE, answer: { ...NONE, late }, receipt: NONE, task: NONE, follow: NONE },
  medianHours: { acknowledge: null, answer: hours, receipt: null, task: null, follow: null },
});
const LINES = [line('乙局', 3, 0, null), line('甲局', 9, 2, 4.5), line('丙局', 3, 1, 0.5)];
const names = (order: string | null) => inOrder(LINES, order).map(({ name }) => name);

describe('a ledger stands', () => {
  it.each<[string | null, string[]]>([
    [null, ['乙局', '甲局', '丙局']],
    ['name', ['丙局', '甲局', '乙局']],
    ['-name', ['乙局', '甲局', '丙局']],
    ['-received', ['甲局', '乙局', '丙局']],
    ['received', ['乙局', '丙局', '甲局']],
    ['-answer-late', ['甲局', '丙局', '乙局']],
    ['answer-hours', ['乙局', '丙局', '甲局']],
    ['-answer-hours', ['甲局', '丙局', '乙局']],
  ])('by %s: %j', (order, expected) => {
    expect(names(order)).toEqual(expected);
  });

  it('by every figure that it has, and by nothing else', () => {
    for (const order of LEDGER_ORDERS) expect(new Set(names(order)).size).toBe(3);
    for (const odd of ['colour', '--name', 'answer-', 'toString'])
      expect(() => names(odd)).toThrow(`不能按“${odd}”排序`);
  });
});
