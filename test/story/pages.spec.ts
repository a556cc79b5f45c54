import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeWithBrowser } from '../support/browser.js';
import { AppProcess } from '../support/process.js';

/** What the browser's side of a test uses of the page; the house itself is compiled without a DOM. */
interface Dom {
  readonly document: { readonly documentElement: { readonly scrollWidth: number } };
  readonly innerWidth: number;
  getComputedStyle(element: unknown): { readonly backgroundColor: string };
}

const HOSTILE = '<img src=x onerror="document.title=1">财富管理有限公司';

/** The pages in a real browser, at a desk and on a phone. */
describeWithBrowser('the pages', (open) => {
  let dir: string;
  let app: AppProcess;
  let url: string;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-pages-'));
    app = await AppProcess.start('standalone', { RISK_DATA: dir, RISK_SAMPLES: 'off', PORT: '0' });
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
    const body = [lure(1, '郴州金穗源财富管理有限公司'), lure(2, HOSTILE)];
    await fetch(`${url}/api/feeds/advertisement`, { method: 'POST', body: JSON.stringify(body) });
    browser = await open();
    page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(url);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await app.end('SIGTERM');
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  it('show the alerts, styled, without a complaint of the browser', async () => {
    await expect(page.getByRole('heading', { name: /预警清单/ }).count()).resolves.toBe(1);
    await expect(
      page.getByRole('link', { name: '郴州金穗源财富管理有限公司' }).count(),
    ).resolves.toBe(1);
    const header = await page
      .locator('header')
      .evaluate((h) => (globalThis as unknown as Dom).getComputedStyle(h).backgroundColor);
    expect(header).toBe('rgb(29, 79, 145)');
    expect(complaints).toEqual([]);
  });

  it('run nothing that a record brings along', async () => {
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toBe('风险总览');
  });

  it('lead from an alert to its reasons and to who was told', async () => {
    await page.getByRole('link', { name: '郴州金穗源财富管理有限公司' }).click();
    await expect(page.getByRole('heading', { name: '预警理由' }).count()).resolves.toBe(1);
    expect(await page.locator('main').innerText()).toMatch(
      /主办[\s\S]*利诱程度|利诱程度[\s\S]*主办/,
    );
    await page.goBack();
  });

  it('fit a phone without scrolling sideways', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    const overflow = await page.evaluate(() => {
      const { document, innerWidth } = globalThis as unknown as Dom;
      return document.documentElement.scrollWidth - innerWidth;
    });
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
