import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BatchReport } from '@risk/assembly';
import { Conflict, Forbidden, Invalid, Unavailable } from '@risk/kit';
import { keptAll, report } from './testing/fake-house.js';
import { openDoors, type OpenDoors } from './testing/open-doors.js';
import { alertSaying } from './testing/screens.js';

let doors: OpenDoors;
beforeEach(async () => {
  doors = await openDoors();
});
afterEach(() => doors.close());

const NDJSON = { 'content-type': 'application/x-ndjson' };
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  doors.ask(path, { method: 'POST', body, headers });
const lines = (count: number): string =>
  Array.from({ length: count }, (_, n) => `{"n":${n}}\n`).join('');
const detailOf = ({ json }: { json: unknown }): string => (json as { detail: string }).detail;

describe('POST /api/feeds/:feed', () => {
  it('hands items of any form in by batches and answers with the sum', async () => {
    const { status, json } = await post('/api/feeds/complaint', lines(1203), NDJSON);
    expect(status).toBe(200);
    expect(json).toEqual({ kept: true, ...report({ received: 1203, stored: 1203 }) });
    expect(doors.house.answers.batches.map((b) => b.length)).toEqual([500, 500, 203]);
    expect(doors.house.answers.batches[0]?.[0]).toMatchObject({ feed: 'complaint', door: 'http' });
  });

  it.each<[string, Partial<BatchReport>, number]>([
    ['all kept', { received: 2, stored: 2 }, 200],
    ['all seen before', { received: 2, duplicate: 2 }, 200],
    ['some of no use', { received: 2, stored: 1, deadLettered: 1 }, 200],
    ['all of no use', { received: 2, deadLettered: 2 }, 422],
  ])('%s', async (_name, figures, status) => {
    doors.house.answers.accept = () => ({ kept: true, ...report(figures) });
    expect(await post('/api/feeds/registration', '[{},{}]')).toMatchObject({
      status,
      json: { kept: true, ...figures },
    });
  });

  it('names what was refused and why', async () => {
    const refusals = [{ origin: { index: 0 }, reason: '没有填写' }];
    doors.house.answers.accept = () => ({
      kept: true,
      ...report({ received: 1, deadLettered: 1, refusals }),
    });
    expect((await post('/api/feeds/complaint', '{}')).json).toMatchObject({ refusals });
  });

  it.each(['', '\n\n', '[]'])('of nothing (%j) is no delivery', async (body) => {
    expect((await post('/api/feeds/complaint', body)).status).toBe(422);
    expect(doors.house.answers.batches).toEqual([]);
  });

  it('with Kafka answers 202: the pipeline judges later', async () => {
    doors.house.answers.accept = (items) => ({ kept: false, queued: items.length });
    expect(await post('/api/feeds/advertisement', '[{},{},{}]')).toMatchObject({
      status: 202,
      json: { kept: false, queued: 3 },
    });
  });

  it('of a feed nobody knows names those that are', async () => {
    const answer = await post('/api/feeds/rumour', '{}');
    expect(answer.status).toBe(404);
    expect(detailOf(answer)).toContain('registration、complaint、advertisement');
  });

  it('that meets an outage half-way says so, so that the sender sends all of it again', async () => {
    let calls = 0;
    doors.house.answers.accept = (items) => {
      calls += 1;
      if (calls > 1) throw new Unavailable('数据库暂时不可用');
      return keptAll(items);
    };
    const answer = await post('/api/feeds/complaint', lines(60_000), NDJSON);
    expect(answer).toMatchObject({ status: 503, json: { detail: '数据库暂时不可用' } });
    expect(calls).toBe(2);
  });

  it.each<[string, string, Record<string, string>]>([
    ['a document', `["${'x'.repeat(33 * 1024 * 1024)}"]`, {}],
    ['a line', `{"text":"${'x'.repeat(3 * 1024 * 1024)}"}`, NDJSON],
  ])('that is too large as %s is told so', async (_name, body, headers) => {
    const answer = await post('/api/feeds/complaint', body, headers);
    expect(answer).toMatchObject({ status: 413, json: { title: '内容过大' } });
  });

  it('of a sender who hangs up in the middle keeps what came before, and wakes nobody', async () => {
    const arrived = new Promise<void>((resolve) => {
      doors.house.answers.accept = (items) => {
        resolve();
        return keptAll(items);
      };
    });
    const sender = httpRequest(`${doors.url}/api/feeds/complaint`, {
      method: 'POST',
      headers: NDJSON,
    });
    sender.on('error', () => undefined);
    sender.write(lines(600));
    await arrived;
    sender.destroy();
    await doors.close();
    expect(doors.house.answers.batches).toHaveLength(1);
    expect(doors.house.log.lines).toEqual([]);
  });
});

describe('dead letters', () => {
  it('are listed, those that wait unless others are asked for', async () => {
    doors.house.answers.letters = [{ id: '5', origin: { page: 'report' } } as never];
    expect(await doors.ask('/api/dead-letters')).toMatchObject({
      status: 200,
      json: { rows: [{ id: '5', cameFrom: '网上举报页' }], next: null, total: 1 },
    });
    await doors.ask('/api/dead-letters?state=all&q=%E7%BC%BA&from=2026-11-01&limit=7');
    expect(doors.house.answers.asked).toMatchObject([
      { wish: { state: 'open' }, question: { limit: 50, sort: 'receivedAt', isDescending: true } },
      {
        wish: { state: 'all', words: '缺', from: new Date('2026-10-31T16:00:00Z') },
        question: { limit: 7 },
      },
    ]);
  });

  it.each(['limit=0', 'limit=many', 'limit=', 'state=dead', 'sort=reason', 'by=x'])(
    '%s is refused by its name',
    async (query) => {
      const answer = await doors.ask(`/api/dead-letters?${query}`);
      expect([answer.status, detailOf(answer)]).toEqual([
        422,
        expect.stringContaining(query.split('=')[0]!),
      ]);
    },
  );

  it('are opened one by one, without what is sealed', async () => {
    doors.house.answers.letters = [{ id: '5', feed: 'complaint', origin: {} } as never];
    expect(await doors.ask('/api/dead-letters/5')).toMatchObject({
      ...{ status: 200, json: { id: '5', bytes: 2, fields: [] } },
    });
    expect((await doors.ask('/api/dead-letters/6')).status).toBe(404);
  });

  it('are replayed as a filter finds them', async () => {
    const answer = await post('/api/dead-letters/replay', '{"matching":{"source":"grid-report"}}');
    expect(answer).toMatchObject({ status: 200, json: { tried: 1, isCut: false } });
    expect(doors.house.answers.asked).toMatchObject([
      { wish: { state: 'open', source: 'grid-report' } },
      { ids: ['1'] },
    ]);
  });

  it.each<[string, unknown]>([
    ['{"ids":"all"}', 'all'],
    ['{"ids":["1","22"]}', ['1', '22']],
  ])('are replayed: %s', async (body, ids) => {
    const answer = await post('/api/dead-letters/replay', body);
    expect(answer).toMatchObject({ status: 200, json: { tried: 1, stored: 1 } });
    expect(doors.house.answers.asked).toEqual([{ ids }]);
  });

  it.each(['', '{', '[]', '{"ids":[1]}', '{"ids":["1; drop table"]}', '{"ids":"some"}', 'null'])(
    'are not replayed on %j',
    async (body) => {
      const answer = await post('/api/dead-letters/replay', body);
      expect(answer.status).toBe(422);
      expect(detailOf(answer)).toContain('{"ids": "all"}');
      expect(doors.house.answers.asked).toEqual([]);
    },
  );
});

describe('decisions', () => {
  const TIER = { tier: 'yellow', by: '张某', because: '已核实', seen: null };
  const OUTCOME = { verdict: 'refuted', by: '李某', because: '查无实据', seen: '2' };
  const send = (path: string, body: unknown) => post(path, JSON.stringify(body));

  it.each<[string, object, object]>([
    ['/api/entities/3/tier', TIER, { to: 'yellow', by: '张某', because: '已核实', seen: null }],
    ['/api/entities/3/tier', { ...TIER, tier: 'withdraw', seen: '9' }, { to: null, seen: '9' }],
    [
      '/api/entities/3/outcomes',
      OUTCOME,
      { verdict: 'refuted', scheme: null, exposedOn: null, losses: null, people: null, seen: '2' },
    ],
  ])('%s hands in %j', async (path, body, request) => {
    expect(await send(path, body)).toMatchObject({ status: 200, json: { id: '3' } });
    expect(doors.house.answers.asked).toMatchObject([{ entity: '3', ...request }]);
  });

  it.each<[string, unknown, number, string]>([
    ['/api/entities/甲/tier', TIER, 404, '没有主体“甲”'],
    ['/api/entities/3/tier', { ...TIER, tier: 'pink' }, 422, 'tier：'],
    ['/api/entities/3/tier', { ...TIER, seen: undefined }, 422, 'seen：'],
    ['/api/entities/3/tier', { ...TIER, because: 'a\0' }, 422, 'because：含有不能保存的字符'],
    ['/api/entities/3/tier', { ...TIER, reason: 'x' }, 422, 'reason'],
    ['/api/entities/3/outcomes', { ...OUTCOME, verdict: 'guilty' }, 422, 'verdict：'],
    ['/api/entities/3/outcomes', { ...OUTCOME, losses: -1 }, 422, 'losses：'],
    ['/api/entities/3/outcomes', [], 422, ''],
  ])('%s refuses %j: %i', async (path, body, status, words) => {
    const answer = await send(path, body);
    expect(answer.status).toBe(status);
    expect(detailOf(answer)).toContain(words);
    expect(doors.house.answers.asked).toEqual([]);
  });

  it('that are no JSON are refused, and a stale one is a conflict that says with what', async () => {
    expect(await post('/api/entities/3/tier', '{"tier"')).toMatchObject({ status: 422 });
    doors.house.answers.refusal = new Conflict('您没有看到最近的决定：王某……');
    expect(await send('/api/entities/3/tier', TIER)).toMatchObject({
      status: 409,
      json: { detail: '您没有看到最近的决定：王某……' },
    });
  });
});

describe('looks at reporters', () => {
  const ASK = { by: '张某', unit: 'office', because: '核实是否愿意作证', recordIds: ['9'] };
  const CONSENT = { by: '李某', unit: 'gaj', because: '同意' };
  const send = (path: string, body: unknown) => post(path, JSON.stringify(body));

  it.each<[string, object, object]>([
    ['/api/vault/requests', ASK, ASK],
    // For the own unit, whatever the body says.
    ['/api/vault/requests/3/approval', CONSENT, { requestId: '3', ...CONSENT, unit: 'office' }],
    ['/api/vault/requests/3/look', { by: '张某' }, { requestId: '3', by: '张某' }],
  ])('%s hands in %j', async (path, body, asked) => {
    expect(await send(path, body)).toMatchObject({ status: 200 });
    expect(doors.house.answers.asked).toEqual([asked]);
  });

  it.each<[string, unknown, string]>([
    ['/api/vault/requests', { ...ASK, recordIds: ['x'] }, 'recordIds.0：'],
    ['/api/vault/requests', { ...ASK, recordIds: [] }, 'recordIds：'],
    ['/api/vault/requests', { ...ASK, because: 'a\0' }, 'because：含有不能保存的字符'],
    ['/api/vault/requests/3/approval', { ...CONSENT, more: 1 }, 'more'],
    ['/api/vault/requests/3/look', { more: 1 }, 'more'],
  ])('%s refuses %j', async (path, body, words) => {
    const answer = await send(path, body);
    expect(answer.status).toBe(422);
    expect(detailOf(answer)).toContain(words);
    expect(doors.house.answers.asked).toEqual([]);
  });

  it('are never cached, and refused in words', async () => {
    const seen = await send('/api/vault/requests/3/look', { by: '张某' });
    expect(seen.headers.get('cache-control')).toBe('no-store');
    doors.house.answers.refusal = new Forbidden('申请人 张某 不能自己批准');
    const refused = await send('/api/vault/requests/3/approval', CONSENT);
    expect([refused.status, detailOf(refused)]).toEqual([403, '申请人 张某 不能自己批准']);
  });
});

describe('reading', () => {
  it.each([
    ['/api/reconciliation', { since: '2026-11-02' }],
    ['/api/reconciliation?since=2026-02-28', { since: '2026-02-28' }],
    ['/api/records/12/explanation', { id: '12' }],
    ['/api/outcomes/report', { from: null, to: null, samples: false }],
    [
      '/api/outcomes/report?from=2026-01-01&to=2026-06-30&samples=true',
      { from: '2026-01-01', to: '2026-06-30', samples: true },
    ],
    ['/api/records/hotline-12345%2Fc-1/explanation', { id: 'hotline-12345/c-1' }],
  ])('%s asks for what it says', async (path, asked) => {
    await doors.ask(path);
    expect(doors.house.answers.asked).toEqual([asked]);
  });

  it.each([
    ['/api/reconciliation?since=yesterday', 422, 'since'],
    ['/api/reconciliation?since=2026-02-30', 422, 'since'],
    ['/api/reconciliation?since=2026-1-1', 422, 'since'],
    ['/api/reconciliation?since=2026-01-01&since=2026-01-02', 422, 'since'],
    ['/api/outcomes/report?samples=yes', 422, 'samples'],
    ['/api/outcomes/report?from=a&from=b', 422, 'from'],
    ['/api/alerts/8', 404, '没有这条预警'],
    ['/api/alerts/x', 404, '没有'],
    ['/api/alerts/99999999999999999999', 404, '没有'],
    ['/api/records/12/explanation', 404, '没有这条记录'],
    ['/api/nothing', 404, '没有找到'],
    ['/alerts/%E0%A4%A', 400, '请求无法识别'],
    ['/alerts/7', 404, '没有这条预警'],
  ])('%s: %i, in words', async (path, status, words) => {
    const answer = await doors.ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(detailOf(answer)).toContain(words);
    expect(doors.house.log.lines).toEqual([]);
  });

  it.each([
    ['/api/overview', { entities: 8 }],
    ['/api/openapi.json', { openapi: '3.1.0' }],
    ['/api/asyncapi.json', { asyncapi: '3.0.0' }],
    ['/api/alerts/7', { id: '7', entityName: '甲' }],
    ['/api/records/12/explanation', { record: { id: '12' } }],
  ])('%s answers with it', async (path, json) => {
    doors.house.answers.alert = alertSaying('甲');
    doors.house.answers.explanation = { record: { id: '12' } } as never;
    expect(await doors.ask(path)).toMatchObject({ status: 200, json });
  });

  it('that hits a refusal of the database tells its words and nothing more', async () => {
    doors.house.overview.read = () => Promise.reject(new Invalid('日期无效'));
    expect(await doors.ask('/api/overview')).toMatchObject({
      status: 422,
      json: { detail: '日期无效' },
    });
  });
});

describe('pages', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '风险总览'],
    ['/alerts/7', 'text/html; charset=utf-8', '&lt;b&gt;'],
    ['/style.css', 'text/css; charset=utf-8', 'font'],
  ])('%s is served as %s', async (path, type, words) => {
    doors.house.answers.alert = alertSaying('<b>');
    const { status, headers, text } = await doors.ask(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expect(text).toContain(words);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('health', () => {
  it.each<[string, string[], number, unknown]>([
    ['/api/health', [], 200, { status: 'ok' }],
    ['/api/health', ['数据库不可用'], 503, { status: 'unavailable', missing: ['数据库不可用'] }],
    ['/api/health/live', ['数据库不可用'], 200, { status: 'ok' }],
  ])('%s with %j missing: %i', async (path, missing, status, json) => {
    doors.house.answers.missing = missing;
    expect(await doors.ask(path)).toMatchObject({ status, json });
  });
});
