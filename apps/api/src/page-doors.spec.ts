import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WHOLE_CITY as sight } from '@risk/domain';
import { openDoors, type OpenDoors } from './testing/open-doors.js';
import { alertSaying } from './testing/screens.js';

let doors: OpenDoors;
beforeEach(async () => {
  doors = await openDoors();
});
afterEach(() => doors.close());

const PAGE = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
const open = (path: string) => doors.ask(path, PAGE);
const ANY = { state: null, alertId: null, unit: null, channel: null, before: null };

describe('the pages', () => {
  it.each<[string, string, unknown[]]>([
    ['/duties', '应办事项', [{ unit: null, kind: null, overdueAt: null, limit: 300, sight }]],
    [
      '/duties?unit=office&kind=answer',
      '应办事项',
      [{ unit: 'office', kind: 'answer', overdueAt: null, limit: 300, sight }],
    ],
    ['/units', '西县政府', []],
    [
      '/units/east',
      '东县政府',
      [
        { unit: 'east', before: null, limit: 50 },
        { unit: 'east', kind: null, overdueAt: null, limit: 300, sight },
      ],
    ],
    [
      '/notices?state=sent&before=9',
      '通知记录',
      [
        { ...ANY, state: 'sent', before: '9', limit: 50, sight },
        { ...ANY, state: 'unknown', limit: 50, sight },
      ],
    ],
    ['/notices/31', '通知 31', []],
    ['/silences', '没有设过静默', [{ silences: 200 }, { floods: 200 }, { hushed: 200 }]],
    [
      '/ledger?from=2026-10-01&to=2026-10-31&unit=office&samples=false',
      '履职台账',
      [{ ledger: { from: '2026-10-01', to: '2026-10-31', unit: 'office', samples: false } }],
    ],
    ['/meetings', '联席会议', [{ 'meetings.list': 100 }]],
    ['/meetings/3', '召集人', [{ 'meetings.find': '3' }]],
  ])('%s shows %s', async (path, words, asked) => {
    const { status, headers, text } = await open(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain(words);
    expect(text).toContain('aria-label="主导航"');
    expect(doors.house.answers.asked).toEqual(asked);
  });

  it('/alerts/7 gathers all that lies beside an alert', async () => {
    doors.house.answers.alert = alertSaying('郴州某公司');
    const { status, text } = await open('/alerts/7');
    expect(status).toBe(200);
    for (const words of ['郴州某公司', '通知记录', '核查任务 4', '移送 2', '附件'])
      expect(text).toContain(words);
    expect(doors.house.answers.asked).toEqual([
      { ...ANY, alertId: '7', limit: 301 },
      { alertId: '7' },
    ]);
  });

  it('/ begins with what waits for somebody', async () => {
    const { text } = await open('/');
    expect(text).toMatch(/<b>4<\/b>[\s\S]*待签收[\s\S]*<b>3<\/b>[\s\S]*已逾期/);
  });

  it('/duties?late=yes asks for what is late now', async () => {
    await open('/duties?late=yes');
    expect(doors.house.answers.asked).toMatchObject([{ overdueAt: doors.house.clock.now() }]);
  });

  it('/ledger shows this year unasked', async () => {
    await open('/ledger');
    const year = doors.house.clock.now().getFullYear();
    expect(doors.house.answers.asked).toMatchObject([
      { ledger: { from: `${year}-01-01`, to: null, unit: null, samples: true } },
    ]);
  });

  it('/units keeps a unit that left the register and still owes something', async () => {
    doors.house.answers.works = [{ unit: 'gone', standing: 2, overdue: 0, paused: 0, unread: 0 }];
    const { text } = await open('/units');
    expect(text).toContain('href="/units/gone"');
    expect((await open('/units/gone')).status).toBe(404);
  });
});

describe('what no page answers', () => {
  it.each([
    ['/alerts/8', 404, '没有这条预警'],
    ['/alerts/x', 404, '没有预警“x”'],
    ['/alerts/%3Cscript%3E', 404, '没有预警“&lt;script&gt;”'],
    ['/alerts/99999999999999999999', 404, '没有预警'],
    ['/units/mars', 404, '没有单位“mars”'],
    ['/units/__proto__', 404, '没有单位'],
    ['/units/east?before=x', 422, 'before'],
    ['/duties?unit=mars', 404, '没有单位“mars”'],
    ['/duties?unit=east&unit=west', 422, 'unit'],
    ['/duties?kind=sleep', 422, 'kind'],
    ['/duties?late=no', 422, 'late'],
    ['/notices/9', 404, '没有通知 9'],
    ['/notices/x', 404, '没有通知“x”'],
    ['/notices?state=lost', 422, 'state'],
    ['/notices?before=-1', 422, 'before'],
    ['/notices?limit=201', 422, 'limit'],
    ['/ledger?samples=1', 422, 'samples'],
    ['/ledger?from=a&from=b', 422, 'from'],
    ['/meetings/x', 404, '没有会议“x”'],
    ['/nothing', 404, '没有找到'],
  ])('%s is %i, in words and with a way back', async (path, status, words) => {
    const answer = await open(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'text/html; charset=utf-8',
    ]);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('回到总览');
    expect(doors.house.answers.asked).toEqual([]);
    expect(doors.house.log.lines).toEqual([]);
  });

  it('is JSON for whoever does not ask for a page', async () => {
    const { headers } = await doors.ask('/alerts/8');
    expect(headers.get('content-type')).toContain('application/problem+json');
  });
});
