import { describe, expect, it } from '@jest/globals';
import type { EntityHistory } from '../api/entity-parts.js';
import { historyChart } from './history-chart.js';

const HISTORY: EntityHistory = {
  points: [
    { at: '2026-11-01T01:00:00.000Z', score: 20, tier: 'none' },
    { at: '2026-11-02T01:00:00.000Z', score: 80, tier: 'red' },
  ],
  events: [
    { kind: 'record', at: '2026-11-01T00:30:00.000Z', feed: 'complaint', recordId: '1' },
    { kind: 'record', at: '2026-11-01T02:00:00.000Z', feed: 'complaint', recordId: '2' },
    { kind: 'tier', at: '2026-11-02T02:00:00.000Z', tier: 'blue', by: '张某', because: '轻' },
  ],
  cuts: { red: 75, orange: 60, yellow: 40, blue: 25 },
  isCut: false,
};
const NOW = '2026-11-03T01:00:00.000Z';

interface Drawn {
  readonly name: string;
  readonly data: readonly { readonly value: readonly number[]; readonly name: string }[];
  readonly markArea?: {
    readonly data: readonly [{ name: string; yAxis: number }, { yAxis: number }][];
  };
  readonly markLine?: object;
}
const drawn = (history = HISTORY, asOf: string | null = null): Drawn[] =>
  historyChart(history, NOW, asOf).series as Drawn[];

describe('the picture of an index over time', () => {
  it('goes on from the last point until now', () => {
    const line = drawn()[0]?.data as unknown as number[][];
    expect(line.map(([, score]) => score)).toEqual([20, 80, 80]);
  });

  it('names each tier on its band', () => {
    const bands = drawn()[0]?.markArea?.data.map(([from, to]) => [from.name, from.yAxis, to.yAxis]);
    expect(bands).toEqual([
      ['蓝色', 25, 40],
      ['黄色', 40, 60],
      ['橙色', 60, 75],
      ['红色', 75, 100],
    ]);
  });

  it('draws no band that no score can reach, and none where no cuts are known', () => {
    const cuts = { red: 101, orange: 60, yellow: 40, blue: 25 };
    const bands = drawn({ ...HISTORY, cuts })[0]?.markArea?.data.map(([{ name }, { yAxis }]) => [
      name,
      yAxis,
    ]);
    expect(bands?.[bands.length - 1]).toEqual(['橙色', 100]);
    expect(drawn({ ...HISTORY, cuts: null })[0]?.markArea).toBeUndefined();
  });

  it('marks what happened where the index stood then, the same of one day once', () => {
    const marks = drawn()
      .slice(1)
      .map(({ name, data }) => [name, data.map(({ name: hint, value }) => [hint, value[1]])]);
    expect(marks).toEqual([
      ['预警', []],
      ['人工判断', [['2026-11-02 10:00\n人工定为蓝色', 80]]],
      ['归并、改规则', []],
      ['记录', [['2026-11-01 10:00\n收到投诉举报 2 次', 20]]],
    ]);
  });

  it('shows which day is looked back to', () => {
    expect(drawn()[0]?.markLine).toBeUndefined();
    expect(drawn(HISTORY, '2026-11-01')[0]?.markLine).toMatchObject({
      label: { formatter: '2026-11-01' },
    });
  });
});
