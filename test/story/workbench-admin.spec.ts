import { afterAll, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { until } from '../support/process.js';
import { describeAtWorkbench } from '../support/workbench.js';

/** A configuration of its own: a list of licences is written into it. */
const CONFIG = mkdtempSync(join(tmpdir(), 'risk-admin-config-'));
cpSync('config', CONFIG, { recursive: true });

/** What the browser's side uses of the page; the house itself is compiled without a DOM. */
interface Ranges {
  readonly document: {
    createRange(): {
      selectNodeContents(cell: unknown): void;
      getClientRects(): { readonly length: number };
    };
  };
}

/** In how many lines the text of a cell stands. */
function linesIn(cell: unknown): number {
  const text = (globalThis as unknown as Ranges).document.createRange();
  text.selectNodeContents(cell);
  return text.getClientRects().length;
}

/** In how many lines fields stand. */
async function linesOf(fields: Locator): Promise<number> {
  const boxes = await Promise.all((await fields.all()).map((field) => field.boundingBox()));
  return new Set(boxes.map((box) => box && box.y + box.height / 2)).size;
}

const LIST = [
  '机构名称,统一社会信用代码,许可证流水号,批准终止日期',
  '虚构市虚构村镇银行股份有限公司,,00000001,9999-12-31',
  '虚构市虚构农村信用合作联社,,00000002,2024-06-30',
  '虚构市错码银行,91431002MA4XN00010,00000003,',
].join('\n');

describeAtWorkbench(
  'who keeps the house running',
  (house) => {
    let admin: Page;
    let monitor: Page;
    afterAll(() => {
      rmSync(CONFIG, { recursive: true, force: true });
    });
    const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
    const main = (page: Page) => page.locator('main').innerText();
    const go = (page: Page, screen: string) => page.goto(`${house().url}/workbench/${screen}`);

    it('sees how it runs, and what to do about it', async () => {
      const visitor = { name: '周系统', roles: ['system-admin'] };
      admin = await house().asVisitor(visitor, 'health');
      await admin.getByText('平台可以工作').waitFor();
      const text = await main(admin);
      for (const words of ['数据到达', '积压', '数据库', '已到最新', '事件循环延迟', '审计账'])
        expect(text).toContain(words);
      expect(text).toContain('没有接通邮件');
      expect(text).toContain('SMTP_URL');
      expect(text).not.toMatch(/有限公司|投诉人|举报人/);
      await house().look(admin, 'admin-health');
    });

    it('sees whether the sources deliver, without a way into what they delivered', async () => {
      await go(admin, 'sources');
      await admin.getByRole('row').nth(2).waitFor();
      expect(await admin.locator('main a[href*="dead-letters"]').count()).toBe(0);
      await go(admin, 'sources?view=ledger');
      await admin.getByText('接收 ＝ 入库').waitFor();
      await house().look(admin, 'admin-sources');
    });

    it('sees no business, neither in the menu nor by its address', async () => {
      const menu = await admin.locator('nav').first().innerText();
      expect(menu).toContain('运行情况');
      expect(menu).not.toMatch(/工作台|主体|死信|公众举报|名单导入/);
      for (const path of ['alerts', 'dead-letters', 'entities', 'licensed'])
        expect([path, (await admin.request.get(`${house().url}/api/${path}`)).status()]).toEqual([
          path,
          403,
        ]);
    });

    it('leaves lines of all he tried, which the auditor reads in Chinese, with each address in one line', async () => {
      const visitor = { name: '申审计', roles: ['auditor'] };
      const auditor = await house().asVisitor(visitor, 'audit?who=周系统&outcome=refused');
      const address = auditor.locator('td.audit-whole', { hasText: '127.0.0.1' });
      await address.first().waitFor();
      const text = await main(auditor);
      for (const words of ['查看预警', '查看死信', '查看持牌机构登记', '原因：没有权限'])
        expect(text).toContain(words);
      expect(text).not.toMatch(/door|because|\/api\/|forbidden|licences/);
      expect(await address.first().evaluate(linesIn)).toBe(1);
      expect(await linesOf(auditor.locator('.audit-filters > *'))).toBe(1);
      await house().look(auditor, 'audit');
      await auditor.close();
    });

    it('sees by which days deadlines are counted', async () => {
      await go(admin, 'calendar?year=2026');
      await admin.getByText('2026 年的放假调休安排已经公布').waitFor();
      expect(await admin.locator('td[title="2026-10-10 国庆节调休上班"]').innerText()).toContain(
        '班',
      );
      await house().look(admin, 'admin-calendar');
      await admin.getByRole('link', { name: '下一年' }).click();
      await admin.getByText('不猜调休').waitFor();
      await admin.goBack();
      await admin.getByRole('heading', { name: '2026 年' }).waitFor();
    });

    it('is told why a deadline falls on its day', async () => {
      await admin.getByRole('link', { name: '算一算' }).click();
      await admin.locator('input[type=datetime-local]').fill('2026-09-30T09:00');
      await admin.locator('select').last().selectOption('days');
      await admin.locator('input[type=number]').fill('3');
      await button(admin, '算一算').click();
      await admin.getByText('2026-10-10 17:30').waitFor();
      const text = await main(admin);
      expect(text).toContain('从次日起计 3 个工作日，跳过 7 个休息日');
      expect(text).toContain('不计：国庆节放假');
      await house().look(admin, 'admin-count');
    });

    it('is not who takes a list of licences in: the office is', async () => {
      const path = join(CONFIG, 'list.csv');
      writeFileSync(path, LIST);
      monitor = await house().as('demo-office', 'licensed');
      await monitor.getByLabel('名单类别').selectOption('bank');
      await monitor.getByLabel(/^出处/).fill('金融许可证名录（虚构），2026-11-27 核对');
      await monitor.locator('input[type=file]').setInputFiles(path);
      await house().look(monitor, 'admin-licences');
      await button(monitor, '预览').click();
      await monitor.getByText('新增 1，在册 0，已终止 1').waitFor();
      expect(await main(monitor)).toContain('虚构市错码银行：');
      expect(readFileSync(join(CONFIG, 'licensed.yaml'), 'utf8')).not.toContain('虚构村镇银行');
      await house().look(monitor, 'admin-licences-preview');
    });

    it('finds it in the register, beside what stood there before', async () => {
      const [download] = await Promise.all([
        monitor.waitForEvent('download'),
        button(monitor, '下载出错的行').click(),
      ]);
      expect(download.suggestedFilename()).toBe('list-需更正的行.txt');
      await button(monitor, '登记 1 家').click();
      await monitor.getByText('已登记 1 家').waitFor();
      expect(readFileSync(join(CONFIG, 'licensed.yaml'), 'utf8')).toContain('虚构村镇银行');
      expect(readdirSync(CONFIG).filter((name) => name.endsWith('.bak'))).toHaveLength(1);
      await house().look(monitor, 'admin-licences-done');
    });

    it('finds it in force without a restart', async () => {
      await until(async () => {
        await go(monitor, 'licensed');
        await monitor.getByText('现行登记').waitFor();
        return (await main(monitor)).includes('现行登记 1 家');
      });
    });

    it.each([
      { width: 1366, height: 768, atLeast: 12 },
      { width: 1920, height: 1080, atLeast: 17 },
      { width: 3840, height: 2160, atLeast: 34 },
    ])('hangs the city on a wall of $width × $height, which it fills', async (screen) => {
      const wall = await house().asVisitor({ name: '大屏', roles: ['wall'] }, 'situation/wall');
      await wall.setViewportSize({ width: screen.width, height: screen.height });
      await wall.locator('.wall .chart svg text').first().waitFor();
      await wall.getByText('首次预警到爆雷').waitFor();
      // It was loaded at the size of a desk; its charts are drawn anew a moment after it has grown.
      await until(async () => (await wallMeasures(wall)).letters >= screen.atLeast);
      await house().look(wall, `wall-${String(screen.width)}`);
      const { tooLong, unused } = await wallMeasures(wall);
      expect(tooLong).toEqual([]);
      expect(Math.max(...unused)).toBeLessThan(0.05);
      expect(await wall.locator('.wall').innerText()).toMatch(/提前量\s+\d+(\.\d)? 天/);
      await wall.context().close();
    });
  },
  { RISK_CONFIG: CONFIG },
);

/** What the browser's side of a test uses of the page; the house itself is compiled without a DOM. */
interface Box {
  readonly className: string;
  readonly scrollHeight: number;
  readonly clientHeight: number;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  getBoundingClientRect(): { readonly height: number; readonly bottom: number };
}
interface Dom {
  readonly document: {
    readonly documentElement: Box;
    querySelector(selector: string): Box | null;
    querySelectorAll(selector: string): Iterable<Box>;
  };
  readonly getComputedStyle: (box: Box) => { readonly fontSize: string };
}

/** What does not fit the wall, its smallest letters in pixels, and which part of their panels map and chart leave. */
const wallMeasures = (page: Page) =>
  page.evaluate(() => {
    const { document, getComputedStyle } = globalThis as unknown as Dom;
    const parts = [...document.querySelectorAll('.wall, .wall-parts > *, .wall-parts > * > *')];
    const boxes = [document.documentElement, ...parts];
    const isTooLong = (box: Box): boolean =>
      box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
    const panel = document.querySelector('.wall-parts > section')?.getBoundingClientRect();
    const unused = (part: string): number => {
      const box = document.querySelector(part)?.getBoundingClientRect();
      return box && panel ? (panel.bottom - box.bottom) / panel.height : 1;
    };
    const texts = [
      ...document.querySelectorAll('.wall h2, .wall span, .wall strong, .wall dt, .wall footer'),
      ...document.querySelectorAll('.wall svg text'),
    ];
    return {
      tooLong: boxes.filter(isTooLong).map((box) => box.className),
      letters: Math.min(...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize))),
      unused: [unused('.situation-zones'), unused('.wall .chart svg')],
    };
  });
