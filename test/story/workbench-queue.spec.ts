import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { describeAtWorkbench } from '../support/workbench.js';
import { until } from '../support/process.js';

const FIRM = '郴州金穗源财富管理有限公司';

const REGISTRATION = {
  ...{ source: 'gsj-registration', sourceId: 'R-1', occurredAt: '2026-11-01T09:00:00+08:00' },
  payload: {
    ...{ event: 'establish', name: FIRM, regionCode: '431002', registeredCapital: 50_000_000 },
    ...{
      paidInCapital: 0,
      businessScope: '投资理财；财富管理',
      address: '郴州市北湖区人民西路1号',
    },
  },
};
const ADVERTISEMENT = {
  ...{ source: 'ad-monitor', sourceId: 'A-1', occurredAt: '2026-11-02T09:00:00+08:00' },
  payload: {
    medium: 'wechat',
    text: `${FIRM}：保.本保 息，年化收益24%，零风险，介绍亲友参加再返2%现金，60岁以上老人优先`,
    regionCode: '431002',
  },
};

/** A monitor of the finance office triages the queue of the sample city by hand and by keyboard. */
describeAtWorkbench('the queue at the workbench', (house) => {
  let page: Page;
  let other: Page;
  beforeAll(async () => {
    page = await house().as('demo-office', 'queue');
    other = await house().as('demo-director', 'queue');
  }, 120_000);
  afterAll(() => page.context().close());

  const lines = (on = page) => on.locator('.list tbody tr');
  const names = (on = page) => on.locator('.queue-name a').allInnerTexts();
  const chosenName = () => page.locator('tr.chosen .queue-name a').innerText();
  const button = (name: string, on = page) => on.getByRole('button', { name, exact: true });
  const query = () => new URL(page.url()).search;
  const dialog = () => page.getByRole('dialog');
  const settled = async (on = page): Promise<void> => {
    await on.locator('.list[aria-busy=false]').waitFor();
    await on.locator('.queue-name a').first().waitFor();
  };

  it('opens with what is mine and nobody’s, the most urgent first, and is live', async () => {
    await settled();
    await page.getByText('实时更新').waitFor();
    expect(await page.locator('.tier').first().innerText()).toContain('红');
    expect(await page.getByLabel('谁经办').inputValue()).toBe('mine-or-unassigned');
    await house().look(page, 'queue');
  });

  it('keeps its filters in the address, and Back takes them off again', async () => {
    const before = await names();
    await page.locator('summary', { hasText: '等级' }).click();
    await page.getByRole('checkbox', { name: '橙色' }).check();
    await page.waitForURL(/tier=orange/);
    await settled();
    const tiers = await page.locator('.list .tier').allInnerTexts();
    expect(tiers.every((text) => text.includes('橙'))).toBe(true);
    await page.goBack();
    await settled();
    expect([query(), await names()]).toEqual(['', before]);
  });

  it('is searched from the keyboard, which rests while somebody writes', async () => {
    await page.locator('body').press('/');
    await page.keyboard.type('jjx');
    expect(await page.getByRole('searchbox', { name: '搜索预警' }).inputValue()).toBe('jjx');
    expect(await page.locator('tr.chosen').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的预警').waitFor();
    await page.goBack();
    await settled();
  });

  it('goes from alert to alert, and gives one to me without leaving', async () => {
    const [first = '', second = '', third = ''] = await names();
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    expect(await chosenName()).toBe(second);
    await page.keyboard.press('k');
    expect(await chosenName()).toBe(first);
    await page.keyboard.press('j');
    await page.keyboard.press('g');
    await house().look(page, 'queue-assign');
    await button('指定').click();
    await page.getByText(/已指定经办人为/).waitFor();
    await dialog().waitFor({ state: 'detached' });
    const row = lines().filter({ hasText: second }).first();
    await row.getByText('我', { exact: true }).waitFor();
    expect(await chosenName()).toBe(third);
  });

  it('takes it back', async () => {
    await button('撤销').click();
    await page.getByText('已撤销').waitFor();
    await page.locator('.list td b', { hasText: /^我$/ }).waitFor({ state: 'detached' });
  });

  it('finds the place again that was left for an alert, and the keyboard with it', async () => {
    const [, , , , fifth = '', sixth = ''] = await names();
    await page.locator('h1').click();
    await lines().nth(3).locator('.queue-name a').focus();
    await page.keyboard.press('j');
    expect(await chosenName()).toBe(fifth);
    await page.keyboard.press('Enter');
    await page.waitForURL(/alerts\/\d+/);
    await page.locator('main h1').waitFor();
    await page.goBack();
    await settled();
    await until(async () => (await page.locator('.queue-name a:focus').count()) === 1);
    expect([await chosenName(), await page.locator('.queue-name a:focus').innerText()]).toEqual([
      fifth,
      fifth,
    ]);
    await page.keyboard.press('j');
    expect(await chosenName()).toBe(sixth);
    await page.locator('summary', { hasText: '等级' }).click();
    await page.getByRole('checkbox', { name: '红色' }).check();
    await page.waitForURL(/tier=red/);
    await settled();
    await page.goBack();
    await settled();
    expect(await chosenName()).toBe(sixth);
  });

  it('decides with verdict, reason and note in one dialogue, and goes on', async () => {
    await page.goto(`${house().url}/workbench/queue?stage=raised,acknowledged&whose=all`);
    await settled();
    const [first = '', second = ''] = await names();
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('d');
    await dialog().getByText('转入核查').waitFor();
    await button('确定').click();
    await dialog().getByText('请选择理由或写明说明').waitFor();
    await dialog().locator('.ant-modal-title').click();
    await page.keyboard.press('2');
    await house().look(page, 'queue-decide');
    await button('确定').click();
    await page.getByText('已转入核查：1 件').waitFor();
    await until(async () => !(await names()).includes(first));
    expect(await names()).toContain(second);
  });

  it('deals with many at once', async () => {
    await page.goto(`${house().url}/workbench/queue?whose=all`);
    await settled();
    const boxes = page.locator('td.queue-box input');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByText('已选 2 件').waitFor();
    await house().look(page, 'queue-bulk');
    await page.getByRole('region', { name: '批量办理' }).getByText('备注').click();
    await dialog().getByRole('textbox').fill('联席会议前再看一遍');
    await button('备注').last().click();
    await page.getByText('已备注：2 件').waitFor();
    await page.getByText(/已选/).waitFor({ state: 'detached' });
  });

  it('marks in place what somebody else changed', async () => {
    await page.goto(`${house().url}/workbench/queue?whose=all`);
    await settled();
    await page.getByText('实时更新').waitFor();
    const before = await names();
    await settled(other);
    await other.locator('h1').click();
    await other.keyboard.press('j');
    await other.keyboard.press('g');
    await button('指定', other).click();
    await other.getByText(/已指定经办人为/).waitFor();
    await page.getByText('刚由他人更新').waitFor();
    expect(await names()).toEqual(before);
  });

  it('says that a new alert came in, and moves nothing until it is asked', async () => {
    const before = await names();
    for (const [feed, record] of [
      ['registration', REGISTRATION],
      ['advertisement', ADVERTISEMENT],
    ] as const) {
      const answer = await fetch(`${house().url}/api/feeds/${feed}`, {
        ...{ method: 'POST', body: JSON.stringify(record) },
        headers: { 'content-type': 'application/json' },
      });
      expect(answer.status).toBeLessThan(300);
    }
    const bar = page.getByRole('button', { name: /1 条新预警/ });
    await bar.waitFor();
    expect(await names()).toEqual(before);
    await house().look(page, 'queue-news');
    await bar.click();
    await bar.waitFor({ state: 'detached' });
    await page.goto(`${house().url}/workbench/queue?whose=all&words=${encodeURIComponent(FIRM)}`);
    await settled();
    expect(await names()).toEqual([FIRM]);
  });

  it('keeps a view with its count for everybody in the office', async () => {
    await page.goto(`${house().url}/workbench/queue?tier=red&whose=all`);
    await settled();
    const total = /\d[\d,]*/.exec(await page.locator('.pager [role=status]').innerText())?.[0];
    await button('存为视图').click();
    await dialog().getByLabel('名称').fill('全部红色');
    await dialog().getByText('本单位共用').click();
    await button('保存').click();
    const view = page.getByRole('link', { name: `全部红色 ${total ?? ''}` });
    await view.waitFor();
    expect(await view.getAttribute('aria-current')).toBe('page');
    await other.goto(`${house().url}/workbench/queue`);
    await other.getByRole('link', { name: /^全部红色/ }).click();
    await other.waitForURL(/tier=red/);
    await settled(other);
    await house().look(other, 'queue-view');
  });

  it('is saved as a workbook of the whole list', async () => {
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 XLSX' }).click(),
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await readFile(await saved.path())) as unknown as ArrayBuffer);
    const sheet = book.worksheets[0]!;
    expect(sheet.getRow(1).getCell(2).value).toBe('等级');
    const total = Number(/\d+/.exec(await page.locator('.pager [role=status]').innerText())?.[0]);
    expect(sheet.rowCount).toBe(total + 1);
    expect(sheet.getRow(2).getCell(2).value).toBe('红色预警');
  });

  it('shows a unit its own alone, in which it can do less', async () => {
    const liaison = await house().as('demo-liaison', 'queue');
    await settled(liaison);
    await house().look(liaison, 'queue-unit');
    await liaison.context().close();
  });
});
