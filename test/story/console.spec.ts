import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { describeWithBrowser } from '../support/browser.js';
import { faintTexts } from '../support/contrast.mjs';
import { AppProcess } from '../support/process.js';
import { atDatabase } from '../support/sign-in.js';

/** What the browser's side of a test uses of the page; the house itself is compiled without a DOM. */
interface Dom {
  readonly document: {
    readonly title: string;
    readonly activeElement: { readonly textContent: string } | null;
    readonly documentElement: { readonly scrollWidth: number };
  };
  readonly innerWidth: number;
  readonly scrollY: number;
  scrollTo(x: number, y: number): void;
}

/** What somebody keeps who bound a second factor. */
interface Factor {
  readonly secret: Secret;
  readonly recoveryCodes: readonly string[];
}

const DESK = { width: 1366, height: 768 };
const HOSTILE = '<img src=x onerror="document.title=1">';
const PASSWORD = 'Chun-Feng-2026!';

/** A step is many clicks, and the machine may be busy with other stories. */
jest.setTimeout(180_000);

/** With `RISK_PICTURES=folder` pictures of the screens are kept there. */
const PICTURES = process.env['RISK_PICTURES'];

/** The workbench in a real browser: from an empty house to accounts that two administrators gave together. */
describeWithBrowser('the workbench', (open) => {
  let dir: string;
  let app: AppProcess;
  let url: string;
  let browser: Browser;
  let system: Page;
  let security: Page;
  let auditor: Page;
  let keys: Factor;
  const complaints: string[] = [];
  const strangers: string[] = [];
  const first: Record<string, string> = {};

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-console-'));
    app = await AppProcess.start('standalone', {
      ...{ RISK_DATA: dir, RISK_SAMPLES: 'off', PORT: '0' },
    });
    url = await app.url();
    browser = await open();
    system = await freshPage();
  }, 400_000);
  afterAll(async () => {
    await browser.close();
    await app.end('SIGTERM');
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  /** Somebody else's browser, in another part of the world, without what plain http does not have. */
  async function freshPage(): Promise<Page> {
    const context = await browser.newContext({
      ...{ viewport: DESK, locale: 'zh-CN', timezoneId: 'America/New_York' },
    });
    const page = await context.newPage();
    await page.addInitScript(
      'Object.defineProperty(navigator, "clipboard", { value: undefined }); delete crypto.randomUUID;',
    );
    page.on('console', (message) => {
      const isAsked = / 4(01|03|09|22) /.test(message.text());
      const isComplaint = ['error', 'warning'].includes(message.type());
      if (isComplaint && !isAsked) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== url) strangers.push(request.url());
    });
    return page;
  }

  const heading = (page: Page) => page.locator('main h1').innerText();
  const here = (page: Page) => page.url().slice(url.length);
  const line = (page: Page, name: string) =>
    page.locator('tbody tr').filter({ hasText: name }).first();
  const beside = (page: Page) => page.getByRole('dialog');
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  /** Looks at the screen as it is: wide enough, strong enough, and kept as a picture when wanted. */
  async function look(page: Page, name: string): Promise<void> {
    expect([name, await page.evaluate(faintTexts)]).toEqual([name, []]);
    const overflow = await page.evaluate(() => {
      const { document, innerWidth } = globalThis as unknown as Dom;
      return document.documentElement.scrollWidth - innerWidth;
    });
    expect([name, overflow]).toEqual([name, 0]);
    if (PICTURES === undefined) return;
    await mkdir(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  async function bindFactor(page: Page): Promise<Factor> {
    const text = await page.locator('main code').innerText();
    const secret = Secret.fromBase32(text.replace(/\s/g, ''));
    await page.fill('[name=code]', new TOTP({ secret }).generate());
    await button(page, '绑定').click();
    const recoveryCodes = await page.locator('.codes code').allInnerTexts();
    await page.getByRole('link', { name: '进入平台' }).click();
    return { secret, recoveryCodes };
  }

  /** What the telephone shows next: the present code was used to bind it, and each is good for once. */
  const nextCode = ({ secret }: Factor): string =>
    new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 });

  async function prove(page: Page, code: string): Promise<void> {
    await page.fill('[name=code]', code);
    await button(page, '确定').click();
  }

  async function signIn(page: Page, login: string, password: string): Promise<void> {
    await page.goto(`${url}/workbench`);
    await page.fill('[name=login]', login);
    await page.fill('[name=password]', password);
    await button(page, '登录').click();
  }

  async function changePassword(page: Page, from: string): Promise<void> {
    await page.fill('[name=current]', from);
    await page.fill('[name=next]', PASSWORD);
    await page.fill('[name=again]', PASSWORD);
    await button(page, '更换').click();
  }

  /** Asks for an account of the office. */
  async function wish(page: Page, who: { login: string; name: string; role: string }) {
    await button(page, '新建账号').click();
    await page.getByLabel('用户名').fill(who.login);
    await page.getByLabel('姓名').fill(who.name);
    await page.getByRole('combobox', { name: '单位' }).click();
    await page.keyboard.type('金融委员会办公室');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: who.role }).check();
    await page.getByRole('dialog').getByRole('button', { name: '建立', exact: true }).click();
  }

  /** Makes an account and answers the password that is shown once. */
  async function make(page: Page, who: { login: string; name: string; role: string }) {
    await wish(page, who);
    return page.locator('.once code').innerText();
  }

  const tried = (page: Page) =>
    Promise.all(
      ['code', 'login', 'name', 'password'].map((name) => page.inputValue(`[name=${name}]`)),
    );

  it('leads the first administrator from the code of the console to the list of accounts', async () => {
    const code = /一次性验证码 (\S+)（/.exec(app.words.join(''))?.[1] ?? 'none';
    await system.goto(`${url}/workbench`);
    expect(here(system)).toBe('/login?to=%2Fworkbench');
    await system.goto(`${url}/setup`);
    await system.fill('[name=code]', code);
    await system.fill('[name=login]', 'chen.xt');
    await system.fill('[name=name]', '陈系统');
    await system.fill('[name=password]', 'Admin123456');
    await system.fill('[name=again]', 'Admin123456');
    await button(system, '建立').click();
    await system.getByText('太常见').waitFor();
    expect(await tried(system)).toEqual([code, 'chen.xt', '陈系统', '']);
    await look(system, 'setup-refused');
    await system.fill('[name=password]', PASSWORD);
    await system.fill('[name=again]', PASSWORD);
    await button(system, '建立').click();
    await bindFactor(system);
    await line(system, '陈系统').waitFor();
    expect([here(system), await heading(system)]).toEqual(['/workbench/accounts', '账号']);
    expect(await line(system, '陈系统').innerText()).toMatch(/系统管理员[\s\S]*在用[\s\S]*已绑定/);
  });

  it('lets him make a security administrator, whose password is shown once and can be copied', async () => {
    first['security'] = await make(system, {
      ...{ login: 'wang.aq', name: '王安全', role: '安全管理员' },
    });
    expect(await beside(system).innerText()).toContain('首位安全管理员，不需批准');
    await button(system, '复制').click();
    expect(await system.locator('.once [role=status]').innerText()).toBe('已复制');
    await look(system, 'password-once');
    await button(system, '已经记下').click();
    const search = system.getByLabel('搜索账号');
    await search.focus();
    await system.keyboard.press('Control+V');
    expect(await search.inputValue()).toBe(first['security']);
    await search.fill('');
    expect(await system.content()).not.toContain(first['security']);
  });

  it('tells at once which roles may not lie in one hand', async () => {
    await button(system, '新建账号').click();
    await system.getByRole('combobox', { name: '单位' }).click();
    await system.keyboard.type('金融委员会办公室');
    await system.keyboard.press('Enter');
    await system.getByRole('checkbox', { name: '监测员' }).check();
    await system.getByRole('checkbox', { name: '审计员' }).check();
    await system.getByRole('dialog').getByRole('button', { name: '建立', exact: true }).click();
    await system.getByText('互不兼任，也不兼任业务角色').waitFor();
    await look(system, 'make-account');
    await button(system, '取消').click();
  });

  it('keeps a new account waiting, first in the list, and its maker from approving it', async () => {
    first['monitor'] = await make(system, {
      ...{ login: 'li.jc', name: '李监测', role: '监测员' },
    });
    expect(await beside(system).innerText()).toContain('等待安全管理员批准');
    await button(system, '已经记下').click();
    await make(system, { login: 'hostile', name: HOSTILE, role: '核查员' });
    await button(system, '已经记下').click();
    await line(system, HOSTILE).waitFor();
    expect(await system.locator('tbody tr').first().innerText()).toMatch(/李监测[\s\S]*待批准/);
    await system.getByRole('link', { name: '李监测' }).click();
    await beside(system).getByText('建立账号、提出授权的人不能自己批准').waitFor();
    expect(await button(system, '批准').count()).toBe(0);
    await look(system, 'account-waiting');
    await system.keyboard.press('Escape');
    expect(await system.locator('img').count()).toBe(0);
    expect(await system.title()).toBe('账号 · 工作台');
  });

  it('leads the security administrator through a new password and a second factor', async () => {
    security = await freshPage();
    await signIn(security, 'wang.aq', first['security'] ?? '');
    expect(here(security)).toBe('/login/password');
    await changePassword(security, first['security'] ?? '');
    expect(here(security)).toBe('/login/factor');
    await bindFactor(security);
    await line(security, '李监测').waitFor();
    expect(await button(security, '新建账号').count()).toBe(0);
    const menu = await security.getByRole('navigation').innerText();
    expect(menu).toContain('角色与权限');
    expect(menu).not.toContain('服务令牌');
  });

  it('lets her approve, after saying what comes of it', async () => {
    await security.getByText('待批准', { exact: true }).first().click();
    expect(here(security)).toBe('/workbench/accounts?waiting=true');
    await security.getByRole('link', { name: '李监测' }).click();
    await button(security, '批准').click();
    await security.getByText('可见范围为全市。批准后立即生效').waitFor();
    await look(security, 'approve');
    await security.locator('.ant-modal-confirm .ant-btn-primary').click();
    await security.getByText('李监测：已批准').waitFor();
    expect(await beside(security).innerText()).toMatch(/批准\s+王安全/);
    await security.keyboard.press('Escape');
    await line(security, '李监测').waitFor({ state: 'detached' });
  });

  it('lets other rights stand only when another administrator grants them', async () => {
    await system.getByRole('link', { name: '李监测' }).click();
    await button(system, '更改授权').click();
    await system.getByRole('checkbox', { name: '金融办负责人' }).check();
    await button(system, '提出').click();
    await system.getByText('待批准的授权').waitFor();
    await look(system, 'rights-proposed');
    await security.goto(`${url}/workbench/accounts`);
    await security.getByRole('link', { name: '李监测' }).click();
    const shown = beside(security);
    await shown.getByText('待批准的授权').waitFor();
    expect(await shown.innerText()).toMatch(
      /角色\s+监测员[\s\S]*监测员、金融办负责人[\s\S]*陈系统/,
    );
    await button(security, '退回').click();
    await security.locator('.ant-modal-confirm .ant-btn-dangerous').click();
    await security.getByText('李监测：已退回').waitFor();
    expect(await shown.innerText()).not.toContain('待批准的授权');
    await system.keyboard.press('Escape');
  });

  it('lets them make an auditor together, who binds a second factor', async () => {
    first['auditor'] = await make(system, { login: 'zhao.sj', name: '赵审计', role: '审计员' });
    await button(system, '已经记下').click();
    await security.goto(`${url}/workbench/accounts?waiting=true`);
    await security.getByRole('link', { name: '赵审计' }).click();
    await button(security, '批准').click();
    await security.locator('.ant-modal-confirm .ant-btn-primary').click();
    await security.getByText('赵审计：已批准').waitFor();
    auditor = await freshPage();
    await signIn(auditor, 'zhao.sj', first['auditor']);
    await changePassword(auditor, first['auditor']);
    keys = await bindFactor(auditor);
    expect(keys.recoveryCodes).toHaveLength(8);
    await line(auditor, '陈系统').waitFor();
  });

  it('asks her for the code at the next login, and lets no wrong one in', async () => {
    await button(auditor, '退出').click();
    await signIn(auditor, 'zhao.sj', PASSWORD);
    expect(here(auditor)).toBe('/login/code');
    await look(auditor, 'login-code');
    await prove(auditor, '000000');
    await auditor.getByText('动态口令不正确').waitFor();
    await look(auditor, 'login-code-refused');
    expect((await auditor.request.get(`${url}/api/audit`)).status()).toBe(401);
    await prove(auditor, nextCode(keys));
    await line(auditor, '陈系统').waitFor();
    expect(here(auditor)).toBe('/workbench/accounts');
  });

  it('takes a recovery code instead, once', async () => {
    const [code = ''] = keys.recoveryCodes;
    const elsewhere = await freshPage();
    await signIn(elsewhere, 'zhao.sj', PASSWORD);
    await prove(elsewhere, code);
    await line(elsewhere, '陈系统').waitFor();
    await button(elsewhere, '退出').click();
    await signIn(elsewhere, 'zhao.sj', PASSWORD);
    await prove(elsewhere, code);
    await elsewhere.getByText('已经用过').waitFor();
    await elsewhere.context().close();
  });

  it('shows the auditor who did what, and of it what she asks for', async () => {
    await auditor.getByRole('link', { name: '审计', exact: true }).click();
    await line(auditor, '王安全').waitFor();
    expect(await heading(auditor)).toBe('审计');
    await look(auditor, 'audit');
    await auditor.getByRole('combobox', { name: '结果' }).selectOption('refused');
    await line(auditor, '成功').waitFor({ state: 'detached' });
    await button(auditor, '赵审计').first().click();
    await auditor.getByText('共 2 条').waitFor();
    expect(decodeURI(here(auditor))).toMatch(/^\/workbench\/audit\?.*who=赵审计/);
    const rows = await auditor.locator('tbody tr').allInnerTexts();
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/赵审计[\s\S]*登录（动态口令）[\s\S]*拒绝/);
    await auditor.goBack();
    await auditor.goBack();
    await line(auditor, '成功').waitFor();
  });

  it('tells her that the whole trail holds', async () => {
    await auditor.getByText('还没有核验过').waitFor();
    await button(auditor, '核验整条审计账').click();
    await auditor.getByText(/[1-9]\d* 行前后相接，没有改动、缺失或错序$/).waitFor();
    await look(auditor, 'audit-holds');
  });

  it('names the line that was changed behind the back of the house', async () => {
    const seq = await atDatabase(dir, async (client) => {
      await client.query('set session_replication_role = replica');
      const { rows } = await client.query<{ seq: string }>(
        `update audit_line set who = '赵审计' where seq =
           (select min(seq) from audit_line where who = '陈系统') returning seq`,
      );
      return rows[0]?.seq ?? 'none';
    });
    await button(auditor, '核验整条审计账').click();
    await auditor.getByText('发现 1 处不对').waitFor();
    expect(await auditor.locator('.audit-faults li').allInnerTexts()).toEqual([
      `第 ${seq} 行的内容与它的哈希不符`,
    ]);
    await look(auditor, 'audit-broken');
  });

  it('opens to a monitor nothing of the administrators', async () => {
    const monitor = await freshPage();
    await signIn(monitor, 'li.jc', first['monitor'] ?? '');
    await changePassword(monitor, first['monitor'] ?? '');
    await bindFactor(monitor);
    await monitor.goto(`${url}/workbench/accounts`);
    await monitor.locator('main h1').waitFor();
    expect(await heading(monitor)).toMatch(/没有/);
    const menu = await monitor.getByRole('navigation').innerText();
    expect(menu).not.toMatch(/账号|角色与权限|服务令牌|审计/);
    const status = await monitor.request.get(`${url}/api/accounts`);
    expect(status.status()).toBe(403);
    await look(monitor, 'nothing-here');
  });

  it('keeps the state of the list in the address, and Back restores it', async () => {
    await system.goto(`${url}/workbench/accounts`);
    await system.getByLabel('搜索账号').fill('李监');
    await system.keyboard.press('Enter');
    await line(system, '王安全').waitFor({ state: 'detached' });
    expect(decodeURI(here(system))).toBe('/workbench/accounts?words=李监');
    await system.getByRole('link', { name: '角色与权限' }).click();
    await system.getByText('各角色的权限').waitFor();
    await look(system, 'roles');
    await system.evaluate(() => (globalThis as unknown as Dom).scrollTo(0, 600));
    await system.getByRole('link', { name: '账号' }).click();
    await line(system, '王安全').waitFor();
    await system.goBack();
    await system.waitForFunction(() => (globalThis as unknown as Dom).scrollY === 600);
    await system.goBack();
    await line(system, '王安全').waitFor({ state: 'detached' });
    expect(await system.getByLabel('搜索账号').inputValue()).toBe('李监');
    await system.reload();
    await line(system, '李监测').waitFor();
    expect(await line(system, '王安全').count()).toBe(0);
  });

  it('can be used without a mouse', async () => {
    await system.goto(`${url}/workbench/accounts`);
    await line(system, '李监测').waitFor();
    const focused = () =>
      system.evaluate(() => (globalThis as unknown as Dom).document.activeElement?.textContent);
    await system.keyboard.press('Tab');
    expect(await focused()).toBe('跳到正文');
    await system.getByRole('link', { name: '服务令牌' }).focus();
    await system.keyboard.press('Enter');
    await system.getByText('还没有发放过令牌').waitFor();
    await system.keyboard.press('Tab');
    expect(await focused()).toBe('发放令牌');
    await system.keyboard.press('Enter');
    await system.getByLabel('报送系统的名称').waitFor();
    await system.keyboard.press('Escape');
    await system.getByLabel('报送系统的名称').waitFor({ state: 'hidden' });
    expect(await focused()).toBe('发放令牌');
  });

  it('hands out tokens, shown once, and takes them back', async () => {
    await button(system, '发放令牌').click();
    await system.getByLabel('报送系统的名称').fill('12345 热线平台');
    await button(system, '发放').click();
    await system.getByText('至少选一路').waitFor();
    await look(system, 'make-token');
    await system.getByRole('checkbox', { name: '投诉举报' }).check();
    await button(system, '发放').click();
    expect(await system.locator('.once code').innerText()).toMatch(/^risk_/);
    await button(system, '已经记下').click();
    await line(system, '12345 热线平台').waitFor();
    await look(system, 'tokens');
    await button(system, '收回').click();
    await system.locator('.ant-modal-confirm .ant-btn-dangerous').click();
    await system.getByText('已由陈系统收回').waitFor();
  });

  it('warns quietly before a login ends for want of a sign of life, and goes on when told', async () => {
    const page = await system.context().newPage();
    await page.clock.install();
    await page.goto(`${url}/workbench/accounts`);
    await line(page, '李监测').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.clock.fastForward('27:30');
    await page.getByText('即将自动退出').waitFor();
    await look(page, 'idle');
    await button(page, '继续').click();
    await page.getByText('即将自动退出').waitFor({ state: 'detached' });
    await page.close();
  });

  it('tells in the words of the server why something did not work', async () => {
    await system.goto(`${url}/workbench/accounts`);
    await wish(system, { login: 'li.jc', name: '李监测', role: '核查员' });
    await system.getByText('已经有人使用').waitFor();
    await look(system, 'refused');
    await button(system, '取消').click();
  });

  it('signs everybody out at once, and leads each back to where they were', async () => {
    await security.goto(`${url}/workbench/accounts?state=active`);
    await line(security, '李监测').waitFor();
    await button(system, '结束所有人的登录').click();
    await system.getByText('包括您自己').waitFor();
    await look(system, 'end-all');
    await button(system, '全部结束').click();
    await system.waitForURL(`${url}/login`);
    await security.getByRole('link', { name: '李监测' }).click();
    await security.waitForURL(/\/login\?to=/);
    const to = new URL(security.url()).searchParams.get('to');
    expect(to).toMatch(/^\/workbench\/accounts\?state=active&account=\d+$/);
  });

  it('made the browser complain of nothing and ask no other host', () => {
    expect([complaints, strangers]).toEqual([[], []]);
  });
});
