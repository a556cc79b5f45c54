import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { compilePresets, type PresetBook } from '../check-sources.js';
import { matchPreset } from '../choose-preset.js';
import { mapRow } from '../map-row.js';
import { personalTarget } from './personal-headers.js';
import { shownValue } from './shown-value.js';
import { targetIn } from './target-in.js';
import { DROPPED, KEPT, targetsOf } from './targets.js';
import { withChoices, type MappingChoices } from './with-choices.js';

let presets: PresetBook;
beforeAll(() => {
  const content: unknown = parse(readFileSync('config/presets.yaml', 'utf8'));
  presets = compilePresets({ name: 'presets.yaml', content });
});

const SOURCE = { name: 'complaint-ledger', regionCode: null };
const preset = (name = 'complaint-chinese') => presets.get(name)!;
const mapped = (row: Record<string, unknown>, choices: MappingChoices) =>
  mapRow(withChoices(preset(), choices), row, { source: SOURCE, occurredAt: '2026-11-01' }).value;

describe('a preset with what people chose', () => {
  it('sends a column where it was told, and leaves the others where they went', () => {
    const row = { 编号: 'A', 内容: '甲', 说明: '乙', 金额万: '3' };
    expect(mapped(row, { 说明: 'title', 金额万: 'amount:wan' })).toMatchObject({
      ...{ sourceId: 'A', payload: { text: '甲', title: '乙', amount: 30000 } },
    });
  });

  it('lets another column be what must be there', () => {
    const { missing } = matchPreset(['诉求'], withChoices(preset(), { 诉求: 'text' }));
    expect(missing).toEqual([]);
    expect(mapped({ 诉求: '甲' }, { 诉求: 'text' })).toMatchObject({ payload: { text: '甲' } });
    expect(matchPreset(['内容'], withChoices(preset(), { 内容: KEPT })).missing).toEqual(['内容']);
  });

  it('reads a chosen column as the preset reads such a one', () => {
    const row = { 内容: '甲', 从哪里来: '网格员', 要保密: '是' };
    expect(mapped(row, { 从哪里来: 'channel', 要保密: 'secret' })).toMatchObject({
      payload: { channel: 'grid', secret: true },
    });
  });

  it('keeps a column as it came, or not at all', () => {
    const row = { 内容: '甲', 标题: '乙', 住址: '某路 1 号' };
    expect(mapped(row, { 标题: KEPT, 住址: DROPPED })).toMatchObject({
      payload: { text: '甲', columns: { 标题: '乙' } },
    });
    expect(JSON.stringify(mapped(row, { 住址: DROPPED }))).not.toContain('某路');
  });

  it('puts who reported apart, whatever the column is called', () => {
    const value = mapped({ 内容: '甲', 老乡: '王某' }, { 老乡: 'reporter.name' });
    expect(value).toMatchObject({ payload: { reporter: { name: '王某' } } });
    expect(value).not.toHaveProperty('payload.columns');
  });

  it('says of each column where it goes, and of each target what it is', () => {
    const codes = ['内容', '举报人', '编号', '没见过'].map((header) => targetIn(preset(), header));
    expect(codes).toEqual(['text', 'reporter.name', 'sourceId', KEPT]);
    for (const one of presets.values()) {
      const targets = targetsOf(one.feed, one.columns);
      const known = new Set(targets.map(({ code }) => code));
      expect([one.name, targets.length]).toEqual([one.name, known.size]);
      for (const { from } of one.columns)
        for (const header of from) expect(known).toContain(targetIn(one, header));
      expect(targets.filter(({ title }) => title === '')).toEqual([]);
    }
  });
});

describe('a column that speaks of a person', () => {
  it.each([
    ['举报人', 'reporter.name'],
    ['举报人姓名', 'reporter.name'],
    ['来电人', 'reporter.name'],
    ['联系人', 'reporter.name'],
    ['姓名', 'reporter.name'],
    ['举报人电话', 'reporter.phone'],
    ['联系电话', 'reporter.phone'],
    ['手机号码', 'reporter.phone'],
    ['反映人手机', 'reporter.phone'],
    ['身份证号码', 'reporter.idNumber'],
    ['举报人证件号', 'reporter.idNumber'],
    ['被举报人', null],
    ['被反映人电话', null],
    ['投诉内容', null],
    ['举报时间', null],
    ['举报编号', null],
    ['企业名称', null],
    ['企业电话', null],
    ['备注', null],
  ])('%s goes to %s', (header, code) => {
    expect(personalTarget('complaint', header)).toBe(code);
  });

  it.each([
    ['身份证号', DROPPED],
    ['联系电话', null],
    ['法定代表人', null],
  ])('%s of a registration goes to %s', (header, code) => {
    expect(personalTarget('registration', header)).toBe(code);
  });
});

describe('what an envelope holds at a target', () => {
  const envelope = {
    ...{ sourceId: 'A', occurredAt: '2026-11-01' },
    payload: {
      ...{ text: '甲', amount: 3, secret: true, phones: ['1', '2'] },
      ...{ targets: [{ name: '乙' }, { name: '丙' }], shareholders: [{ name: '丁' }, {}] },
    },
  };
  it.each([
    ['sourceId', 'A'],
    ['text', '甲'],
    ['amount:wan', '3'],
    ['secret', '是'],
    ['phones[]', '1；2'],
    ['targets[0].name', '乙'],
    ['targets[].name', '乙；丙'],
    ['shareholders[].name', '丁；'],
    ['industry.code', ''],
  ])('%s: %s', (code, text) => {
    expect(shownValue(envelope, code)).toBe(text);
  });
});
