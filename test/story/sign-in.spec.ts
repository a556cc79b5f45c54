import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { AppProcess, risk, until } from '../support/process.js';

const SYSTEM = { login: 'xitong', name: '徐系统', password: 'Lvzhou-7-Xueye' };
const NEW_PASSWORD = 'Qingshan-8-Yunhai';

/** A new house is taken into hand: from the code on the console to a unit that does its work, and an auditor who sees it. */
describe('people come in', () => {
  let dir: string;
  let env: Record<string, string>;
  let app: AppProcess;
  let url: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-sign-in-'));
    env = { RISK_DATA: dir, RISK_SAMPLES: 'off', PORT: '0' };
    app = await AppProcess.start('standalone', env);
    url = await app.url();
  }, 120_000);
  afterAll(async () => {
    await app.end('SIGTERM');
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  /** A browser, as far as signing in needs one: it keeps its cookie and follows no redirect by itself. */
  class Visitor {
    cookie = '';
    private secret: Secret | null = null;
    private steps = 0;

    async ask(path: string, init: RequestInit = {}) {
      const headers = { accept: 'text/html', ...(init.headers as object), cookie: this.cookie };
      const response = await fetch(`${url}${path}`, { ...init, headers, redirect: 'manual' });
      const [given] = response.headers.getSetCookie();
      if (given !== undefined) this.cookie = given.slice(0, given.indexOf(';'));
      const to = response.headers.get('location');
      return { status: response.status, to, text: await response.text(), given: given ?? '' };
    }

    send(path: string, form: Readonly<Record<string, string>>) {
      return this.ask(path, { method: 'POST', body: new URLSearchParams(form) });
    }

    async post(path: string, body: object = {}): Promise<{ status: number; json: unknown }> {
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const init = { method: 'POST', body: JSON.stringify(body), headers };
      const { status, text } = await this.ask(path, init);
      return { status, json: JSON.parse(text) as unknown };
    }

    async read(path: string): Promise<{ status: number; json: unknown }> {
      const { status, text } = await this.ask(path, { headers: { accept: 'application/json' } });
      return { status, json: JSON.parse(text) as unknown };
    }

    /** Puts the secret on the page into an authenticator, and the first code into the form. */
    async bind() {
      const { text } = await this.ask('/login/factor');
      expect(text).toContain('<svg');
      const offer = /name="offer" value="([^"]+)"/.exec(text)?.[1] ?? '';
      const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(text)?.[1] ?? '';
      this.secret = Secret.fromBase32(secret.replace(/ /g, ''));
      return this.send('/login/factor', { offer, code: this.code() });
    }

    /** What the authenticator shows; a code is good for once, so the next login takes that of the next half minute. */
    code(): string {
      const timestamp = Date.now() + 30_000 * this.steps;
      this.steps = 1;
      return new TOTP({ secret: this.secret ?? new Secret() }).generate({ timestamp });
    }
  }

  const system = new Visitor();
  const security = new Visitor();
  const auditor = new Visitor();
  const liaison = new Visitor();

  interface Made {
    readonly id: string;
    readonly password: string;
  }
  const account = (login: string, name: string, role: string, unit = 'jrb') => ({
    ...{ login, name, unit, roles: [role] },
  });
  const rightsOf = ({ unit, roles }: ReturnType<typeof account>) => ({ unit, roles });
  const begin = async (visitor: Visitor, login: string, password: string) => {
    expect(await visitor.send('/login', { login, password })).toMatchObject({
      ...{ status: 303, to: '/login/password' },
    });
    const form = { current: password, next: NEW_PASSWORD, again: NEW_PASSWORD };
    return visitor.send('/login/password', form);
  };

  it('nobody at first: every page leads to the login, which leads to the first administrator', async () => {
    const stranger = new Visitor();
    expect(await stranger.ask('/alerts/1')).toMatchObject({
      ...{ status: 303, to: '/login?to=%2Falerts%2F1' },
    });
    const page = await stranger.ask('/login');
    expect(page.text).toContain('href="/setup"');
    expect(page.text).not.toContain('演示登录');
    expect((await stranger.send('/login/demonstration', { login: 'demo-office' })).status).toBe(
      404,
    );
  });

  it('the first administrator by the code on the console, once', async () => {
    const code = /验证码 (\S+)（/.exec(app.words.join(''))?.[1] ?? '';
    const form = { ...SYSTEM, again: SYSTEM.password };
    expect(await system.send('/setup', { ...form, code: 'xxxx' })).toMatchObject({ status: 401 });
    const weak = { ...form, code, password: 'Admin123456', again: 'Admin123456' };
    const refused = (await system.send('/setup', weak)).text;
    expect(refused).toContain('太常见');
    for (const given of [code, SYSTEM.login, SYSTEM.name])
      expect(refused).toContain(`value="${given}"`);
    expect(refused).not.toContain(weak.password);
    const opened = await system.send('/setup', { ...form, code });
    expect(opened).toMatchObject({ status: 303, to: '/login/factor' });
    expect(opened.given).toMatch(/HttpOnly.*SameSite=Lax/);
    expect((await system.read('/api/accounts')).status).toBe(401);
    const bound = await system.bind();
    expect(bound.text.match(/<li>\s*<code>/g)).toHaveLength(8);
    expect((await system.read('/api/accounts')).json).toMatchObject({ total: 1 });
    expect((await new Visitor().send('/setup', { ...form, code })).text).toContain(
      '已经有系统管理员',
    );
    expect((await system.read('/api/alerts')).status).toBe(403);
  });

  it('the security administrator, whom nobody can approve yet, and then nobody without approval', async () => {
    const first = await system.post('/api/accounts', account('anquan', '安某', 'security-admin'));
    expect(first.status).toBe(201);
    const { password: initial } = first.json as Made;
    expect(await begin(security, 'anquan', initial)).toMatchObject({
      to: '/login/factor',
    });
    await security.bind();
    const wish = account('shenji', '申某', 'auditor');
    const made = await system.post('/api/accounts', wish);
    const { id, password } = made.json as Made;
    expect((await auditor.send('/login', { login: 'shenji', password })).status).toBe(401);
    expect((await system.post(`/api/accounts/${id}/approval`, rightsOf(wish))).status).toBe(403);
    expect((await security.post(`/api/accounts/${id}/approval`, rightsOf(wish))).status).toBe(200);
    expect(await begin(auditor, 'shenji', password)).toMatchObject({ to: '/login/factor' });
    await auditor.bind();
  });

  it('a unit, which sees its own and no more', async () => {
    const wish = account('lianluo', '廖某', 'liaison', 'scjgj');
    const { id, password } = (await system.post('/api/accounts', wish)).json as Made;
    await security.post(`/api/accounts/${id}/approval`, rightsOf(wish));
    expect(await begin(liaison, 'lianluo', password)).toMatchObject({ to: '/units/scjgj' });
    const page = await liaison.ask('/units/scjgj');
    expect(page.text).toContain('廖某');
    expect(page.text).not.toContain('href="/notices"');
    expect((await liaison.read('/api/alerts')).json).toMatchObject({ rows: [], total: 0 });
    expect((await liaison.ask('/units/gaj')).status).toBe(404);
    expect((await liaison.ask('/alerts/1')).status).toBe(404);
    expect((await liaison.ask('/notices')).status).toBe(403);
    expect((await liaison.ask('/')).to).toBe('/units/scjgj');
  });

  it('again, with the second factor, which is good for once', async () => {
    await system.send('/logout', {});
    expect((await system.read('/api/accounts')).status).toBe(401);
    const { login, password } = SYSTEM;
    expect(await system.send('/login', { login, password })).toMatchObject({ to: '/login/code' });
    expect((await system.read('/api/accounts')).status).toBe(401);
    expect((await system.send('/login/code', { code: '000000' })).status).toBe(401);
    const code = system.code();
    expect(await system.send('/login/code', { code })).toMatchObject({
      status: 303,
      to: '/workbench',
    });
    const again = new Visitor();
    await again.send('/login', { login, password });
    expect((await again.send('/login/code', { code })).text).toContain('已经用过');
  });

  it('out again at once when the account is disabled', async () => {
    const found = (await system.read('/api/accounts?words=lianluo')).json as { rows: Made[] };
    const id = found.rows[0]?.id ?? '';
    await system.post(`/api/accounts/${id}/disabling`);
    expect((await liaison.read('/api/alerts')).status).toBe(401);
    expect(
      (await liaison.send('/login', { login: 'lianluo', password: NEW_PASSWORD })).status,
    ).toBe(401);
  });

  it('and all of it stands on the trail, which the auditor verifies', async () => {
    interface Line {
      readonly who: string;
      readonly action: string;
      readonly outcome: string;
      readonly subject: string | null;
    }
    const lines = ((await auditor.read('/api/audit?limit=200')).json as { rows: Line[] }).rows;
    const told = lines.map(({ who, action, outcome }) => `${who} ${action} ${outcome}`);
    for (const line of [
      '徐系统 session.setup done',
      '徐系统 accounts.make begun',
      '徐系统 accounts.approve refused',
      '安某 accounts.approve done',
      '廖某 inbox.read done',
      '廖某 alerts.read refused',
      '徐系统 session.second-factor refused',
      '廖某 session.open refused',
    ])
      expect(told).toContain(line);
    expect(JSON.stringify(lines)).not.toContain(NEW_PASSWORD);
    const verification = async () =>
      (await auditor.read('/api/audit/verification')).json as { state: string; verdict: unknown };
    await auditor.post('/api/audit/verification');
    await until(async () => (await verification()).state === 'done');
    expect((await verification()).verdict).toMatchObject({ faults: 0, told: [] });
    const exported = await auditor.ask('/api/audit/export?from=2026-01-01&to=2099-12-31');
    expect([exported.status, exported.text.startsWith('PK')]).toEqual([200, true]);
    const { code, words } = await risk(env, 'audit', 'verify');
    expect([code, words.includes('完好')]).toEqual([0, true]);
    expect((await auditor.read('/api/alerts')).status).toBe(403);
    expect((await system.read('/api/audit')).status).toBe(403);
  });

  it('programs of this machine deliver without a token until there is one', async () => {
    const deliver = (headers: Record<string, string> = {}) =>
      fetch(`${url}/api/feeds/complaint`, { method: 'POST', body: '[]', headers });
    expect((await deliver()).status).toBe(422);
    const endsAt = '2099-01-01T00:00:00+08:00';
    const wish = { name: '热线平台', feeds: ['complaint'], endsAt };
    const made = await system.post('/api/tokens', wish);
    const { id, token } = made.json as { id: string; token: string };
    const authorization = `Bearer ${token}`;
    expect((await deliver()).status).toBe(401);
    expect((await deliver({ authorization })).status).toBe(422);
    const other = await fetch(`${url}/api/feeds/registration`, {
      ...{ method: 'POST', body: '[]', headers: { authorization } },
    });
    expect(other.status).toBe(403);
    expect((await fetch(`${url}/api/alerts`, { headers: { authorization } })).status).toBe(403);
    await system.post(`/api/tokens/${id}/revocation`);
    expect((await deliver({ authorization })).status).toBe(401);
  });

  it('all of them out at one word', async () => {
    const { json } = await security.post('/api/sessions/end');
    expect((json as { ended: number }).ended).toBeGreaterThan(2);
    for (const visitor of [system, security, auditor])
      expect((await visitor.read('/api/session')).status).toBe(401);
  });
});
