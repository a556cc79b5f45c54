import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDoors, type OpenDoors } from '../testing/open-doors.js';

let doors: OpenDoors;
beforeEach(async () => {
  doors = await openDoors();
});
afterEach(() => doors.close());

const post = (path: string, body: unknown) =>
  doors.ask(path, { method: 'POST', body: JSON.stringify(body) });
const SECRET = '张三丰反映保本高息';

describe('GET /api/rules', () => {
  it('lists the rules in force with their figures', async () => {
    const { json } = await doors.ask('/api/rules?sort=-records');
    expect(json).toMatchObject({
      ...{ total: 1, next: null, isSample: false },
      rows: [{ id: 'CP-WITHDRAW', records: 12, precision: { confirmed: 2, low: 0.15 } }],
    });
  });

  it.each([
    ['q=提现', 1],
    ['q=防范和处置', 1],
    ['q=停水', 0],
    ['feed=complaint&dimension=complaint', 1],
    ['feed=entity', 0],
    ['scheme=pyramid-selling', 0],
  ])('finds by %s', async (query, total) => {
    expect((await doors.ask(`/api/rules?${query}`)).json).toMatchObject({ total });
  });

  it.each([
    ['feed=letters', 'feed'],
    ['sort=colour', 'sort'],
    ['colour=red', 'colour'],
  ])('refuses %s', async (query, named) => {
    const { status, text } = await doors.ask(`/api/rules?${query}`);
    expect([status, text.includes(named)]).toEqual([422, true]);
  });

  it('saves the list as a workbook', async () => {
    const { status, headers } = await doors.ask('/api/rules/export?q=提现');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('spreadsheetml');
  });

  it('tells one rule, and of none that is not there', async () => {
    expect((await doors.ask('/api/rules/CP-WITHDRAW')).json).toMatchObject({
      ...{ id: 'CP-WITHDRAW', records: 12, history: [], yaml: { when: '{}' } },
    });
    expect((await doors.ask('/api/rules/CP-NONE')).status).toBe(404);
  });
});

describe('GET /api/lexicon', () => {
  it.each([
    ['', ['cannot-pay', 'allow:allow:0'], []],
    ['q=提现', ['cannot-pay'], ['无法提现']],
    ['q=融资擔保', ['allow:allow:0'], ['非融资担保服务']],
    ['kind=allow', ['allow:allow:0'], []],
    ['scheme=illegal-fundraising', ['cannot-pay'], []],
  ])('finds by %s, by a part of a word however it is written', async (query, ids, matched) => {
    const { json } = await doors.ask(`/api/lexicon?${query}`);
    const { rows } = json as { rows: { id: string; matched: string[] }[] };
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(rows.flatMap((row) => row.matched)).toEqual(matched);
  });

  it('tells the words of a list, and saves all as a workbook', async () => {
    expect((await doors.ask('/api/lexicon/cannot-pay')).json).toMatchObject({
      words: [{ term: '无法提现' }, { term: '停止兑付' }],
    });
    expect((await doors.ask('/api/lexicon/none')).status).toBe(404);
    expect((await doors.ask('/api/lexicon/export')).status).toBe(200);
  });
});

describe('POST /api/try', () => {
  it('answers with what the text comes to, beside another edition when asked', async () => {
    const text = { feed: 'complaint', text: SECRET };
    expect((await post('/api/try', { text })).json).toMatchObject({
      ...{ inForce: { tier: 'none' }, other: null },
    });
    const both = await post('/api/try', { text, edition: '3' });
    expect(both.json).toMatchObject({ other: { tier: 'none' } });
  });

  it('leaves that somebody tried on the trail, and nothing of the text anywhere', async () => {
    await post('/api/try', { text: { feed: 'complaint', text: SECRET } });
    await post('/api/try', { text: { feed: 'complaint', text: SECRET, colour: 'red' } });
    await post('/api/try', { text: { feed: 'complaint', text: SECRET.repeat(5000) } });
    const lines: unknown[] = [];
    for await (const line of doors.house.auditTrail.stream('0')) lines.push(line);
    const kept = JSON.stringify([lines, doors.house.log.lines]);
    expect(kept).toContain('rules.try');
    expect(kept).not.toContain(SECRET.slice(0, 3));
  });

  it.each([
    ['another feed', { feed: 'letter', text: '甲' }],
    ['no text', { feed: 'complaint' }],
    ['too much text', { feed: 'complaint', text: '甲'.repeat(20_001) }],
    ['a field of another feed', { feed: 'complaint', text: '甲', businessScope: '乙' }],
  ])('refuses %s', async (_says, text) => {
    expect((await post('/api/try', { text })).status).toBe(422);
  });
});

describe('drafts in the making', () => {
  const CHANGES = { base: '1', words: [{ list: 'cannot-pay', add: ['跑路'], remove: [] }] };

  it('are checked and kept nowhere', async () => {
    expect((await post('/api/drafts/check', CHANGES)).json).toMatchObject({ problems: [] });
    expect((await doors.ask('/api/editions')).json).toMatchObject({ total: 0 });
  });

  it('are kept as a draft in the name of whoever is signed in', async () => {
    const wish = { ...CHANGES, title: '补词', because: '新的名目', by: '张三' };
    expect(await post('/api/drafts', wish)).toMatchObject({
      ...{ status: 201, json: { stage: 'draft', draftedBy: '张三' } },
    });
    const life = await doors.ask('/api/editions/1/life?by=张三');
    expect(life.json).toMatchObject({
      steps: [{ title: '起草', by: '张三', isUrgent: false }],
      urgent: expect.stringContaining('不能是同一人'),
    });
  });

  it.each([
    ['without a title', { title: ' ' }],
    ['without a reason', { because: '' }],
    ['of no edition', { base: 'x' }],
  ])('are refused %s', async (_says, more) => {
    const wish = { ...CHANGES, title: '补词', because: '新的名目', ...more };
    expect((await post('/api/drafts', wish)).status).toBe(422);
  });
});

describe('a backtest from the screen', () => {
  it('is started, followed and read', async () => {
    await post('/api/drafts', { base: '1', title: '补词', because: '新的名目', by: '张三' });
    expect((await doors.ask('/api/editions/1/backtest')).json).toEqual({ job: null, last: null });
    const started = await post('/api/editions/1/backtest/start', { because: '看看', by: '张三' });
    expect(started).toMatchObject({ status: 202, json: { state: 'running' } });
    await doors.house.editions.jobs.idle();
    const { json } = await doors.ask('/api/editions/1/backtest');
    expect(json).toMatchObject({ job: { state: 'done', by: '张三' } });
    expect((await doors.ask('/api/editions/1/backtest/changes?change=new')).status).toBe(200);
    expect((await doors.ask('/api/editions/1/backtest/changes?change=x')).status).toBe(422);
    expect((await doors.ask('/api/editions/1/difference')).json).toMatchObject({ rules: [] });
    expect((await doors.ask('/api/editions/9/difference')).status).toBe(404);
  });
});
