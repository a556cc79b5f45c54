import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeWithBrowser } from './browser.js';
import { faintTexts } from './contrast.mjs';
import { AppProcess } from './process.js';
import { fillWithSampleCity } from './sample-city.js';
import { signedIn, type Visitor } from './sign-in.js';

/** What the browser's side of a test uses of the page; the house itself is compiled without a DOM. */
interface Dom {
  readonly document: { readonly documentElement: { readonly scrollWidth: number } };
  readonly innerWidth: number;
}

/** Who can come in without a password as long as the sample city stands. */
export type DemonstrationLogin =
  'demo-office' | 'demo-director' | 'demo-liaison' | 'demo-police' | 'demo-reader';

/** A step of a story is many clicks, and the machine may be busy with other stories. */
jest.setTimeout(180_000);

const DESK = { width: 1366, height: 768 };

/** With `RISK_PICTURES=folder` pictures of the screens are kept there. */
const PICTURES = process.env['RISK_PICTURES'];

/** The sample city in a process of its own, and people who look at it in a real browser. */
export class Workbench {
  /** What the consoles of all browsers complained about. */
  readonly complaints: string[] = [];
  /** What was asked of other hosts than the house. */
  readonly strangers: string[] = [];

  private constructor(
    readonly url: string,
    private readonly dir: string,
    private readonly app: AppProcess,
    private readonly browser: Browser,
  ) {}

  static async open(browser: Browser, env: Readonly<Record<string, string>>): Promise<Workbench> {
    const dir = await mkdtemp(join(tmpdir(), 'risk-workbench-'));
    // A story that needs nothing of the sample city begins in an empty house, and at once.
    if (env['RISK_SAMPLES'] !== 'off') await fillWithSampleCity(dir);
    const app = await AppProcess.start('standalone', { RISK_DATA: dir, PORT: '0', ...env });
    return new Workbench(await app.url(), dir, app, browser);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.app.end('SIGTERM');
    await rm(this.dir, { recursive: true, force: true });
  }

  /** Somebody's own browser, in another part of the world, without what plain http does not have. */
  async freshPage(): Promise<Page> {
    const context = await this.browser.newContext({
      ...{ viewport: DESK, locale: 'zh-CN', timezoneId: 'America/New_York' },
    });
    const page = await context.newPage();
    await page.addInitScript(
      'Object.defineProperty(navigator, "clipboard", { value: undefined }); delete crypto.randomUUID;',
    );
    page.on('console', (message) => {
      const isAnswered = / 4\d\d /.test(message.text());
      const isComplaint = ['error', 'warning'].includes(message.type());
      if (isComplaint && !isAnswered) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== this.url) this.strangers.push(request.url());
    });
    return page;
  }

  /** One of the people of the sample city, at a screen of the workbench: `alerts/12`. */
  async as(login: DemonstrationLogin, screen = ''): Promise<Page> {
    const page = await this.freshPage();
    await page.goto(`${this.url}/login`);
    await page.locator(`button[name=login][value=${login}]`).click();
    await page.waitForLoadState();
    await page.goto(`${this.url}/workbench/${screen}`);
    return page;
  }

  /** Somebody whom the sample city does not have: an administrator, say. */
  async asVisitor(visitor: Visitor, screen: string): Promise<Page> {
    const page = await this.freshPage();
    const { cookie } = await signedIn(this.dir, visitor);
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url: this.url }]);
    await page.goto(`${this.url}/workbench/${screen}`);
    return page;
  }

  /** Looks at the screen as it is: wide enough, strong enough, and kept as a picture when wanted. */
  async look(page: Page, name: string): Promise<void> {
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
}

/**
 * A story of people at the workbench of the sample city, told in `it`s that follow one another; at its end no
 * console may have complained and nothing may have been asked of another host.
 */
export function describeAtWorkbench(
  name: string,
  tell: (house: () => Workbench) => void,
  env: Readonly<Record<string, string>> = {},
): void {
  describeWithBrowser(name, (open) => {
    let workbench: Workbench;
    beforeAll(async () => {
      workbench = await Workbench.open(await open(), env);
    }, 400_000);
    afterAll(() => workbench.close(), 60_000);
    tell(() => workbench);
    it('without a complaint of any console, and without another host', () => {
      const { complaints, strangers } = workbench;
      expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
    });
  });
}
