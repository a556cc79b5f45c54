import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answerTo } from '../../libs/tips/src/testing/answer-to.js';
import { describeAtWorkbench } from '../support/workbench.js';

const FIRM = '郴州云岭康养服务有限公司（虚构）';
const TEXT = `${FIRM}面向老人办推介会，承诺保本保息，年化收益百分之十八，到期返还本金，拉人入会有提成，先后收了许多老人的养老钱，现在不能提现。`;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
/** Longer than a script takes, as long as a person at least. */
const LEAST = 5_500;

describeAtWorkbench('a citizen and the page of the open', (house) => {
  let citizen: Page;
  let code = '';
  const at = (path: string) => `${house().url}${path}`;
  const send = (page: Page) => page.locator('button[type=submit]').click();

  /** Fills in what the page asks, in the time of a person. */
  async function report(page: Page, text: string): Promise<void> {
    await page.goto(at('/report'));
    await page.locator('textarea[name=text]').fill(text);
    await page.waitForTimeout(LEAST);
  }

  it('reports without a name, on a telephone, with a picture, and gets a code', async () => {
    citizen = await house().freshPage();
    await citizen.setViewportSize({ width: 375, height: 812 });
    await report(citizen, TEXT);
    await citizen.locator('input[name=name1]').fill(FIRM);
    await citizen.locator('select[name=region]').selectOption('431002');
    await citizen.locator('input[type=file]').setInputFiles({
      ...{ name: '王某的合同.png', mimeType: 'image/png', buffer: PNG },
    });
    await house().look(citizen, 'public-report');
    await send(citizen);
    code = (await citizen.locator('#code').textContent()) ?? '';
    expect(code).toMatch(/^(\w{4}-){4}\w{4}$/);
    await house().look(citizen, 'public-sent');
  });

  it('looks it up, and is told what anybody may know', async () => {
    await citizen.goto(at('/report/status'));
    await citizen.locator('input[name=code]').fill(code.toLowerCase().replaceAll('-', ' '));
    await send(citizen);
    await citizen.locator('[role=status] h2').waitFor();
    expect(await citizen.locator('[role=status] h2').textContent()).toBe('已收到');
    expect(await citizen.content()).not.toContain(FIRM);
    await house().look(citizen, 'public-status');
  });

  it('is told that there is none when the code is wrong', async () => {
    await citizen.goto(at('/report/status'));
    await citizen.locator('input[name=code]').fill('0000-0000-0000-0000-0000');
    await send(citizen);
    expect(await citizen.locator('[role=alert]').textContent()).toContain('没有查到');
  });

  it('learns how such schemes look', async () => {
    await citizen.goto(at('/report/learn'));
    for (const feature of ['非法性', '公开性', '利诱性', '社会性'])
      expect(await citizen.content()).toContain(feature);
    await house().look(citizen, 'public-learn');
  });

  it('is heard: the office finds the report, its picture and nothing of who reported', async () => {
    const office = await house().as('demo-office', 'tips');
    await office.locator('table.list tbody tr', { hasText: FIRM }).first().waitFor();
    const row = (await office.locator('table.list tbody tr').first().textContent()) ?? '';
    expect(row).toContain('匿名');
    expect(row).toContain(FIRM);
    await house().look(office, 'tips');
    await office.locator('table.list tbody a').first().click();
    await office.getByRole('heading', { name: '附件' }).waitFor();
    expect(await office.locator('#screen').textContent()).toContain('举报附件1.png');
    expect(await office.content()).not.toContain('王某');
    await house().look(office, 'tip');
  });

  it('sees “已核查” once an official has closed the alert, or laid the report down', async () => {
    const office = await house().as('demo-office', 'tips');
    await office.locator('table.list tbody a').first().click();
    await office.getByRole('heading', { name: '所涉预警' }).waitFor();
    const alerts = office.locator('#screen a[href*="/alerts/"]');
    await alerts.first().waitFor();
    const hrefs = await alerts.evaluateAll((links) => links.map(String));
    /** Asks as the page itself would. */
    const call = (id: string, path: string, body?: object): Promise<string> =>
      office.evaluate(
        async ([to, text]) => {
          const init = text === '' ? {} : { method: 'POST', body: text };
          return (await fetch(to, init)).text();
        },
        [`/api/alerts/${id}/${path}`, body ? JSON.stringify(body) : ''] as const,
      );
    const step = async (id: string, kind: string): Promise<string> => {
      const life = JSON.parse(await call(id, 'life')) as {
        readonly log: { readonly id: string }[];
      };
      const [seen] = life.log.map((line) => Number(line.id)).sort((x, y) => y - x);
      return call(id, 'steps', { kind, unit: 'jrb', because: '已核实', seen: String(seen) });
    };
    for (const href of hrefs) {
      const id = /alerts\/(\d+)$/.exec(href)?.[1] ?? '';
      expect(await step(id, 'acknowledged')).not.toContain('"status":4');
      expect(await step(id, 'refuted')).not.toContain('"status":4');
    }
    await citizen.goto(at('/report/status'));
    await citizen.locator('input[name=code]').fill(code);
    await send(citizen);
    expect(await citizen.locator('[role=status] h2').textContent()).toBe('已核查');
  });

  it('who is a script is asked a question, and a flood is held back', async () => {
    const script = await house().freshPage();
    await script.goto(at('/report'));
    await script.locator('textarea[name=text]').fill(`${TEXT}又一件`);
    await send(script);
    const words = (await script.locator('.question span').textContent()) ?? '';
    await house().look(script, 'public-question');
    await script.locator('input[name=answer]').fill(String(answerTo(words.split('：')[1] ?? '')));
    await send(script);
    await script.locator('#code').waitFor();
    for (let n = 0; n < 25; n += 1) {
      await script.goto(at('/report'));
      await script.locator('textarea[name=text]').fill(`${TEXT}${String(n)}`);
      await send(script);
    }
    expect(await script.locator('[role=alert]').first().textContent()).toContain('暂时不能再收');
  }, 240_000);
});
