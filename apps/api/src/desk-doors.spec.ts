import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Conflict } from '@risk/kit';
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

const SIGNED = { by: '张某', because: '核查' };
const OFFICERS = ['张某', '李某'];
const OPENING = { unit: 'jrb', officers: OFFICERS, ...SIGNED, seen: '4' };
const VISIT = {
  ...{ kind: 'visit', happenedAt: '2026-11-27T09:00:00+08:00', officers: OFFICERS },
  ...{ result: '在营业', ...SIGNED, seen: null },
};
const FINDING = { kind: 'element', element: 'illegality', finding: 'met', ...SIGNED, seen: '1' };
const END = { verdict: 'administrative', ...SIGNED, seen: '4', seenEntry: '2', seenOutcome: null };
const PACKED = { unit: 'jrb', officers: OFFICERS, approver: '刘主任', ...SIGNED };
const HANDOVER = { ...PACKED, number: '郴金办函〔2026〕1号', seen: '4' };
const RECEIPT = { answer: 'material', receivedOn: '2026-11-27', ...SIGNED, seen: null };
const MEETING = { heldOn: '2026-12-01', chair: '陈市长', ...SIGNED };
const TASK = { unit: 'scj', what: '查处', dueOn: '2026-12-10' };
const DECISION = { item: 1, decision: '牵头', tasks: [TASK], ...SIGNED, seen: null };

describe('the doors of the desk', () => {
  it.each<[string, unknown, unknown]>([
    [
      '/api/alerts/7/verifications',
      OPENING,
      { 'verifications.open': { alertId: '7', ...OPENING } },
    ],
    [
      '/api/verifications/3/entries',
      VISIT,
      {
        'verifications.note': {
          ...{ verificationId: '3', ...SIGNED, seen: null, corrects: null },
          note: {
            ...{ kind: 'visit', happenedAt: new Date(VISIT.happenedAt), officers: OFFICERS },
            ...{ result: '在营业', approver: null, evidence: [] },
          },
        },
      },
    ],
    [
      '/api/verifications/3/entries',
      FINDING,
      {
        'verifications.note': {
          ...{ verificationId: '3', ...SIGNED, seen: '1', corrects: null },
          note: { kind: 'element', element: 'illegality', finding: 'met', evidence: [] },
        },
      },
    ],
    [
      '/api/verifications/3/conclusion',
      END,
      {
        'verifications.conclude': {
          ...{ verificationId: '3', ...END, scheme: null, exposedOn: null },
          ...{ losses: null, people: null },
        },
      },
    ],
    [
      '/api/alerts/7/handovers',
      HANDOVER,
      {
        'handOvers.make': {
          ...{ alertId: '7', ...HANDOVER, to: 'gaj', aggravated: [], without: [] },
          ...{ amount: null, people: null, losses: null },
        },
      },
    ],
    [
      '/api/handovers/3/receipts',
      RECEIPT,
      { 'handOvers.receipt': { handOverId: '3', ...RECEIPT, number: null } },
    ],
    ['/api/handovers/3/taking-in', SIGNED, { 'handOvers.takeIn': { handOverId: '3', ...SIGNED } }],
    ['/api/meetings', MEETING, { 'meetings.prepare': { ...MEETING, units: [], samples: false } }],
    ['/api/meetings/3/decisions', DECISION, { 'meetings.decide': { meetingId: '3', ...DECISION } }],
    ['/api/meeting-tasks/3/done', SIGNED, { 'meetings.finish': { taskId: '3', ...SIGNED } }],
  ])('%s takes %j', async (path, body, asked) => {
    expect(await send(path, body)).toMatchObject({ status: 200, json: { id: '3' } });
    expect(doors.house.answers.asked).toEqual([asked]);
  });

  it.each<[string, unknown, number, string]>([
    ['/api/alerts/x/verifications', OPENING, 404, '没有预警“x”'],
    ['/api/alerts/7/verifications', { ...OPENING, seen: null }, 422, 'seen：'],
    ['/api/alerts/7/verifications', { ...OPENING, extra: 1 }, 422, 'extra'],
    [
      '/api/alerts/7/verifications',
      { ...OPENING, because: 'a\0' },
      422,
      'because：含有不能保存的字符',
    ],
    ['/api/verifications/3/entries', { ...VISIT, kind: 'search' }, 422, 'kind：'],
    ['/api/verifications/3/entries', { ...VISIT, happenedAt: '2026-11-27' }, 422, 'happenedAt：'],
    ['/api/verifications/3/entries', { ...VISIT, result: '\ud800' }, 422, 'result：'],
    ['/api/verifications/3/entries', { ...FINDING, element: 'publicity' }, 422, 'element：'],
    ['/api/verifications/3/conclusion', { ...END, verdict: 'transferred' }, 422, 'verdict：'],
    ['/api/verifications/3/conclusion', { ...SIGNED, verdict: 'refuted' }, 422, 'seenEntry：'],
    ['/api/alerts/7/handovers', { ...HANDOVER, amount: -1 }, 422, 'amount：'],
    ['/api/alerts/7/handovers', { ...PACKED, seen: '4' }, 422, 'number：'],
    ['/api/alerts/7/handovers', { ...HANDOVER, aggravated: ['rich'] }, 422, 'aggravated.0：'],
    ['/api/handovers/3/receipts', { ...RECEIPT, answer: 'maybe' }, 422, 'answer：'],
    ['/api/meetings', { ...MEETING, units: 'jrb' }, 422, 'units：'],
    ['/api/meetings/3/decisions', { ...DECISION, tasks: [{ unit: 'scj' }] }, 422, 'tasks.0.what：'],
  ])('%s refuses %j: %i, %s', async (path, body, status, words) => {
    const answer = await send(path, body);
    expect(answer).toMatchObject({ status, json: { detail: expect.stringContaining(words) } });
    expect(doors.house.answers.asked).toEqual([]);
  });

  it('say who came first', async () => {
    doors.house.answers.refusal = new Conflict('任务 3 已由 钱某 报告完成');
    expect(await send('/api/meeting-tasks/3/done', SIGNED)).toMatchObject({
      status: 409,
      json: { detail: '任务 3 已由 钱某 报告完成' },
    });
  });

  it.each<[string, unknown]>([
    ['/api/alerts/7/verifications', { alertId: '7' }],
    ['/api/verifications/3', { 'verifications.find': '3' }],
    ['/api/handovers/3', { 'handOvers.find': '3' }],
    ['/api/meetings/3', { 'meetings.find': '3' }],
    ['/api/meetings/3/minutes', { 'meetings.minutes': '3' }],
    [
      '/api/ledger?from=2026-11-01&unit=jrb&samples=true',
      { ledger: { from: '2026-11-01', to: null, unit: 'jrb', samples: true } },
    ],
  ])('%s reads', async (path, asked) => {
    expect(await doors.ask(path)).toMatchObject({ status: 200 });
    expect(doors.house.answers.asked).toEqual([asked]);
  });

  it('stand the ledger in the order that is asked for, also in its file', async () => {
    for (const path of ['/api/ledger', '/api/ledger/export']) {
      const { status } = await doors.ask(`${path}?from=2026-11-01&sort=-answer-late`);
      expect([path, status]).toEqual([path, 200]);
      expect(await doors.ask(`${path}?from=2026-11-01&sort=colour`)).toMatchObject({
        ...{ status: 422, json: { detail: 'sort：台账不能按“colour”排序' } },
      });
    }
  });

  it.each([
    ['/api/ledger', 422, 'from'],
    ['/api/ledger?from=2026-11-01&samples=1', 422, 'samples'],
    ['/api/ledger?from=2026-11-01&unit=a&unit=b', 422, 'unit'],
    ['/api/handovers/x', 404, '没有移送“x”'],
  ])('%s: %i', async (path, status, words) => {
    expect(await doors.ask(path)).toMatchObject({
      status,
      json: { detail: expect.stringContaining(words) },
    });
  });

  it('hand out the draft of a package, without a number', async () => {
    const path = '/api/alerts/7/handovers/draft';
    expect(await send(path, PACKED)).toMatchObject({ status: 200, text: 'PK' });
    const unsaid = { to: 'gaj', aggravated: [], without: [] };
    expect(doors.house.answers.asked).toEqual([
      {
        'handOvers.draft': {
          ...{ alertId: '7', ...PACKED, ...unsaid, amount: null, people: null, losses: null },
        },
      },
    ]);
    const numbered = { ...PACKED, number: '郴金办函〔2026〕1号' };
    expect(await send(path, numbered)).toMatchObject({ status: 422 });
  });

  it('hand out a package as a file with its Chinese name', async () => {
    const { headers, text } = await doors.ask('/api/handovers/3/package');
    expect(text).toBe('PK');
    expect(headers.get('content-type')).toBe('application/zip');
    expect(headers.get('content-disposition')).toContain(encodeURIComponent('移送.zip'));
  });
});
