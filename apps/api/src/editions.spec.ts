import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours } from '@risk/kit';
import { openDoors, type OpenDoors } from './testing/open-doors.js';

let doors: OpenDoors;
beforeEach(async () => {
  doors = await openDoors();
});
afterEach(() => doors.close());

const post = (path: string, body: unknown) =>
  doors.ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
const detailOf = ({ json }: { json: unknown }): string => (json as { detail: string }).detail;

const DRAFT = {
  title: '收紧高息',
  by: '张三',
  because: '近期高息广告增多',
  rules: { 'rules/a.yaml': 'rules: []' },
  scoring: 'tiers: {}',
};
const step = { by: '李四', because: '复核无误' };

describe('POST /api/editions', () => {
  it('takes a draft and shows it with its book', async () => {
    const drafted = await post('/api/editions', DRAFT);
    expect(drafted).toMatchObject({
      status: 201,
      json: { id: '1', stage: 'draft', draftedBy: '张三' },
    });
    expect(await doors.ask('/api/editions')).toMatchObject({ json: { rows: [{ id: '1' }] } });
    expect(await doors.ask('/api/editions/1')).toMatchObject({
      json: { book: { rules: [{ name: 'rules/a.yaml', content: { rules: [] } }] } },
    });
  });

  it.each<[string, object, string]>([
    ['without a reason', { because: '' }, 'because'],
    ['without rules', { rules: undefined }, 'rules'],
    ['with a key nobody knows', { colour: 'red' }, 'colour'],
    ['with a file of another kind', { rules: { 'a.txt': 'x' } }, '.yaml'],
    ['that is no YAML', { rules: { 'a.yaml': 'a: [' } }, 'a.yaml 第 1 行'],
    ['whose examples fail', { rules: { 'a.yaml': 'bad' } }, '例子与规则不符'],
  ])('refuses one %s', async (_name, more, says) => {
    const refused = await post('/api/editions', { ...DRAFT, ...more });
    expect(refused.status).toBe(422);
    expect(detailOf(refused)).toContain(says);
  });

  it('asks for scoring while none is in force', async () => {
    const { scoring: _none, ...draft } = DRAFT;
    expect(await post('/api/editions', draft)).toMatchObject({ status: 404 });
  });
});

describe('the steps of an edition', () => {
  beforeEach(async () => {
    await post('/api/editions', DRAFT);
  });

  it('are taken one after another, and scoring in force is taken along', async () => {
    const tested = await post('/api/editions/1/backtest', { ...step, from: '2026-01-01' });
    expect(tested).toMatchObject({
      status: 200,
      json: {
        edition: { stage: 'tested' },
        report: { codes: { 甲: { base: 1 } }, period: { from: '2025-12-31T16:00:00.000Z' } },
      },
    });
    expect(await post('/api/editions/1/shadow', step)).toMatchObject({ json: { stage: 'shadow' } });
    doors.house.clock.advance(hours(25));
    expect(await post('/api/editions/1/publish', step)).toMatchObject({
      json: { stage: 'in-force' },
    });
    const { scoring: _none, ...draft } = DRAFT;
    const next = await post('/api/editions', { ...draft, rules: { 'b.yaml': 'rules: []' } });
    expect(next).toMatchObject({ status: 201, json: { scoring: 'scoring.yaml', rules: 'b.yaml' } });
  });

  it.each<[string, object, number, string]>([
    ['publish', step, 409, '还没有回测'],
    ['publish', { by: '李四' }, 422, 'because'],
    ['celebrate', step, 404, '没有步骤'],
    ['backtest', { ...step, from: '昨天' }, 422, 'from'],
  ])('%s %j is refused', async (name, body, status, says) => {
    const refused = await post(`/api/editions/1/${name}`, body);
    expect(refused.status).toBe(status);
    expect(detailOf(refused)).toContain(says);
  });

  it('of one that does not exist are not found', async () => {
    expect(await post('/api/editions/9/shadow', step)).toMatchObject({ status: 404 });
    expect(await doors.ask('/api/editions/9')).toMatchObject({ status: 404 });
    expect(await doors.ask('/api/editions/x/shadow')).toMatchObject({ status: 404 });
  });

  it('are shown on a page with what the shadow saw', async () => {
    const { status, text } = await doors.ask('/editions');
    expect(status).toBe(200);
    for (const words of [
      '收紧高息',
      '草稿',
      '张三：近期高息广告增多',
      '甲公司',
      '黄色预警（44.0）',
    ])
      expect(text).toContain(words);
    expect(await doors.ask('/api/editions/1/shadow')).toMatchObject({
      json: { progress: { records: 12 }, differences: [{ name: '甲公司' }] },
    });
  });
});
