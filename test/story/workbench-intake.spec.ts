import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { zipOf } from '../../libs/files/src/testing/zip-of.js';
import { describeAtWorkbench } from '../support/workbench.js';

const FIRM = '郴州福瑞康养老服务有限公司';
const REPORTER = { name: '欧阳小兰', phone: '13974801234', id: '11010519491231002X' };
const ANYTHING_OF_HER = new RegExp(Object.values(REPORTER).join('|'));
const HOSTILE = "=cmd|' /C calc'!A0";

const TEXTS = [
  `${FIRM}承诺保本高息，月息3分，我投了50万元，到期取不出来。反映人欧阳小兰，电话13974801234。`,
  `母亲在${FIRM}投了30万元，说保本保息，年化收益24%，现在老板跑路失联。`,
  `${FIRM}在小区发传单，拉亲戚朋友入会拿返利，已有80名投资人要不回钱。`,
];

const HEAD = '工单编号,标题,诉求内容,来电人,来电号码,受理时间,处理意见';
const row = (n: number, text: string, title = '投诉'): string =>
  `ST${n},"${title}",${text},${REPORTER.name},${REPORTER.phone},2026-11-${10 + n},`;

describeAtWorkbench('records that people bring in', (house) => {
  let dir: string;
  let clerk: Page;
  const downloads: string[] = [];

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'risk-intake-'));
  });
  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  const button = (name: string | RegExp) => clerk.getByRole('button', { name });
  const field = (name: RegExp) => clerk.getByRole('textbox', { name });
  const go = (screen: string) => clerk.goto(`${house().url}/workbench/${screen}`);
  const file = (name: string, content: string | Buffer): string => {
    const path = join(dir, name);
    writeFileSync(path, content);
    return path;
  };
  const handIn = (path: string) => clerk.locator('input[type=file]').setInputFiles(path);

  async function say(text: string): Promise<void> {
    await field(/^诉求内容/).fill(text);
    await field(/^对象名称/).fill(FIRM);
    await field(/^涉及金额/).fill('500000');
  }

  it('are checked while they are typed, each at its field', async () => {
    clerk = await house().as('demo-office', 'entry');
    await field(/^标题/).waitFor();
    await say(TEXTS[0] ?? '');
    await field(/^涉及金额/).fill('五十万');
    await field(/^统一社会信用代码/).fill('91110000600037342L');
    await field(/^姓名/).fill(REPORTER.name);
    await field(/^电话/).fill('1397480123');
    await field(/^证件号码/).fill(REPORTER.id);
    await button('提交').click();
    await clerk.getByText('统一社会信用代码校验位不符').waitFor();
    await clerk.getByText('应为数字，以元为单位').waitFor();
    await clerk.getByText('手机号码应为 11 位，现为 10 位').waitFor();
    await house().look(clerk, 'intake-entry');
  });

  it('become an alert, and who reported is nowhere on the screen', async () => {
    await field(/^统一社会信用代码/).fill('');
    await field(/^涉及金额/).fill('500000');
    await field(/^电话/).fill(REPORTER.phone);
    await button('提交').click();
    await clerk.getByText('已收到并评估').waitFor();
    expect(await clerk.locator('main').innerText()).toContain('已进保险箱');
    expect(await clerk.content()).not.toMatch(ANYTHING_OF_HER);
    expect(await clerk.locator('.intake-text mark').count()).toBeGreaterThan(0);
    for (const text of TEXTS.slice(1)) {
      await button('再录一条').click();
      expect(await clerk.content()).not.toMatch(ANYTHING_OF_HER);
      await say(text);
      await clerk.getByLabel('匿名举报，不留身份').check();
      await button('提交').click();
      await clerk.getByText('已收到并评估').waitFor();
    }
    const alert = clerk.locator('main').getByRole('link', { name: /^预警 \d+/ });
    expect(await alert.first().innerText()).toContain(FIRM);
    await house().look(clerk, 'intake-outcome');
  });

  it('typed in twice are said to be there already', async () => {
    await button('再录一条').click();
    await say(TEXTS[2] ?? '');
    await clerk.getByLabel('匿名举报，不留身份').check();
    await button('提交').click();
    await clerk.getByText('重复：已收到过').waitFor();
  });

  it('name her on no page and in no answer that the office reads', async () => {
    const answers: string[] = [];
    const { url } = house();
    for (const path of [
      'alerts?limit=50',
      'records/desk-complaint',
      'dead-letters?state=all',
      'imports',
    ])
      answers.push(await (await clerk.request.get(`${url}/api/${path}`)).text());
    const list = answers[0] ?? '';
    const id = /"id":"(\d+)"[^{}]*"entityName":"郴州福瑞康养老服务有限公司"/.exec(list)?.[1];
    if (id !== undefined)
      for (const path of [`api/alerts/${id}`, `alerts/${id}`, `api/alerts/${id}/life`])
        answers.push(await (await clerk.request.get(`${url}/${path}`)).text());
    expect(answers.join('\n')).not.toMatch(ANYTHING_OF_HER);
  });

  it('as a file are shown as they would be read, who reported unseen', async () => {
    await go('import');
    await button('选择文件').waitFor();
    await house().look(clerk, 'intake-import');
    const lines = [row(1, '保本高息，集资'), row(2, ''), row(3, '', HOSTILE), row(4, '月息三分')];
    await handIn(file('list.xlsx', [HEAD, ...lines].join('\n')));
    await clerk.getByText('前 4 行读出来的样子').waitFor();
    const shown = await clerk.locator('main').innerText();
    expect(shown).toMatch(/CSV，编码 UTF-8，共 4 行数据/);
    expect(shown).toMatch(/进保险箱/);
    expect(await clerk.content()).not.toMatch(ANYTHING_OF_HER);
    await house().look(clerk, 'intake-plan');
  });

  it('can have each column sent elsewhere, and the choice kept for the next file', async () => {
    await clerk.getByLabel('“处理意见”的去处').selectOption('drop');
    await clerk.getByText('已改').waitFor();
    await clerk.getByRole('checkbox', { name: /记住这些去处/ }).waitFor();
    await button('导入 2 行，另 2 行不能导入').click();
    await clerk.getByText('“list.xlsx”已完成').waitFor();
    const counts = await clerk.locator('.intake-counts').innerText();
    expect(counts.replace(/\s+/g, ' ')).toContain('入库 2 重复 0 出错 2');
    await house().look(clerk, 'intake-result');
  });

  it('go on and are found again when the page was left', async () => {
    await go('import');
    const line = clerk.getByRole('link', { name: 'list.xlsx' });
    await line.waitFor();
    await line.click();
    await clerk.getByText('“list.xlsx”已完成').waitFor();
  });

  it('hand back the bad rows, in which nothing runs', async () => {
    const [saved] = await Promise.all([
      clerk.waitForEvent('download'),
      clerk.getByRole('link', { name: '下载出错的行' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('list-需更正的行.xlsx');
    downloads.push(await saved.path());
    const book = await bookAt(downloads[0] ?? '');
    const page = book.worksheets[0];
    const cells: ExcelJS.Cell[] = [];
    page?.eachRow((one) => one.eachCell((cell) => cells.push(cell)));
    expect(cells.filter(({ type }) => type === ExcelJS.ValueType.Formula)).toEqual([]);
    expect(cells.map(({ text }) => text)).toContain(`'${HOSTILE}`);
    expect(page?.getRow(2).getCell(1).value).toBe(3);
    expect(page?.getRow(2).getCell(2).text).toContain('缺少内容');
  });

  it('go in once they are put right, and again without a second copy', async () => {
    const book = await bookAt(downloads[0] ?? '');
    const page = book.worksheets[0];
    const head = (page?.getRow(1).values as unknown[]).map(String);
    for (const at of [2, 3]) page!.getRow(at).getCell(head.indexOf('诉求内容')).value = `更正${at}`;
    const path = join(dir, 'corrected.xlsx');
    await book.xlsx.writeFile(path);
    for (const counts of ['入库 2 重复 0 出错 0', '入库 0 重复 2 出错 0']) {
      await go('import');
      await clerk.getByRole('link', { name: 'list.xlsx' }).click();
      await button('选择更正后的文件').waitFor();
      await handIn(path);
      await button('导入 2 行').click();
      await clerk.getByText('“corrected.xlsx”已完成').waitFor();
      const said = await clerk.locator('.intake-counts').innerText();
      expect(said.replace(/\s+/g, ' ')).toContain(counts);
    }
    const kept = await clerk.request.get(
      `${house().url}/api/records/${encodeURIComponent('hotline-12345/ST3')}/explanation`,
    );
    const { record } = (await kept.json()) as { record: { payload: Record<string, unknown> } };
    expect(record.payload).toMatchObject({ title: HOSTILE, text: '更正3' });
    expect(JSON.stringify(record)).not.toMatch(ANYTHING_OF_HER);
  });

  it('are refused in a sentence when they are a bomb, too large or no table', async () => {
    await go('import');
    await button('选择文件').waitFor();
    const sheet = `<worksheet><sheetData>${' '.repeat(60 * 1_048_576)}</sheetData></worksheet>`;
    await handIn(file('bomb.xlsx', workbookOf(sheet)));
    await clerk.getByText(/疑似压缩炸弹，拒绝读取/).waitFor();
    await house().look(clerk, 'intake-bomb');
    const large = file('large.csv', '');
    truncateSync(large, 51 * 1_048_576);
    await handIn(large);
    await clerk.getByText(/有 51 MB，上限 50 MB，请分成几个文件/).waitFor();
    await handIn(file('photo.csv', Buffer.from('89504e470d0a1a0a0000000d', 'hex')));
    await clerk.getByText('这不是文本文件，也不是 .xlsx，无法读取').waitFor();
  });

  it('that could not be used wait among the dead letters, opened as far as they may be', async () => {
    await go('dead-letters?source=hotline-12345');
    await clerk.getByRole('row').nth(2).waitFor();
    const first = clerk.locator('tbody').getByRole('link').first();
    await first.click();
    await clerk.getByText('内容里有哪些字段').waitFor();
    const shown = await clerk.locator('main').innerText();
    expect(shown).toMatch(/来电人\s+已填 4 字，不显示/);
    expect(await clerk.content()).not.toMatch(ANYTHING_OF_HER);
    await house().look(clerk, 'intake-letter');
  });

  it('go in by another try after their columns are read otherwise', async () => {
    /** Until the file was read in the way that was chosen last. */
    const read = () => clerk.locator('.intake-box[aria-busy="false"]').waitFor();
    const imports = async (name: string, text: string): Promise<void> => {
      await go('import');
      await button('选择文件').waitFor();
      await handIn(file(name, `编号,标题,内容,经过\n${text}\n`));
      await clerk.getByText('还不知道是哪个来源的表').waitFor();
      await clerk.getByRole('combobox', { name: '来源' }).selectOption('complaint-ledger');
      await clerk.getByText(/都算作/).waitFor();
      await read();
    };
    await imports('odd.csv', 'OD1,投诉,,高息集资跑路');
    await button('导入 0 行，另 1 行不能导入').click();
    await clerk.getByText('“odd.csv”已完成').waitFor();
    await imports('even.csv', 'OD2,投诉,,高息集资失联');
    await clerk.getByLabel('“经过”的去处').selectOption('text');
    await clerk.getByText('已改').waitFor();
    await read();
    await button('导入 1 行').click();
    await clerk.getByText('“even.csv”已完成').waitFor();
    await go('dead-letters?source=complaint-ledger');
    await clerk.getByLabel('选择这一页').check();
    await button(/^重放所选 1 条/).click();
    await clerk.getByText(/重放 1 条：入库 1，重复 0，仍不能用 0/).waitFor();
    await house().look(clerk, 'intake-replayed');
    await go('dead-letters?source=hotline-12345');
    await button(/^重放符合条件的全部/).click();
    await clerk.locator('.ant-modal-confirm .ant-btn-primary').click();
    await clerk.getByText(/重放 2 条：入库 0，重复 0，仍不能用 2/).waitFor();
  });

  it('are counted source by source and day by day', async () => {
    await go('sources');
    const line = clerk.getByRole('row', { name: /12345 政务服务热线/ });
    await line.waitFor();
    expect(await line.innerText()).toMatch(/正常/);
    await house().look(clerk, 'intake-sources');
    await go('sources?view=ledger');
    const desk = clerk.getByRole('row', { name: /窗口录入·投诉举报/ });
    expect((await desk.innerText()).replace(/\s+/g, ' ')).toMatch(/4 3 1 0 ●\s?账实相符/);
    await house().look(clerk, 'intake-ledger');
    const [saved] = await Promise.all([
      clerk.waitForEvent('download'),
      clerk.getByRole('link', { name: '导出 XLSX' }).click(),
    ]);
    expect((await readFile(await saved.path())).subarray(0, 2).toString()).toBe('PK');
  });

  it('are nothing for a liaison of a unit', async () => {
    const liaison = await house().as('demo-liaison', 'entry');
    await liaison.locator('main h1').waitFor();
    expect(await liaison.getByRole('navigation').first().innerText()).not.toMatch(/线索录入|死信/);
    for (const path of ['entries/form', 'imports', 'sources', 'dead-letters'])
      expect((await liaison.request.get(`${house().url}/api/${path}`)).status()).toBe(403);
  });
});

async function bookAt(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

/** A workbook whose one sheet is written by hand. */
const workbookOf = (sheet: string): Buffer =>
  zipOf([
    {
      name: 'xl/workbook.xml',
      content: '<workbook><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
  ]);
