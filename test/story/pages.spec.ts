import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeWithBrowser } from '../support/browser.js';
import { AppProcess, until } from '../support/process.js';
import { signedIn } from '../support/sign-in.js';

/** What the browser's side of a test uses of the page; the house itself is compiled without a DOM. */
interface Dom {
  readonly document: { readonly documentElement: { readonly scrollWidth: number } };
  readonly innerWidth: number;
  getComputedStyle(element: unknown): { readonly backgroundColor: string };
}

const HOSTILE = '<img src=x onerror="document.title=1">财富管理有限公司';
const FIRM = '郴州金穗源财富管理有限公司';
/** A missing page is a failed request, which the browser notes by itself. */
const MISSING = '/alerts/999999';
const DESK = { width: 1366, height: 900 };
const PHONE = { width: 390, height: 800 };

/** With `RISK_PICTURES=folder` the walk leads through the sample city, and its pictures are kept there. */
const PICTURES = process.env['RISK_PICTURES'];

/** The pages in a real browser, at a desk and on a phone. */
describeWithBrowser('the pages', (open) => {
  let dir: string;
  let app: AppProcess;
  let url: string;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  const strangers: string[] = [];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-pages-'));
    const samples = PICTURES === undefined ? 'off' : 'on';
    app = await AppProcess.start('standalone', {
      ...{ RISK_DATA: dir, RISK_SAMPLES: samples, PORT: '0' },
    });
    url = await app.url();
    const lure = (n: number, name: string) => ({
      source: 'ad-monitor',
      sourceId: `A-${n}`,
      occurredAt: '2026-11-02T09:00:00+08:00',
      payload: {
        text: `${name}承诺保本保息，年化收益24%，零风险，拉人返现，老年人优先`,
        advertiser: { name },
        regionCode: '431002',
      },
    });
    const names = PICTURES === undefined ? [FIRM, HOSTILE] : [FIRM];
    const body = names.map((name, n) => lure(n, name));
    await fetch(`${url}/api/feeds/advertisement`, { method: 'POST', body: JSON.stringify(body) });
    const notices = async (state: string) =>
      (await json<{ rows: object[] }>(`/api/notices?state=${state}`)).rows.length;
    await until(async () => (await notices('sent')) > 0);
    await until(async () => (await notices('pending')) === 0);
    browser = await open();
    const context = await browser.newContext({ viewport: DESK });
    const [, value = ''] = (await as('张某')).cookie.split('=');
    await context.addCookies([{ name: 'risk', value, url }]);
    page = await context.newPage();
    page.on('console', (message) => {
      const isAsked = message.location().url.endsWith(MISSING);
      if (message.type() === 'error' && !isAsked) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== url) strangers.push(request.url());
    });
    await page.goto(url);
  }, 400_000);
  afterAll(async () => {
    await browser.close();
    await app.end('SIGTERM');
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  const as = (name: string) => signedIn(dir, { name });
  const json = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${url}${path}`, { headers: await as('张某') })).json()) as T;
  const words = () => page.locator('main').innerText();
  const heading = () => page.locator('h1').innerText();

  async function picture(name: string): Promise<void> {
    if (PICTURES === undefined) return;
    await mkdir(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  it('show the alerts, styled, with what waits for somebody', async () => {
    await expect(page.getByRole('heading', { name: /预警清单/ }).count()).resolves.toBe(1);
    expect(await words()).toMatch(/待签收[\s\S]*已逾期[\s\S]*送达不明[\s\S]*暂停发送/);
    const header = await page
      .locator('header')
      .evaluate((h) => (globalThis as unknown as Dom).getComputedStyle(h).backgroundColor);
    expect(header).toBe('rgb(29, 79, 145)');
    await picture('home');
  });

  it('run nothing that a record brings along', async () => {
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toBe('风险总览');
  });

  it('lead from an alert to its reasons, its log, and who owes what until when', async () => {
    await page.locator('main table a[href^="/alerts/"]').first().click();
    for (const name of ['预警理由', '经过', '通知记录'])
      await expect(page.getByRole('heading', { name }).count()).resolves.toBe(1);
    expect(await words()).toMatch(/首次预警为[\s\S]*职责与时限[\s\S]*主办[\s\S]*签收/);
    await picture('alert');
    await page
      .getByRole('heading', { name: '经过' })
      .evaluate((h) => (h as unknown as { scrollIntoView(): void }).scrollIntoView());
    await picture('life');
  });

  it('lead on to what was really said', async () => {
    await page.locator('a[href^="/notices/"]').first().click();
    expect(await heading()).toMatch(/通知 \d+/);
    // Old notices of the sample story were never sent: the latest was.
    await page.getByRole('navigation').getByRole('link', { name: '通知', exact: true }).click();
    await page.getByRole('link', { name: '已发', exact: true }).click();
    await page.locator('tr', { hasText: FIRM }).locator('a').first().click();
    const said = await page.locator('pre').innerText();
    expect(said).toContain('预警编号');
    expect(said).toContain('不作为认定或者处罚的依据');
  });

  it('lead on to the unit, its duties and its inbox', async () => {
    await page.locator('dd a[href^="/units/"]').click();
    expect(await words()).toMatch(/单位代码[\s\S]*应办事项[\s\S]*收件箱/);
    await picture('unit');
  });

  it('lead on to the ledger, where the unit has its line', async () => {
    const name = await heading();
    await page.getByRole('link', { name: '本单位的履职台账' }).click();
    expect(await page.locator('table').innerText()).toContain(name);
    await page.getByRole('link', { name: '全部单位' }).click();
    await expect(page.locator('table tbody tr').count()).resolves.toBeGreaterThan(1);
    await picture('ledger');
  });

  it.each([
    ['应办事项', 'duties'],
    ['单位', 'units'],
    ['通知', 'notices'],
    ['静默与暂停', 'silences'],
    ['联席会议', 'meetings'],
    ['规则版本', 'editions'],
  ])('lead from everywhere to %s', async (name, path) => {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    expect([new URL(page.url()).pathname, await heading()]).toEqual([`/${path}`, name]);
  });

  it('show what somebody did within the same minute', async () => {
    const { rows } = await json<{ rows: { id: string; entityName: string }[] }>(
      `/api/alerts?words=${encodeURIComponent(FIRM)}`,
    );
    const { id } = rows.find(({ entityName }) => entityName === FIRM)!;
    const { duties } = await json<{ duties: { unit: string; role: string }[] }>(
      `/api/alerts/${id}/life`,
    );
    const { unit } = duties.find(({ role }) => role === 'lead')!;
    const step = { kind: 'acknowledged', unit, by: '张某', because: '安排两人上门' };
    const answer = await fetch(`${url}/api/alerts/${id}/steps`, {
      ...{ method: 'POST', body: JSON.stringify(step), headers: await as('张某') },
    });
    expect(answer.status).toBe(200);
    await page.goto(`${url}/alerts/${id}`);
    expect(await heading()).toContain('已签收');
    expect(await words()).toMatch(/张某（.+）签收 → 已签收：安排两人上门/);
    expect(await words()).toContain('按时完成');
  });

  it('say in words, with a way back, that there is no such page', async () => {
    await page.goto(`${url}${MISSING}`);
    expect(await words()).toContain('没有这条预警');
    await page.getByRole('link', { name: '回到总览' }).click();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('fit a phone without scrolling sideways', async () => {
    const { rows } = await json<{ rows: { id: string; alertId: string; unit: string }[] }>(
      '/api/notices?state=sent',
    );
    const { id, alertId, unit } = rows[0]!;
    const paths = [
      ...['/', `/alerts/${alertId}`, `/notices/${id}`, `/units/${unit}`, '/duties', '/units'],
      ...['/notices', '/silences', '/ledger', '/meetings', '/editions'],
    ];
    await page.setViewportSize(PHONE);
    const wide: string[] = [];
    for (const path of paths) {
      await page.goto(`${url}${path}`);
      const overflow = await page.evaluate(() => {
        const { document, innerWidth } = globalThis as unknown as Dom;
        return document.documentElement.scrollWidth - innerWidth;
      });
      if (overflow > 0) wide.push(`${path}: ${overflow}`);
    }
    expect(wide).toEqual([]);
    await page.setViewportSize(DESK);
  });

  it('are good on paper: no navigation, nothing white on white', async () => {
    await page.goto(`${url}/duties`);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation').isVisible()).resolves.toBe(false);
    await expect(page.locator('h1').isVisible()).resolves.toBe(true);
    await page.emulateMedia({ media: null });
  });

  it('made the browser complain of nothing and ask no other host', () => {
    expect([complaints, strangers]).toEqual([[], []]);
  });
});
