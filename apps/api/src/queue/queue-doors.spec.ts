import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WHOLE_CITY } from '@risk/domain';
import { Conflict } from '@risk/kit';
import { EVERY_OPEN } from '@risk/store';
import { queueLine, keptView } from '../testing/fake-queue.js';
import { openDoors, type OpenDoors } from '../testing/open-doors.js';

let doors: OpenDoors;
beforeAll(async () => {
  doors = await openDoors();
});
beforeEach(() => {
  const { answers } = doors.house;
  answers.asked.length = 0;
  answers.refusal = null;
  Object.assign(answers.queue, { lines: [queueLine()], versions: [], views: [keptView()] });
  answers.queue.isNameFree = true;
});
afterAll(() => doors.close());

const asked = () => doors.house.answers.asked;
const detailOf = ({ json }: { json: unknown }) => (json as { detail: string }).detail;
const send = (path: string, body: object) =>
  doors.ask(path, { method: 'POST', body: JSON.stringify({ by: '张某', ...body }) });
/** Views are nobody's word: they carry no signature. */
const keep = (path: string, body: object) =>
  doors.ask(path, { method: 'POST', body: JSON.stringify(body) });

describe('a page of the queue', () => {
  it.each<[string, object]>([
    ['', {}],
    ['?tier=red,orange&stage=raised', { tiers: ['red', 'orange'], stages: ['raised'] }],
    ['?tier=red&tier=blue', { tiers: ['red', 'blue'] }],
    ['?whose=mine-or-unassigned&due=overdue', { whose: 'mine-or-unassigned', due: 'overdue' }],
    ['?state=all&hushed=with', { state: 'all', hushed: 'with' }],
    [
      '?scheme=pyramid-selling&region=990001,none',
      { schemes: ['pyramid-selling'], regions: ['990001', 'none'] },
    ],
    ['?unit=market&feed=complaint', { unit: 'market', feed: 'complaint' }],
    ['?words=%E7%94%B2&assignee=%E6%9D%8E%E6%9F%90', { words: '甲', assignee: '李某' }],
    ['?ids=7,8', { ids: ['7', '8'] }],
  ])('%s asks for what it says, within sight', async (query, filter) => {
    expect(await doors.ask(`/api/alerts${query}`)).toMatchObject({ status: 200 });
    expect(asked()).toMatchObject([
      {
        filter: { ...EVERY_OPEN, ...filter },
        asker: { name: '张某', unit: 'office', sight: WHOLE_CITY },
        question: { limit: 50, after: null, sort: 'urgency', isDescending: false },
      },
    ]);
  });

  it.each([
    ['?tier=purple', '预警等级（tier）：只能是'],
    ['?state=gone', 'state'],
    ['?whose=yours', 'whose'],
    ['?due=tomorrow', 'due'],
    ['?ids=x', '只要这些编号（ids）：应为编号'],
    ['?limit=201', 'limit'],
    ['?limit=1&limit=2', 'limit'],
    ['?offset=3', 'offset'],
    ['?sort=name', '按什么排序（sort）：应为 urgency、deadline、raisedAt、changedAt、score 之一'],
    ['?words=', 'words'],
  ])('%s is refused by its field', async (query, words) => {
    const answer = await doors.ask(`/api/alerts${query}`);
    expect([answer.status, detailOf(answer)]).toEqual([422, expect.stringContaining(words)]);
    expect(asked()).toEqual([]);
  });

  it('tells what the asker can do with each', async () => {
    const rowOf = async (line: object, as?: string) => {
      doors.house.answers.queue.lines = [queueLine(line)];
      const cookie =
        as && (await doors.house.people.cookieOf(as, { roles: ['liaison'], unit: 'market' }));
      const answer = await doors.ask(
        '/api/alerts',
        cookie === undefined ? {} : { headers: { cookie } },
      );
      return (answer.json as { rows: { can: string[]; region: string }[] }).rows[0]!;
    };
    expect((await rowOf({})).can).toContain('refuted');
    expect((await rowOf({})).region).toBe('990001');
    expect((await rowOf({ status: 'merged' })).can).toEqual([]);
    expect((await rowOf({ stage: 'closed' })).can).toEqual(['followed', 'noted', 'reopened']);
    expect((await rowOf({ role: 'assist' }, '联络员')).can).toContain('entrusted');
    expect((await rowOf({ role: 'assist' }, '联络员')).can).not.toContain('refuted');
  });

  it('is saved as a workbook, with the same filters', async () => {
    const answer = await doors.ask('/api/alerts/export?tier=red&sort=-score');
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
      '预警-2026-11-02.xlsx',
    );
    expect(answer.text.startsWith('PK')).toBe(true);
    expect(asked()).toMatchObject([
      { filter: { tiers: ['red'] }, question: { sort: 'score', isDescending: true, limit: 1000 } },
    ]);
  });

  it('offers its filters and colleagues', async () => {
    const { json } = await doors.ask('/api/alerts/choices');
    expect(json).toMatchObject({ colleagues: [{ name: '张某', titles: ['office'] }] });
    const { units, regions, schemes } = json as Record<string, { code: string; name: string }[]>;
    expect(units?.map(({ code }) => code)).toContain('market');
    expect(regions?.map(({ code }) => code)).toContain('990001');
    expect(schemes?.map(({ name }) => name)).toContain('非法集资');
  });
});

describe('many alerts at once', () => {
  const ACT = { kind: 'acknowledged', because: '已签收' };
  const version = (id: string) => ({ id, lastLine: `3${id}`, assignee: '李某' });

  it('are each dealt with as they were seen, and each on the trail', async () => {
    doors.house.answers.queue.versions = [version('7'), version('8')];
    const before = doors.house.auditTrail.kept.length;
    const alerts = [
      { id: '7', seen: '1' },
      { id: '8', seen: null },
      { id: '9', seen: '4' },
    ];
    const answer = await send('/api/alerts/bulk', { ...ACT, alerts });
    expect(answer.json).toMatchObject({
      done: [
        { id: '7', assigneeBefore: '李某' },
        { id: '8', assigneeBefore: '李某' },
      ],
      failed: [{ id: '9', because: '没有找到' }],
    });
    const step = { ...ACT, by: '张某', unit: 'office' };
    expect(asked()).toMatchObject([
      {
        filter: { ids: ['7', '8', '9'], state: 'all', hushed: 'with' },
        asker: { sight: WHOLE_CITY },
      },
      { ...step, alertId: '7', seen: '1' },
      { ...step, alertId: '8', seen: null },
    ]);
    const lines = doors.house.auditTrail.kept.slice(before);
    expect(lines.map(({ subject, outcome }) => [subject, outcome])).toEqual([
      [null, 'begun'],
      ['alert:7', 'done'],
      ['alert:8', 'done'],
      ['alert:9', 'refused'],
      [null, 'done'],
    ]);
  });

  it('of a filter are dealt with as they are now', async () => {
    doors.house.answers.queue.versions = [version('7')];
    const all = { filter: 'tier=red&sort=-score', expected: 1 };
    expect(await send('/api/alerts/bulk', { ...ACT, ...all })).toMatchObject({ status: 200 });
    expect(asked()).toMatchObject([{ filter: { tiers: ['red'] }, limit: 501 }, { seen: '37' }]);
  });

  it('say what failed and why, and go on', async () => {
    doors.house.answers.queue.versions = [version('7'), version('8')];
    doors.house.answers.refusal = new Conflict('您没有看到最近的决定');
    const answer = await send('/api/alerts/bulk', { ...ACT, filter: '', expected: 2 });
    const because = '您没有看到最近的决定';
    expect(answer.json).toEqual({
      done: [],
      failed: [
        { id: '7', because },
        { id: '8', because },
      ],
    });
  });

  it.each<[string, object, number, string]>([
    ['neither named nor filtered', {}, 422, '二选一'],
    ['named and filtered', { alerts: [{ id: '7', seen: null }], filter: '' }, 422, '二选一'],
    ['filtered without a number', { filter: '' }, 422, 'expected'],
    ['filtered in nonsense', { filter: 'tier=purple', expected: 1 }, 422, 'tier'],
    ['more than somebody answers for', { filter: '', expected: 501 }, 422, 'expected'],
    ['others than were seen', { filter: '', expected: 2 }, 409, '现在符合条件的有 0 件，不是 2 件'],
    ['by papers', { kind: 'confirmed', filter: '', expected: 1 }, 422, 'kind：应为'],
    ['of nobody', { alerts: [] }, 422, 'alerts'],
    ['without a reason', { because: '', filter: '', expected: 1 }, 422, 'because'],
  ])('%s are refused', async (_what, body, status, words) => {
    const answer = await send('/api/alerts/bulk', { ...ACT, ...body });
    expect([answer.status, detailOf(answer)]).toEqual([status, expect.stringContaining(words)]);
  });

  it('more than can be answered for are refused as they are found', async () => {
    doors.house.answers.queue.versions = Array.from({ length: 501 }, (_, at) =>
      version(String(at)),
    );
    const answer = await send('/api/alerts/bulk', { ...ACT, filter: '', expected: 500 });
    expect([answer.status, detailOf(answer)]).toEqual([
      422,
      expect.stringContaining('超过 500 件'),
    ]);
  });

  it('are of the asker’s sight', async () => {
    const cookie = await doors.house.people.cookieOf('公安', { roles: ['police'], unit: 'police' });
    const body = JSON.stringify({ ...ACT, alerts: [{ id: '7', seen: null }] });
    await doors.ask('/api/alerts/bulk', { method: 'POST', body, headers: { cookie } });
    expect(asked()).toMatchObject([{ asker: { sight: { units: ['police'], regions: 'all' } } }]);
  });
});

describe('views', () => {
  it('are counted in one question, those that are not understood not at all', async () => {
    const { queue } = doors.house.answers;
    queue.views = [keptView(), keptView({ id: '6', query: 'colour=red', isShared: false })];
    expect((await doors.ask('/api/alert-views')).json).toMatchObject([
      { id: '5', count: 3, isMine: true },
      { id: '6', count: null, isMine: true },
    ]);
    expect(asked()).toMatchObject([{ filters: [{ tiers: ['red'] }] }]);
  });

  it.each<[string, object, Record<string, unknown>]>([
    ['/api/alert-views', { name: ' 红色 ', query: 'tier=red' }, { name: '红色', isShared: false }],
    ['/api/alert-views', { name: '红色', query: '', isShared: true }, { isShared: true }],
    ['/api/alert-views/5', { name: '新名' }, { id: '5', name: '新名' }],
    ['/api/alert-views/5', { place: 3 }, { id: '5', place: 3 }],
    ['/api/alert-views/5/remove', {}, { removed: '5' }],
  ])('%s hands in %j', async (path, body, kept) => {
    expect((await keep(path, body)).status).toBeLessThan(300);
    expect(asked()).toMatchObject([kept]);
  });

  it.each<[string, object, number, string]>([
    ['/api/alert-views', { name: '', query: '' }, 422, 'name'],
    ['/api/alert-views', { name: '甲', query: 'colour=red' }, 422, 'colour'],
    ['/api/alert-views/5', {}, 422, '请写明改什么'],
    ['/api/alert-views/5', { query: 'tier=purple' }, 422, 'tier'],
    ['/api/alert-views/5', { place: 0 }, 422, 'place'],
    ['/api/alert-views/99', { name: '甲' }, 404, '没有找到'],
    ['/api/alert-views/x/remove', {}, 404, '没有'],
  ])('%s refuses %j', async (path, body, status, words) => {
    const answer = await keep(path, body);
    expect([answer.status, detailOf(answer)]).toEqual([status, expect.stringContaining(words)]);
    expect(asked()).toEqual([]);
  });

  it('whose name is taken are a conflict', async () => {
    doors.house.answers.queue.isNameFree = false;
    expect((await keep('/api/alert-views', { name: '甲', query: '' })).status).toBe(409);
    expect((await keep('/api/alert-views/5', { name: '甲' })).status).toBe(409);
  });

  it('of a unit are changed by whoever may share alone', async () => {
    const part = { roles: ['liaison'], unit: 'market' } as const;
    const cookie = await doors.house.people.cookieOf('联络员', part);
    const init = (body: object) => ({
      method: 'POST',
      body: JSON.stringify(body),
      headers: { cookie },
    });
    const shared = { name: '甲', query: '', isShared: true };
    expect((await doors.ask('/api/alert-views', init(shared))).status).toBe(403);
    expect((await doors.ask('/api/alert-views/5', init({ name: '乙' }))).status).toBe(403);
    expect((await doors.ask('/api/alert-views/5', init({ place: 1 }))).status).toBe(403);
    expect((await doors.ask('/api/alert-views/5/remove', init({}))).status).toBe(403);
    const own = { name: '甲', query: '' };
    expect((await doors.ask('/api/alert-views', init(own))).status).toBe(201);
    expect((await doors.ask('/api/alert-views', { headers: { cookie } })).json).toMatchObject([
      { isMine: false },
    ]);
  });
});
