import { describe, expect, it } from '@jest/globals';
import { compilePreset, type CompiledPreset } from './compile-preset.js';
import { choosePreset } from './choose-preset.js';
import { mapRow, rowReason } from './map-row.js';
import { parseEnvelope } from './parse-envelope.js';
import { presetSchema } from './preset-schema.js';
import { placeValue, pathOf, valueAt } from './place-value.js';
import type { Row } from './row-draft.js';
import { sourceBookOf } from './source-book.js';

const preset = (columns: unknown[], more: object = {}): CompiledPreset =>
  compilePreset(
    presetSchema.parse({
      name: 'p',
      title: '表',
      feed: 'complaint',
      keys: [['编号']],
      columns,
      ...more,
    }),
  );

const BASE = [
  { from: ['编号', 'NO'], to: 'sourceId' },
  { from: ['内容'], to: 'text' },
  { from: ['时间'], to: 'occurredAt' },
];
const ROW = { 编号: 'A1', 内容: '正文', 时间: '2026-03-04 09:30' };
const SOURCE = { name: 's', regionCode: null };
const map = (columns: unknown[], row: Row, more: object = {}) =>
  mapRow(preset([...BASE, ...columns], more), { ...ROW, ...row }, { source: SOURCE });
const payload = (columns: unknown[], row: Row): unknown => {
  const mapped = map(columns, row);
  if (mapped.kind === 'refused') throw new Error(rowReason(mapped.issues));
  return mapped.value['payload'];
};
const reason = (columns: unknown[], row: Row): string => {
  const mapped = map(columns, row);
  return mapped.kind === 'refused' ? rowReason(mapped.issues) : '';
};

describe('a row becomes an envelope', () => {
  it('with id, moment and payload', () => {
    expect(map([], {})).toEqual({
      kind: 'mapped',
      value: {
        source: 's',
        sourceId: 'A1',
        occurredAt: '2026-03-04T01:30:00.000Z',
        payload: { text: '正文' },
      },
      remarks: [],
    });
  });

  it('and keeps what no column takes under its own header', () => {
    expect(payload([], { 办结期限: '5天', 备注: '', title: '不是标题' })).toEqual({
      text: '正文',
      columns: { 办结期限: '5天', title: '不是标题' },
    });
  });

  it.each<[string, unknown[], Row, object]>([
    [
      'the first filled column wins',
      [
        { from: ['甲'], to: 'title' },
        { from: ['乙'], to: 'title' },
      ],
      { 甲: '无', 乙: '二' },
      { title: '二' },
    ],
    [
      'append joins once',
      [{ from: ['甲'], to: 'text', append: true }],
      { 甲: '要求退款' },
      { text: '正文；要求退款' },
    ],
    [
      'append does not repeat',
      [{ from: ['甲'], to: 'text', append: true }],
      { 甲: '正文' },
      { text: '正文' },
    ],
    [
      'lists grow',
      [{ from: ['甲'], to: 'targets[].name', split: true }],
      { 甲: '一公司、二公司' },
      { targets: [{ name: '一公司' }, { name: '二公司' }] },
    ],
    [
      'parts of one target meet',
      [
        { from: ['甲'], to: 'targets[0].name' },
        { from: ['乙'], to: 'targets[0].phone' },
      ],
      { 甲: '一公司', 乙: 13800000000 },
      { targets: [{ name: '一公司', phone: '13800000000' }] },
    ],
    [
      'codes are translated',
      [{ from: ['甲'], to: 'channel', codes: { 来信: 'letter' } }],
      { 甲: '来信' },
      { channel: 'letter' },
    ],
    [
      'other codes fall back',
      [{ from: ['甲'], to: 'channel', codes: { 来信: 'letter' }, otherwise: 'web' }],
      { 甲: '网' },
      { channel: 'web' },
    ],
    [
      '万元 is multiplied',
      [{ from: ['金额'], to: 'amount', unit: 'wan' }],
      { 金额: '3.5' },
      { amount: 35_000 },
    ],
    [
      'the header’s own unit wins',
      [{ from: ['金额'], to: 'amount', unit: 'wan' }],
      { '金额（元）': '35000' },
      { amount: 35_000 },
    ],
    [
      'a cell may state its unit',
      [{ from: ['金额'], to: 'amount', unit: 'stated' }],
      { 金额: '3万元' },
      { amount: 30_000 },
    ],
    [
      'tags and decoys go',
      [{ from: ['甲'], to: 'title', as: 'html' }],
      { 甲: '<span class="dp">假</span><b>真</b>' },
      { title: '真' },
    ],
    [
      'a serial day is a date',
      [{ from: ['甲'], to: 'on', as: 'day' }],
      { 甲: 43831 },
      { on: '2020-01-01' },
    ],
    ['secrecy is a flag', [{ from: ['甲'], to: 'secret' }], { 甲: '是' }, { secret: true }],
  ])('%s', (_what, columns, row, expected) => {
    expect(payload(columns, row)).toEqual({ text: '正文', ...expected });
  });

  it('puts a person into the reporter and nowhere else', () => {
    const columns = [
      { from: ['姓名'], to: 'reporter.name', vault: true },
      { from: ['住址'], vault: true },
    ];
    expect(payload(columns, { 姓名: '赵某', 住址: '某路' })).toEqual({
      text: '正文',
      reporter: { name: '赵某' },
    });
  });

  it('lets an unnamed identity column not pass the parser', () => {
    const { value } = map([], { 身份证号码: '431002000000000000', 求助人员: '钱某' });
    const book = sourceBookOf([
      {
        ...SOURCE,
        feed: 'complaint',
        title: '',
        preset: null,
        sample: false,
        expectEveryMs: null,
        workingDaysOnly: false,
        table: null,
      },
    ]);
    const outcome = parseEnvelope('complaint', value, book);
    expect(outcome).toMatchObject({
      kind: 'record',
      reporter: { name: '钱某', idNumber: '431002000000000000' },
    });
    expect(JSON.stringify(outcome.kind === 'record' && outcome.record)).not.toMatch(
      /钱某|4310020000/,
    );
  });
});

describe('ids, times, operations, links', () => {
  it('join the declared key columns by any of their aliases', () => {
    const p = preset(
      [
        { from: ['内容'], to: 'text' },
        { from: ['甲', 'A'], to: 'x' },
      ],
      { keys: [['没有'], ['甲', '乙']], fallbackOccurredAt: '2026-01-01T00:00:00+08:00' },
    );
    expect(mapRow(p, { A: '1', 乙: '2', 内容: '正文' }, { source: SOURCE }).value).toMatchObject({
      sourceId: '1:2',
      occurredAt: '2026-01-01T00:00:00+08:00',
    });
  });

  it('fall back on the content of the row, the same for the same row', () => {
    const p = preset([{ from: ['内容'], to: 'text' }], { keys: [], idPrefix: 'x' });
    const id = (row: Row): unknown =>
      mapRow(p, row, { source: SOURCE, occurredAt: '2026-01-01T00:00:00Z' }).value['sourceId'];
    expect(id({ 内容: '甲' })).toMatch(/^x:row-[0-9a-f]{32}$/);
    expect(id({ 内容: '甲' })).toBe(id({ 内容: '甲' }));
    expect(id({ 内容: '甲' })).not.toBe(id({ 内容: '乙' }));
  });

  it.each([
    [
      'the row',
      { 时间: '2026-03-04' },
      { fallbackOccurredAt: '2025-01-01T00:00:00Z' },
      '2026-03-03T16:00:00.000Z',
    ],
    [
      'else the preset',
      { 时间: '' },
      { fallbackOccurredAt: '2025-01-01T00:00:00Z' },
      '2025-01-01T00:00:00Z',
    ],
    ['else the file', { 时间: '9999-12-31' }, {}, '2024-01-01T00:00:00Z'],
  ])('happened when %s says', (_what, row, more, expected) => {
    const context = { source: SOURCE, occurredAt: '2024-01-01T00:00:00Z' };
    const mapped = mapRow(preset(BASE, more), { ...ROW, ...row }, context);
    expect(mapped.value['occurredAt']).toBe(expected);
  });

  it('keep the id of a piece that is sent again with a new status', () => {
    expect(map([], { 状态: '办理中' }).value['sourceId']).toBe(
      map([], { 状态: '已办结' }).value['sourceId'],
    );
  });

  it.each([
    ['D', 'withdraw'],
    ['delete', 'withdraw'],
    ['删除', 'withdraw'],
    ['U', undefined],
    ['I', undefined],
  ])('operation %s', (op, expected) => {
    expect(map([{ from: ['OP'], to: 'operation' }], { OP: op }).value['operation']).toBe(expected);
  });

  it('withdraws also where the text is gone', () => {
    expect(map([{ from: ['OP'], to: 'operation' }], { OP: 'D', 内容: '' }).kind).toBe('mapped');
  });

  it('link repeated pieces', () => {
    expect(
      map([{ from: ['关联'], to: 'related[]', split: true }], { 关联: 'A0、B7' }).value['related'],
    ).toEqual(['A0', 'B7']);
    expect(map([{ from: ['关联'], to: 'related' }], { 关联: 'A0' }).value['related']).toEqual([
      'A0',
    ]);
  });

  it('take the source’s region where the row names none', () => {
    const mapped = mapRow(preset(BASE), ROW, { source: { name: 's', regionCode: '431002' } });
    expect(mapped.value['payload']).toMatchObject({ regionCode: '431002' });
  });
});

describe('a row that cannot be used says so by column', () => {
  it.each<[string, unknown[], Row, RegExp]>([
    ['no text', [], { 内容: '-' }, /列“内容”缺少内容/],
    ['no time', [], { 时间: '' }, /列“时间”缺少发生时间/],
    ['no date', [], { 时间: '昨天' }, /列“时间”不是日期：“昨天”/],
    ['a required cell', [{ from: ['甲'], to: 'title', require: 'cell' }], {}, /列“甲”必填而为空/],
    [
      'scientific notation',
      [{ from: ['电话'], to: 'targets[0].phone' }],
      { 电话: '1.38E+10' },
      /列“电话”是科学计数法或超长数字，位数已丢失/,
    ],
    ['a swollen number as id', [], { 编号: 431002199001011234 }, /列“编号”是科学计数法或超长数字/],
    [
      'somebody else’s row',
      [{ from: ['类别'], to: 'kind', reject: { values: ['自然人'], because: '为自然人' } }],
      { 类别: '自然人' },
      /列“类别”为自然人/,
    ],
  ])('%s', (_what, columns, row, words) => {
    expect(reason(columns, row)).toMatch(words);
  });

  it('carries its reason, its source and none of its cells to the dead letters', () => {
    const mapped = map([{ from: ['姓名'], to: 'reporter.name', vault: true }], {
      时间: '昨天',
      姓名: '赵某',
    });
    expect(mapped.value).toEqual({
      source: 's',
      sourceId: 'A1',
      unusableRow: '列“时间”不是日期：“昨天”',
    });
  });
});

describe('what is odd but forgivable is remarked and left out', () => {
  it.each<[string, unknown, Row, string]>([
    [
      'another currency',
      { from: ['金额'], to: 'amount', unit: 'yuan' },
      { 金额: '9万美元' },
      '不是人民币金额',
    ],
    [
      'no unit at all',
      { from: ['金额'], to: 'amount', unit: 'stated' },
      { 金额: '900' },
      '没有写明单位',
    ],
    [
      'an unlisted code',
      { from: ['渠道'], to: 'channel', codes: { 甲: 'web' } },
      { 渠道: '丙' },
      '代码“丙”不在对照表中',
    ],
  ])('%s', (_what, column, row, words) => {
    const mapped = map([column], row);
    expect(mapped).toMatchObject({
      kind: 'mapped',
      remarks: [{ message: expect.stringContaining(words) }],
    });
    expect(mapped.value['payload']).toEqual({ text: '正文', columns: row });
  });
});

describe('choosing a preset by headers', () => {
  const one = preset(
    [
      { from: ['甲', 'A'], to: 'text', require: 'header' },
      { from: ['乙'], to: 'title' },
    ],
    { name: 'one' },
  );
  const two = preset(
    [
      { from: ['甲'], to: 'text' },
      { from: ['丙'], to: 'title' },
      { from: ['丁'], to: 'x' },
    ],
    { name: 'two' },
  );

  it('ranks by understood, telling and served columns', () => {
    const [best, next] = choosePreset(['A', '乙', '备注'], [two, one]);
    expect(best).toMatchObject({
      preset: { name: 'one' },
      unmapped: ['备注'],
      missing: [],
      mapped: [
        { header: 'A', to: 'text' },
        { header: '乙', to: 'title' },
      ],
    });
    expect(next).toBeUndefined();
  });

  it('names what is missing', () => {
    expect(choosePreset(['乙'], [one])[0]?.missing).toEqual(['甲']);
    expect(choosePreset(['丙'], [two])[0]?.missing).toEqual(['甲']);
  });
});

describe('paths', () => {
  it('build what they name', () => {
    const made: Record<string, unknown> = {};
    placeValue(made, pathOf('a.b[0].c'), 1);
    placeValue(made, pathOf('a.b[0].d'), 2);
    placeValue(made, pathOf('list[]'), 'x');
    placeValue(made, pathOf('list[]'), 'y');
    expect(made).toEqual({ a: { b: [{ c: 1, d: 2 }] }, list: ['x', 'y'] });
    expect(valueAt(made, pathOf('a.b[0].d'))).toBe(2);
    expect(valueAt(made, pathOf('list[]'))).toBeUndefined();
    expect(valueAt(made, pathOf('z.b'))).toBeUndefined();
  });
});
