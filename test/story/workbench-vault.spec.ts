import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Visitor } from '../support/sign-in.js';
import { describeAtWorkbench } from '../support/workbench.js';

/** Made up; nobody has this number. */
const REPORTER = { name: '邓举报', phone: '13974801234' };
const ANYTHING_OF_HER = /邓举报|13974801234/;
const WHY = '核查需要向举报人了解合同和转账凭证';

const OFFICER: Visitor = { name: '张核查', roles: ['verifier', 'monitor'] };
const DIRECTOR: Visitor = { name: '刘主任', roles: ['director'] };
const POLICE: Visitor = { name: '王警官', roles: ['police'], unit: 'gaj' };
const MONITOR: Visitor = { name: '赵监测', roles: ['monitor'] };
const LIAISON: Visitor = { name: '陈联络', roles: ['liaison'], unit: 'scjgj' };

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog').last();
const menu = (page: Page) => page.getByRole('navigation', { name: '工作台' }).innerText();
const table = (page: Page, name: string) => page.getByRole('table', { name });

const EMPTY = { RISK_SAMPLES: 'off' };

describeAtWorkbench(
  'who reported',
  (house) => {
    let officer: Page;
    let director: Page;
    let record = '';

    /** A complaint with somebody's name, as it is typed in. */
    async function complain(page: Page): Promise<string> {
      const answer = await page.request.post(`${house().url}/api/entries`, {
        headers: { 'content-type': 'application/json' },
        data: {
          ...{ feed: 'complaint', source: 'hotline-12345', occurredOn: '2026-11-22' },
          payload: { text: '郴州某康养服务公司（虚构）承诺保本保息，到期不还' },
          reporter: REPORTER,
        },
      });
      const text = await answer.text();
      expect([answer.status(), text]).toEqual([200, expect.any(String)]);
      const { recordId } = JSON.parse(text) as { readonly recordId: string };
      expect(recordId).toMatch(/^\d+$/);
      return recordId;
    }

    it('is asked for with a reason, which shows nothing yet', async () => {
      officer = await house().asVisitor(OFFICER, 'vault');
      record = await complain(officer);
      await table(officer, '查看申请').getByText('没有查看申请').waitFor();
      await officer.goto(`${house().url}/workbench/vault?records=${record}`);
      await dialog(officer).getByLabel('理由').fill('想知道');
      await button(officer, '提交申请').click();
      await dialog(officer).getByText('至少十个字').waitFor();
      await house().look(officer, 'vault-request');
      await dialog(officer).getByLabel('理由').fill(WHY);
      await button(officer, '提交申请').click();
      const row = table(officer, '查看申请').locator('tbody tr', { hasText: WHY });
      await row.getByText('待另一人批准').waitFor();
      expect(await row.innerText()).toContain(record);
      // Neither may approve the own request, nor look before another did.
      expect(await row.getByRole('button').count()).toBe(0);
      expect(await officer.content()).not.toMatch(ANYTHING_OF_HER);
      await house().look(officer, 'vault-waiting');
    });

    it('is allowed by another, who does not see it', async () => {
      director = await house().asVisitor(DIRECTOR, 'vault?state=waiting');
      expect(await menu(director)).toContain('举报人信息');
      expect(await button(director, '申请查看').count()).toBe(0);
      await button(director, '批准').click();
      expect(await dialog(director).innerText()).toContain(WHY);
      await dialog(director).locator('textarea').fill('已核对，确为核查所需');
      await dialog(director).getByRole('button', { name: '批准', exact: true }).click();
      await table(director, '查看申请').getByText('没有查看申请').waitFor();
      expect(await director.content()).not.toMatch(ANYTHING_OF_HER);
    });

    it('is then seen by who asked, and every look is on record', async () => {
      await officer.reload();
      await button(officer, '查看').click();
      expect(await dialog(officer).innerText()).toContain('不能修改或删除');
      expect(await officer.content()).not.toMatch(ANYTHING_OF_HER);
      await button(officer, '查看并留下记录').click();
      const seen = dialog(officer).getByRole('article', { name: `记录 ${record} 的举报人` });
      await seen.waitFor();
      expect(await seen.innerText()).toMatch(/邓举报[\s\S]*13974801234/);
      await house().look(officer, 'vault-seen');
      await button(officer, '看完了').click();
      await table(officer, '查看申请').getByText('1 条次').waitFor();
      expect(await officer.content()).not.toMatch(ANYTHING_OF_HER);
      await director.getByText('查看记录', { exact: true }).click();
      const look = table(director, '查看记录').locator('tbody tr');
      // The first row that stands there may be the one that says that it is being read.
      await look.filter({ hasText: WHY }).waitFor();
      expect(await look.allInnerTexts()).toEqual([expect.stringContaining(WHY)]);
      expect(await director.content()).not.toMatch(ANYTHING_OF_HER);
      await house().look(director, 'vault-looks');
      const saved = director.waitForEvent('download');
      await director.getByRole('link', { name: '导出 XLSX' }).click();
      expect((await saved).suggestedFilename()).toMatch(/^举报人查看记录-.*\.xlsx$/);
    });

    it('is of nobody else: other units see no request, others no screen', async () => {
      const police = await house().asVisitor(POLICE, 'vault');
      await table(police, '查看申请').getByText('没有查看申请').waitFor();
      for (const visitor of [MONITOR, LIAISON]) {
        const other = await house().asVisitor(visitor, 'vault');
        await other.getByText('没有这个界面').waitFor();
        expect(await menu(other)).not.toContain('举报人信息');
        const refused = await other.request.get(`${house().url}/api/vault/requests`);
        expect(refused.status()).toBe(403);
      }
    });
  },
  EMPTY,
);
