import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Conflict } from '@risk/kit';
import { RECEIPT } from './testing/bulletins.js';
import { openDoors, type OpenDoors } from './testing/open-doors.js';

let doors: OpenDoors;
beforeEach(async () => {
  doors = await openDoors();
});
afterEach(() => doors.close());

const send = (path: string, body: unknown) =>
  doors.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const SIGNED = { by: '王某', because: '核对过' };

describe('the doors of bulletins', () => {
  it('tell of one with its files, steps and readers, and without its data', async () => {
    const { status, json } = await doors.ask('/api/bulletins/5');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      ...{ id: '5', files: [{ name: '日报.docx' }], steps: [{ kind: 'issued' }] },
      readers: [{ noticeId: '9', readAt: null }],
    });
    expect(json).not.toHaveProperty('content');
  });

  it('hand a file out to be saved; an e-mail never as a page of ours', async () => {
    const { status, headers, text } = await doors.ask('/api/bulletins/5/files/mail.html');
    expect([status, text]).toEqual([200, '<p>']);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="mail.html"/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('let the text alone stand in a frame, of ours', async () => {
    const { headers } = await doors.ask('/bulletins/5/text');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });

  it.each<[string, unknown, unknown]>([
    [
      '/api/bulletins/5/steps',
      { kind: 'reviewed', ...SIGNED, seen: '3' },
      { 'bulletins.step': { id: '5', kind: 'reviewed', ...SIGNED, seen: '3' } },
    ],
    [
      '/api/bulletins/5/steps',
      { kind: 'signed', ...SIGNED },
      { 'bulletins.step': { id: '5', kind: 'signed', ...SIGNED, seen: null } },
    ],
    ['/api/bulletins/5/corrections', SIGNED, { 'bulletins.correct': { id: '5', ...SIGNED } }],
    ['/api/bulletins/5/recompositions', SIGNED, { 'bulletins.again': '5' }],
    [
      '/api/bulletins',
      { entityId: '7', ...SIGNED },
      { 'bulletins.special': { entityId: '7', ...SIGNED } },
    ],
  ])('%s takes %j', async (path, body, asked) => {
    expect(await send(path, body)).toMatchObject({ status: 200 });
    expect(doors.house.answers.asked[0]).toEqual(asked);
  });

  it.each<[string, unknown, number, string]>([
    ['/api/bulletins/5/steps', { kind: 'issued', ...SIGNED }, 422, 'kind'],
    ['/api/bulletins/5/steps', { kind: 'signed', by: '王某' }, 422, 'because'],
    ['/api/bulletins/5/steps', { kind: 'signed', ...SIGNED, number: 9 }, 422, 'number'],
    ['/api/bulletins/5/corrections', { by: '王某' }, 422, 'because'],
    ['/api/bulletins/5/recompositions', [], 422, ''],
    ['/api/bulletins/x/recompositions', SIGNED, 404, '没有简报“x”'],
    ['/api/bulletins', SIGNED, 422, 'entityId'],
    ['/api/bulletins', { entityId: '7; drop', ...SIGNED }, 422, 'entityId'],
  ])('%s refuses %j: %i, %s', async (path, body, status, words) => {
    expect(await send(path, body)).toMatchObject({
      status,
      json: { detail: expect.stringContaining(words) },
    });
    expect(doors.house.answers.asked).toEqual([]);
  });

  it.each([
    ['/api/bulletins/x', 404],
    ['/api/bulletins/x/files/a', 404],
    ['/api/bulletins?kind=hourly', 422],
    ['/api/bulletins?edition=mars', 422],
    ['/api/bulletins?state=lost', 422],
    ['/api/bulletins?before=-1', 422],
  ])('%s is %i', async (path, status) => {
    expect(await doors.ask(path)).toMatchObject({ status });
    expect(doors.house.answers.asked).toEqual([]);
  });

  it('say who was first', async () => {
    doors.house.answers.refusal = new Conflict('您没有看到最近的步骤');
    expect(await send('/api/bulletins/5/steps', { kind: 'signed', ...SIGNED })).toMatchObject({
      ...{ status: 409, json: { detail: '您没有看到最近的步骤' } },
    });
  });
});

const PAGE = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
const open = (path: string) => doors.ask(path, PAGE);

describe('the pages of bulletins', () => {
  it.each([
    ['/bulletins', '2026年11月27日情况'],
    ['/bulletins?kind=daily&state=issued&words=情况', 'value="情况"'],
    ['/bulletins/5', '送 3 份'],
  ])('%s shows %s', async (path, words) => {
    const { status, headers, text } = await open(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain(words);
  });

  it('show the text under a policy of its own: its looks and pictures, nothing that runs', async () => {
    const { status, headers, text } = await open('/bulletins/5/text');
    expect([status, text]).toEqual([200, '<!doctype html><p>正文</p>']);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('img-src data:');
    expect(policy).not.toMatch(/script-src|https?:|\*/);
  });

  it.each([
    ['/bulletins/x', 404],
    ['/bulletins/x/text', 404],
    ['/bulletins?kind=hourly', 422],
  ])('%s is %i, in words', async (path, status) => {
    const answer = await open(path);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('回到总览');
  });
});

describe('where a reader says that one was read', () => {
  it('a look asks and marks nothing: programs that check e-mails look, too', async () => {
    const { status, headers, text } = await open(`/read/9/${RECEIPT}`);
    expect(status).toBe(200);
    expect(text).toContain(`<form method="post" action="/read/9/${RECEIPT}">`);
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(doors.house.answers.asked).toEqual([]);
  });

  it('the button marks it, and is gone then', async () => {
    const { status, text } = await doors.ask(`/read/9/${RECEIPT}`, { ...PAGE, method: 'POST' });
    expect(status).toBe(200);
    expect(text).toContain('确认阅读');
    expect(text).not.toContain('<form');
    expect(doors.house.answers.asked).toEqual([{ notice: '9', receipt: RECEIPT }]);
  });

  it.each([
    ['a receipt that nobody was given', '/read/9/xxxxxxxxxxxxxxxxxxxxxxxx'],
    ['a notice that is none', `/read/x/${RECEIPT}`],
  ])('%s is not found', async (_what, path) => {
    expect((await open(path)).status).toBe(404);
    expect(doors.house.answers.asked).toEqual([]);
  });
});

describe('to whoever is not signed in', () => {
  it.each([
    [`/read/9/${RECEIPT}`, 200],
    ['/bulletins', 303],
    ['/bulletins/5', 303],
    ['/bulletins/5/text', 303],
    ['/api/bulletins', 401],
    ['/api/bulletins/5/files/a', 401],
    ['/notices/9', 303],
  ])('%s answers %i', async (path, status) => {
    expect((await doors.ask(path, { ...PAGE, as: null })).status).toBe(status);
  });
});
