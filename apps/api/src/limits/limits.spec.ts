import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seconds } from '@risk/kit';
import { POLICY } from '../testing/people.js';
import { openDoors, type OpenDoors } from '../testing/open-doors.js';

const { address, login, token } = POLICY.limits;

let doors: OpenDoors;
beforeEach(async () => {
  doors = await openDoors({ trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] });
});
afterEach(() => doors.close());

const from = (ip: string, path = '/api/health/live') =>
  doors.ask(path, { as: null, headers: { 'x-forwarded-for': ip } });

/** Asks so many times, a few at once. */
async function often(times: number, ask: () => Promise<unknown>): Promise<void> {
  for (let left = times; left > 0; left -= 20)
    await Promise.all(Array.from({ length: Math.min(20, left) }, ask));
}

describe('an address that never stops asking', () => {
  it('is told to wait, and for how long; its neighbour is not', async () => {
    await often(address.burst, () => from('203.0.113.7'));
    const answer = await from('203.0.113.7');
    expect(answer).toMatchObject({ status: 429, json: { title: '请求过于频繁', status: 429 } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect((answer.json as { detail: string }).detail).toMatch(/请 \d+ 秒后再试/);
    expect((await from('203.0.113.8')).status).toBe(200);
    expect((await from('203.0.113.7', '/style.css')).status).toBe(200);
    doors.house.clock.advance(seconds(1));
    expect((await from('203.0.113.7')).status).toBe(200);
  });

  it('is known by what the last trusted proxy saw, whatever it says itself', async () => {
    await often(address.burst, () => from('10.1.1.1, 203.0.113.7'));
    expect((await from('10.2.2.2, 203.0.113.7')).status).toBe(429);
    expect((await from('10.1.1.1')).status).toBe(200);
  });
});

describe('whom nobody vouches for', () => {
  it('is not believed where it comes from', async () => {
    const alone = await openDoors();
    try {
      const headers = { 'x-forwarded-for': '203.0.113.7' };
      await often(address.burst + 5, () => alone.ask('/api/health/live', { as: null, headers }));
      const answer = await alone.ask('/api/health/live', { as: null, headers });
      expect(answer.status).toBe(200);
    } finally {
      await alone.close();
    }
  });
});

describe('a login that never stops asking', () => {
  it('is told to wait; everybody else is not', async () => {
    const cookie = await doors.house.people.cookieOf('张某');
    const ask = () => doors.ask('/api/session', { headers: { cookie } });
    await often(login.burst, ask);
    expect(await ask()).toMatchObject({ status: 429 });
    const other = await doors.house.people.cookieOf('李某');
    expect((await doors.ask('/api/session', { headers: { cookie: other } })).status).toBe(200);
  });
});

describe('a service', () => {
  it('has a limit of its own', async () => {
    const endsAt = new Date('2027-01-01T00:00:00+08:00');
    const wish = { name: '热线平台', feeds: ['complaint'] as const, endsAt };
    const { token: secret } = await doors.house.access.tokens.make(wish, '管理员');
    const headers = { authorization: `Bearer ${secret}` };
    const deliver = () =>
      doors.ask('/api/feeds/complaint', { method: 'POST', body: '{}', headers });
    await often(token.burst, deliver);
    expect((await deliver()).status).toBe(429);
    expect((await doors.ask('/api/session')).status).toBe(200);
  });
});
