import { describe, expect, it } from '@jest/globals';
import type { OutcomeReport, Precision } from '@risk/cases';
import { reportFigures, reportTable } from './say-outcomes.js';

const NOTHING: Precision = {
  value: null,
  n: 0,
  low: 0,
  high: 1,
  alerts: 0,
  confirmed: 0,
  refuted: 0,
  undecided: 0,
};
const SHARE = { value: null, n: 0, low: 0, high: 1, hits: 0, unknown: 0, undecided: 0 };
const LEAD = {
  median: null,
  lowerQuartile: null,
  upperQuartile: null,
  n: 0,
  negative: 0,
  unknown: 0,
  missed: 0,
};

const report = (more: Partial<OutcomeReport> = {}): OutcomeReport => ({
  period: { from: '2026-01-01', to: '2026-06-30' },
  alerts: 0,
  byPerson: 0,
  overall: NOTHING,
  parts: [],
  tiers: [],
  settled: SHARE,
  small: SHARE,
  alertsPerConfirmedCase: null,
  confirmedCases: 0,
  leadTime: LEAD,
  ...more,
});

const FULL = report({
  alerts: 7,
  byPerson: 1,
  overall: {
    value: 2 / 3,
    n: 3,
    low: 0.2077,
    high: 0.9385,
    alerts: 7,
    confirmed: 2,
    refuted: 1,
    undecided: 4,
  },
  parts: [{ ...NOTHING, engine: 'rules', code: 'AD-GUARANTEE', alerts: 4, undecided: 4 }],
  tiers: [{ ...NOTHING, tier: 'red', alerts: 4, confirmed: 2, n: 2, value: 1, undecided: 2 }],
  settled: { ...SHARE, value: 0.8, n: 5, hits: 4, low: 0.38, high: 0.96, unknown: 2, undecided: 9 },
  small: { ...SHARE, value: 0.5, n: 2, hits: 1, unknown: 3 },
  alertsPerConfirmedCase: 3.5,
  confirmedCases: 2,
  leadTime: {
    ...LEAD,
    median: 30,
    lowerQuartile: -4,
    upperQuartile: 64,
    n: 2,
    negative: 1,
    unknown: 5,
    missed: 6,
  },
});

describe('the figures', () => {
  it('stand one a line, each with what it rests on', () => {
    expect(reportFigures(FULL)).toEqual([
      { figure: 'alerts', value: 7, byPerson: 1, from: '2026-01-01', to: '2026-06-30' },
      expect.objectContaining({ figure: 'precision', value: 0.6667, n: 3, low: 0.2077 }),
      expect.objectContaining({ figure: 'precision', engine: 'rules', code: 'AD-GUARANTEE' }),
      expect.objectContaining({ figure: 'precision', tier: 'red', value: 1, n: 2 }),
      expect.objectContaining({ figure: 'settled-administratively', value: 0.8, n: 5, unknown: 2 }),
      expect.objectContaining({ figure: 'under-ten-million-and-hundred', value: 0.5, n: 2 }),
      { figure: 'alerts-per-confirmed-case', value: 3.5, n: 2 },
      expect.objectContaining({
        figure: 'lead-time-days',
        value: 30,
        n: 2,
        negative: 1,
        missed: 6,
      }),
    ]);
  });
});

describe('the table', () => {
  it('says what is known', () => {
    const text = reportTable(FULL).join('\n');
    expect(text).toContain('另有人工提出的 1 件，不计入');
    expect(text).toMatch(
      /全部 +预警 +7 +查实 +2 +排除 +1 +未定 +4 +查准率 67%（n=3，95% 区间 21%–94%）/,
    );
    expect(text).toMatch(/规则 AD-GUARANTEE .*尚无查实或排除的/);
    expect(text).toContain('每查实一案的预警数　3.5（查实 2 案）');
    expect(text).toMatch(/红色预警 .*查准率 100%/);
    expect(text).toContain('行政化解率　80%（n=5，95% 区间 38%–96%）');
    expect(text).toContain('查实而不知道怎样处置的 2 案，未计入');
    expect(text).toContain('千万百人以下占比　50%');
    expect(text).toContain('不知道损失或人数的 3 案，未计入');
    expect(text).toContain('中位 30 天（四分位 -4 至 64，n=2）');
    expect(text).toContain('暴露之后才预警的 1 案');
    expect(text).toContain('不知道暴露日期的 5 案');
    expect(text).toContain('查实而从未预警的 6 案');
  });

  it('says what is not known', () => {
    const text = reportTable(report()).join('\n');
    expect(text).toContain('还没有查实的');
    expect(text).toContain('没有既有预警又有暴露日期的');
    expect(text).toContain('行政化解率　不知道：还没有已知怎样处置的');
    expect(text).toContain('千万百人以下占比　不知道：');
    expect(text).not.toMatch(/0 案|NaN|null/);
  });
});
