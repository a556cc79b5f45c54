import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import { refuseForeignPages } from './refuse-foreign.js';
import { openDoors, type OpenDoors } from '../testing/open-doors.js';

let doors: OpenDoors;
beforeEach(async () => {
  doors = await openDoors();
});
afterEach(() => doors.close());

const deliver = (headers: Readonly<Record<string, string>> = {}, feed = 'complaint') =>
  doors.ask(`/api/feeds/${feed}`, { method: 'POST', body: '{"a":1}', headers, as: null });

const makeToken = (feeds: readonly ['complaint'], endsAt = '2027-01-01T00:00:00+08:00') =>
  doors.house.access.tokens.make({ name: '热线平台', feeds, endsAt: new Date(endsAt) }, '管理员');

describe('programs of this machine', () => {
  it('deliver without a token while none was ever made', async () => {
    expect((await deliver()).status).toBe(200);
    await makeToken(['complaint']);
    expect((await deliver()).status).toBe(401);
  });

  it.each([
    ['a page in a browser', { 'sec-fetch-site': 'same-origin' }],
    ['a page that tells its origin', { origin: 'null' }],
    ['whom a proxy passes on', { 'x-forwarded-for': '203.0.113.7' }],
    ['whom a proxy passes on that tells itself', { via: '1.1 proxy' }],
  ])('are not %s', async (_what, headers) => {
    expect([401, 403]).toContain((await deliver(headers)).status);
  });

  it('read nothing', async () => {
    expect((await doors.ask('/api/alerts', { as: null })).status).toBe(401);
  });

  it('are let in nowhere once others can reach the server', async () => {
    const open = await openDoors({ isLoopback: false });
    try {
      const init = { method: 'POST', body: '{"a":1}', as: null };
      expect((await open.ask('/api/feeds/complaint', init)).status).toBe(401);
    } finally {
      await open.close();
    }
  });
});

describe('a service token', () => {
  it('delivers what it is for and nothing else', async () => {
    const { token } = await makeToken(['complaint']);
    const authorization = `Bearer ${token}`;
    expect((await deliver({ authorization })).status).toBe(200);
    expect((await deliver({ authorization }, 'registration')).status).toBe(403);
    const headers = { authorization };
    expect((await doors.ask('/api/alerts', { headers })).status).toBe(403);
    expect((await doors.ask('/api/session', { headers })).status).toBe(403);
  });

  it.each([
    ['unknown', 'Bearer risk_nobody'],
    ['of another scheme', 'Basic YTpi'],
    ['empty', 'Bearer '],
  ])('that is %s is refused, also beside a good cookie', async (_what, authorization) => {
    const cookie = await doors.house.people.cookieOf('张某');
    expect((await doors.ask('/api/alerts', { headers: { authorization, cookie } })).status).toBe(
      401,
    );
  });

  it('that was taken back or is over is refused', async () => {
    const { id, token } = await makeToken(['complaint'], '2026-11-03T00:00:00+08:00');
    const authorization = `Bearer ${token}`;
    doors.house.clock.goTo('2026-11-04T00:00:00+08:00');
    expect((await deliver({ authorization })).status).toBe(401);
    doors.house.clock.goTo('2026-11-02T12:00:00+08:00');
    await doors.house.access.tokens.revoke(id, '管理员');
    expect((await deliver({ authorization })).status).toBe(401);
  });
});

describe('pages of others', () => {
  const host = 'risk.example.cn:3000';
  it.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['our own page', { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }, true],
    ['a typed address', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }, true],
    ['a link followed', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, true],
    ['a program, which tells none of this', {}, true],
    ['a foreign script', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, false],
    ['a foreign picture', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, false],
    ['a sister site', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }, false],
    ['another origin', { origin: 'https://evil.example' }, false],
    ['another port of ours', { origin: 'http://risk.example.cn:4000' }, false],
    ['an origin that only ends like ours', { origin: `http://not-${host}` }, false],
    ['an origin that hides', { origin: 'null' }, false],
    ['a foreign form', { origin: 'https://evil.example', 'sec-fetch-mode': 'navigate' }, false],
  ])('%s may ask: %p', (_what, headers, may) => {
    const ask = () => {
      refuseForeignPages({ headers: { host, ...headers } } as unknown as Request);
    };
    if (may) expect(ask).not.toThrow();
    else expect(ask).toThrow('其他网站');
  });

  it('are turned away at the doors', async () => {
    const cookie = await doors.house.people.cookieOf('张某');
    const headers = { cookie, origin: 'https://evil.example' };
    expect((await doors.ask('/api/alerts', { headers })).status).toBe(403);
  });
});

describe('the demonstration', () => {
  it('ends with what let it in', async () => {
    const { people } = doors.house;
    const headers = { cookie: await people.cookieOf('演示·某', { sample: true }) };
    expect((await doors.ask('/api/alerts', { headers })).status).toBe(200);
    people.isOpenToAll = false;
    expect((await doors.ask('/api/alerts', { headers })).status).toBe(401);
  });
});

describe('a decision', () => {
  it('is signed by whoever is signed in, and by nobody else', async () => {
    const headers = { cookie: await doors.house.people.cookieOf('张某') };
    const decide = (by?: string) =>
      doors.ask('/api/notices/31/resend', {
        ...{ method: 'POST', headers },
        body: JSON.stringify({ because: '核实过', ...(by === undefined ? {} : { by }) }),
      });
    expect((await decide()).status).toBe(200);
    expect(doors.house.answers.asked).toMatchObject([{ by: '张某' }]);
    expect(await decide('李某')).toMatchObject({ status: 403 });
    expect(doors.house.answers.asked).toHaveLength(1);
  });
});

describe('the trail', () => {
  it('tells of a reading once, of a deed before and after, and of what was refused', async () => {
    const headers = { cookie: await doors.house.people.cookieOf('张某') };
    const resend = { method: 'POST', headers, body: '{"because":"核实过"}' };
    await doors.ask('/api/notices/31', { headers });
    await doors.ask('/api/notices/31/resend', resend);
    await doors.ask('/api/notices/9', { headers });
    await doors.ask('/api/accounts', { headers });
    const lines = (await doors.house.auditTrail.lines({ limit: 50 })).reverse();
    expect(lines.map(({ action, subject, outcome }) => [action, subject, outcome])).toEqual([
      ['notices.read', 'notice:31', 'done'],
      ['notices.settle', 'notice:31', 'begun'],
      ['notices.settle', 'notice:31', 'done'],
      ['notices.read', 'notice:9', 'refused'],
      ['accounts.read', null, 'refused'],
    ]);
    expect(lines[2]?.refersTo).toBe(lines[1]?.seq);
    expect(lines.every(({ who }) => who === '张某')).toBe(true);
  });
});
