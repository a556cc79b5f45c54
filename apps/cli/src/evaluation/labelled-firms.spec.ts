import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compilePresets } from '@risk/intake';
import { parse } from 'yaml';
import type { FirmRecord } from './index-firm.js';
import { measureFirms } from './labelled-firms.js';

const presets = compilePresets({
  name: 'presets.yaml',
  content: parse(readFileSync('config/presets.yaml', 'utf8')) as unknown,
});
const tiers = { red: 80, orange: 60, yellow: 40, blue: 20 };

/** Measures invented rows; keeps what reached the index and scores a firm by its records. */
function measured(rows: readonly Record<string, unknown>[]) {
  const seen: { records: readonly FirmRecord[]; at: Date }[] = [];
  const indexFirm = (records: readonly FirmRecord[], at: Date): number => {
    seen.push({ records, at });
    return 10 * records.length;
  };
  const figures = measureFirms(rows, { indexFirm, presets, tiers });
  return { seen, figure: (name: string) => figures.find((f) => f.figure === name) };
}

const row = (over: Record<string, unknown>) => ({
  id: 'a1',
  illegalFundraising: 0,
  yearReports: [],
  tax: [],
  news: [],
  other: [],
  ...over,
});

describe('a row of the labelled firms', () => {
  it('becomes year reports as an import makes them, due in the June after', () => {
    const { seen } = measured([
      row({
        yearReports: [
          { ANCHEYEAR: '2018.0', EMPNUM: '3.0', FORINVESTSIGN: '1.0', STOCKTRANSIGN: '2.0' },
        ],
      }),
    ]);
    expect(seen[0]?.records).toMatchObject([
      {
        occurredAt: new Date('2019-06-30T00:00:00+08:00'),
        payload: {
          event: 'annual-report',
          name: 'a1',
          annualReport: {
            year: '2018',
            employees: 3,
            investsOutside: '是',
            equityTransferred: '否',
          },
        },
      },
    ]);
  });

  it('has one report a year, the later one', () => {
    const report = (employees: string) => ({ ANCHEYEAR: '2018.0', EMPNUM: employees });
    const { seen } = measured([row({ yearReports: [report('3.0'), report('5.0')] })]);
    expect(seen[0]?.records).toMatchObject([{ payload: { annualReport: { employees: 5 } } }]);
  });

  it('counts judgments, news by tone and late fees at the newest moment of the set', () => {
    const { seen } = measured([
      row({
        other: [{ brand_num: '2.0' }, { legal_judgment_num: '4.0' }],
        news: [
          { positive_negtive: '消极', public_date: '2019-12-04' },
          { positive_negtive: '积极', public_date: '5小时前' },
        ],
        tax: [{ TAX_ITEMS: '加收滞纳金' }, { TAX_ITEMS: '购销合同' }],
      }),
      row({ id: 'a2', news: [{ positive_negtive: '中立', public_date: '2020-02-28' }] }),
    ]);
    expect(seen[0]?.at).toEqual(new Date('2020-02-28T00:00:00+08:00'));
    expect(seen[0]?.records).toMatchObject([
      {
        occurredAt: seen[0]?.at,
        payload: {
          court: { judgments: 4 },
          news: { total: 2, negative: 1 },
          tax: { lateFees: 1 },
        },
      },
    ]);
  });

  it('is no record when it tells nothing', () => {
    expect(measured([row({})]).seen[0]?.records).toEqual([]);
  });
});

describe('the figures of the labelled firms', () => {
  const report = (year: number) => ({ ANCHEYEAR: `${year}.0`, EMPNUM: '1.0' });
  const rows = [
    row({ illegalFundraising: 1, yearReports: [report(2017), report(2018)] }),
    row({ id: 'a2', yearReports: [report(2018)] }),
    row({ id: 'a3', illegalFundraising: 1 }),
  ];

  it.each([
    ['auc-with-year-report', 1, 2],
    ['auc-all-rows', 0.5, 3],
    ['blue-or-higher-per-1000', 1000 / 3, 3],
  ])('%s', (name, value, n) => {
    expect(measured(rows).figure(name)).toMatchObject({ value, n });
  });
});

describe('a folder without the preset', () => {
  it('is named', () => {
    const bench = { indexFirm: () => 0, presets: new Map(), tiers };
    const rows = [row({ yearReports: [{ ANCHEYEAR: '2018.0' }] })];
    expect(() => measureFirms(rows, bench)).toThrow('没有预设“annual-report”');
  });
});
