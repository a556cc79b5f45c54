import { describe, expect, it } from '@jest/globals';
import type { Block, Chart } from '@risk/domain';
import type { AlertLine } from '../source.js';
import { linesOf } from '../testing/a-dossier.js';
import { aDailyAsk, anAlertLine, writtenOf, type FixedAnswers } from '../testing/fixed-source.js';
import { alerts } from './alerts.js';

const said = (raised: readonly AlertLine[], more: Partial<FixedAnswers> = {}, ask = aDailyAsk()) =>
  writtenOf(alerts, { raised, ...more }, ask);

const chartsOf = (blocks: readonly Block[]): Chart[] =>
  blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
const barsOf = (blocks: readonly Block[], title: string): unknown[] =>
  chartsOf(blocks).flatMap((chart) =>
    chart.kind === 'bars' && chart.title === title
      ? chart.bars.map(({ label, value }) => [label, value])
      : [],
  );

/** The row of the only alert on paper. */
const rowOf = async (alert: AlertLine): Promise<string> => {
  const lines = linesOf(await said([alert]));
  return lines.find((line) => line.startsWith('1 | ')) ?? '';
};

describe('no alert', () => {
  it('is said, and that this does not mean no risk', async () => {
    const { blocks, lead, figures, sheets, isQuiet } = await said([]);
    expect(linesOf({ blocks })[0]).toBe('本期没有新增预警。没有预警不等于没有风险。');
    expect([lead, sheets, isQuiet]).toEqual(['本期没有新增预警。', [], true]);
    expect(figures).toEqual([{ label: '新增预警', value: '0' }]);
  });
});

describe('counts', () => {
  const raised = [
    anAlertLine({ tier: 'red', scheme: 'pyramid-selling', regionCode: '431003' }),
    anAlertLine({ tier: 'orange' }),
    anAlertLine({ tier: 'orange', scheme: 'none', regionCode: null }),
    anAlertLine({ tier: 'blue' }),
  ];

  it('by tier', async () => {
    const { lead, blocks, figures } = await said(raised);
    expect(lead).toBe('新增预警 4 件：红色 1 件、橙色 2 件、蓝色 1 件。');
    expect(linesOf({ blocks })[0]).toBe(lead);
    expect(figures).toEqual([{ label: '新增预警', value: '4' }]);
    expect(barsOf(blocks, '新增预警按等级')).toEqual([
      ['红色', 1],
      ['橙色', 2],
      ['黄色', 0],
      ['蓝色', 1],
    ]);
  });

  it('by region, the most first and equal ones always in one order', async () => {
    const { blocks } = await said(raised);
    const bars = [
      ['区划431002', 2],
      ['区划431003', 1],
      ['属地不明', 1],
    ];
    expect(barsOf(blocks, '新增预警按属地')).toEqual(bars);
    const { blocks: turned } = await said([...raised].reverse());
    expect(barsOf(turned, '新增预警按属地')).toEqual(bars);
  });

  it('not by region where there is only one', async () => {
    const ask = aDailyAsk({ scope: { kind: 'region', code: '431002' } });
    const { blocks } = await said(raised, {}, ask);
    expect(barsOf(blocks, '新增预警按属地')).toEqual([]);
  });

  it('by scheme and tier', async () => {
    expect(linesOf(await said(raised))).toEqual(
      expect.arrayContaining([
        '疑似类型 | 红色 | 橙色 | 黄色 | 蓝色 | 合计',
        '非法集资 | 0 | 1 | 0 | 1 | 2',
        '传销 | 1 | 0 | 0 | 0 | 1',
        '类型待定 | 0 | 1 | 0 | 0 | 1',
      ]),
    );
  });

  it('of each day of a trend, the urgent ones apart', async () => {
    const trend = [
      { day: '2026-11-24', raised: { red: 1, orange: 2, blue: 4 } },
      { day: '2026-11-25', raised: {} },
    ];
    const { blocks } = await said([], { trend });
    expect(chartsOf(blocks)).toMatchObject([
      { axis: ['11-24', '11-25'], series: [{ values: [3, 0] }, { values: [4, 0] }] },
    ]);
  });

  it('say when people lowered all of them since', async () => {
    expect((await said([anAlertLine({ tier: 'none' })])).lead).toBe(
      '新增预警 1 件：等级均已下调。',
    );
  });
});

describe('an alert', () => {
  it.each<[string, Partial<AlertLine>, string]>([
    ['by a model', {}, '1 | 橙色 | 甲投资 | 区划431002 | 疑似非法集资 | 广告承诺保本 | 单位jrb'],
    ['by a person', { byPerson: true }, '| 橙色（人工） |'],
    ['that nobody was told of', { lead: null }, '| 未分送'],
    ['of a scheme not known yet', { scheme: 'none' }, '| 类型待定 |'],
    ['of a firm named after a person', { entityName: '<张三>工作室' }, '| ［隐去］工作室 |'],
    ['of nowhere', { regionCode: null }, '| 属地不明 |'],
    ['without reasons', { reasons: [] }, '| 多项指标综合 |'],
  ])('%s', async (_what, more, words) => {
    expect(await rowOf(anAlertLine(more))).toContain(words);
  });

  it('names whom the last gate is to look after', async () => {
    expect((await said([anAlertLine()])).named).toEqual([{ entityId: '7', name: '甲投资' }]);
  });
});

describe('reasons', () => {
  const SECRET = '张大妈说她投了 20 万';
  const reason = (code: string, isPublic: boolean, because = SECRET) => ({
    ...{ code, because, isPublic },
  });

  it.each<[string, AlertLine['reasons'], string]>([
    ['of complaints stand by their title', [reason('CP-WITHDRAW', false)], '反映不能提现'],
    [
      'about the whole stand by their title although public',
      [reason('EN-BOTH', true)],
      '投诉和广告并存',
    ],
    ['of complaints without a title are left out', [reason('CP-OTHER', false)], '多项指标综合'],
    ['about the whole without a title are left out', [reason('EN-OTHER', true)], '多项指标综合'],
    [
      'in public are quoted without people',
      [reason('AD-X', true, '<王某>承诺保本')],
      '［隐去］承诺保本',
    ],
    [
      'that say the same are said once',
      [reason('CP-WITHDRAW', false), reason('CP-WITHDRAW', false, '别的话')],
      '反映不能提现',
    ],
    [
      'are three at most',
      ['甲', '乙', '丙', '丁'].map((word) => reason('AD-X', true, word)),
      '甲；乙；丙',
    ],
  ])('%s', async (_what, reasons, words) => {
    const { blocks, sheets } = await said([anAlertLine({ reasons })]);
    expect(linesOf({ blocks }).find((line) => line.startsWith('1 | '))).toContain(`| ${words} |`);
    expect(sheets[0]?.rows[0]).toContain(words);
    expect(JSON.stringify([blocks, sheets])).not.toContain(SECRET);
  });
});

describe('what does not fit on paper', () => {
  const raised = Array.from({ length: 25 }, (_, nth) => anAlertLine({ alertId: String(nth) }));

  it('is counted, and stands in the annex with the rest', async () => {
    const { blocks, sheets, named } = await said(raised);
    const rows = linesOf({ blocks }).filter((line) => /^\d+ \| 橙色/.test(line));
    expect(rows).toHaveLength(20);
    expect(linesOf({ blocks })).toContain('另有 5 件未在正文逐条列出，见附件。');
    expect(sheets[0]?.rows).toHaveLength(25);
    expect(named).toHaveLength(20);
  });

  it('is told in full only as far as paper and annex reach', async () => {
    const ask = aDailyAsk();
    const short = { ...ask, thresholds: { ...ask.thresholds, annex: 3 } };
    const { blocks, sheets } = await said(raised, {}, short);
    const rows = linesOf({ blocks }).filter((line) => /^\d+ \| 橙色/.test(line));
    expect(rows.filter((row) => row.includes('广告承诺保本'))).toHaveLength(20);
    expect(sheets[0]?.rows).toHaveLength(3);
  });

  it('is nothing when all of it fits', async () => {
    expect(linesOf(await said(raised.slice(0, 20))).join()).not.toContain('另有');
  });

  it('stands in the annex with code, index, stage and time', async () => {
    const { sheets } = await said([anAlertLine()]);
    expect(sheets[0]?.rows).toEqual([
      [
        ...['31', '橙色', '甲投资', '91431000MA4L000017', '区划431002', '疑似非法集资', 72.3],
        ...['广告承诺保本', '单位jrb', expect.any(String), '2026-11-25 07:30'],
      ],
    ]);
    expect(sheets[0]?.head).toHaveLength(11);
  });
});
