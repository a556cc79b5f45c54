import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeAtWorkbench } from '../support/workbench.js';

const HOSTILE = '<img src=x onerror="document.title=1">';
const FIRM = '郴州鑫穗源财富管理有限公司';
const OTHER = '郴州聚鑫汇商务信息有限公司';
const PHONE = '0735-2998877';

/** Somebody complains; the numbers are what the firm is blamed for. */
const complaint = (n: number, firm: string, text: string, more: object = {}) => ({
  ...{ source: 'hotline-12345', sourceId: `ST-${String(n)}` },
  occurredAt: new Date(Date.now() - n * 3_600_000).toISOString(),
  payload: { text, regionCode: '431002', targets: [{ name: firm, phone: PHONE }], ...more },
});

const SAID = [
  complaint(1, FIRM, `${FIRM}承诺葆夲高息，月息3分，我投了50万元，到期取不出来。${HOSTILE}`, {
    ...{ amount: 500_000, title: HOSTILE },
  }),
  complaint(2, FIRM, `母亲在${FIRM}投了30万元，说保本保息，年化收益24%，现在老板跑路失联。`),
  complaint(3, FIRM, `${FIRM}在小区发传单，拉亲戚朋友入会拿返利，已有80名投资人要不回钱。`, {
    ...{ people: 80, amount: 2_000_000 },
  }),
  complaint(4, FIRM, `街道宣传：谨防保本高息的骗局。但${FIRM}天天讲课，老人交了20万元，无法提现。`),
  complaint(5, OTHER, `${OTHER}承诺保本保息，月息3分，投了10万元取不出来，老板跑路。`),
  complaint(6, OTHER, `${OTHER}拉老人投资，年化收益30%，保本，已经无法提现。`),
];

interface Line {
  readonly id: string;
  readonly entityName: string;
}

describeAtWorkbench('an alert on its screen', (house) => {
  let monitor: Page;
  let director: Page;
  let alertId = '';

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const act = (page: Page, name: string) =>
    page.getByRole('toolbar', { name: '办理' }).getByRole('button', { name });
  const dialog = (page: Page) => page.getByRole('dialog');
  const isAt = (page: Page, stage: string) =>
    page.locator('.alert-stage', { hasText: stage }).waitFor();
  const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const said = (page: Page, words: string) => page.locator('.ant-message').getByText(words).first();

  /** The alerts in sight, whichever way the list comes. */
  async function alertsOf(page: Page, asks = 'limit=200'): Promise<readonly Line[]> {
    const answer: unknown = await (
      await page.request.get(`${house().url}/api/alerts?${asks}`)
    ).json();
    return Array.isArray(answer) ? (answer as Line[]) : (answer as { rows: Line[] }).rows;
  }
  const idOf = async (page: Page, name: string): Promise<string> =>
    (await alertsOf(page)).find(({ entityName }) => entityName === name)?.id ?? 'none';

  /** By its address and not out of the queue, so that a step leads to no next one. */
  const open = async (page: Page, id: string): Promise<void> => {
    await page.evaluate('sessionStorage.removeItem("risk.queue")');
    await page.goto(`${house().url}/workbench/alerts/${id}`);
    await page.locator('.alert-title h1').waitFor();
  };
  /** Gives the reason with a number, and takes the step. */
  async function because(page: Page, okText: string, number = 1): Promise<void> {
    await dialog(page)
      .locator('.alert-reasons input')
      .nth(number - 1)
      .check();
    await dialog(page).getByRole('button', { name: okText, exact: true }).click();
  }

  it('is raised by what people complain of', async () => {
    monitor = await house().as('demo-office');
    for (const one of SAID) {
      const body = JSON.stringify(one);
      const answer = await fetch(`${house().url}/api/feeds/complaint`, { method: 'POST', body });
      expect(answer.status).toBe(200);
    }
    alertId = await idOf(monitor, FIRM);
    await open(monitor, alertId);
    await isAt(monitor, '待签收');
    expect(await monitor.locator('.alert-title .tier').innerText()).toContain('红色');
  }, 60_000);

  it('marks the words: disguised ones as what they mean, suppressed ones as not counting', async () => {
    const evidence = part(monitor, '来件原文');
    const hidden = evidence.locator('mark', { hasText: '葆夲' }).first();
    expect(await hidden.getAttribute('class')).toBe('marked-hit');
    expect(await hidden.getAttribute('title')).toMatch(/读作“保本.*谐音/);
    const warned = evidence.locator('article', { hasText: '街道宣传' });
    expect(await warned.locator('mark.marked-suppressed').first().innerText()).toContain('保本');
    expect(await warned.locator('mark.marked-cue').first().innerText()).toContain('谨防');
    expect(await warned.innerText()).toContain('处于警示宣传语“谨防”的语境，不计分');
    await house().look(monitor, 'alert');
  });

  it('keeps a script in a complaint a text', async () => {
    expect(await part(monitor, '来件原文').innerText()).toContain(HOSTILE);
    expect(await monitor.locator('main img').count()).toBe(0);
    expect(await monitor.title()).toBe('预警 · 工作台');
  });

  it('reads only what one reason rests on, by the address, and Back leads out of it', async () => {
    await part(monitor, '预警理由').getByRole('button', { name: '看原文' }).first().click();
    await part(monitor, '来件原文').getByText('只看“').waitFor();
    expect(monitor.url()).toContain('code=');
    await monitor.goBack();
    await part(monitor, '来件原文').getByText('只看“').waitFor({ state: 'detached' });
  });

  it('merges what shares a telephone by one click, and takes it out again by another', async () => {
    const beside = part(monitor, '相近的预警');
    const line = beside.locator('li', { hasText: OTHER });
    expect(await line.innerText()).toContain('同一电话');
    await line.getByRole('button', { name: '并入本件' }).click();
    await said(monitor, `${OTHER}已并入本件`).waitFor();
    await line.getByText('已并入本件').first().waitFor();
    await line.getByRole('button', { name: '撤销并案' }).click();
    await said(monitor, `${OTHER}已分出`).waitFor();
    await line.getByRole('button', { name: '并入本件' }).waitFor();
    expect(await part(monitor, '经过').innerText()).toMatch(/并入了另一件[\s\S]*分出了另一件/);
  });

  it('is acknowledged by a key, the reason by a number', async () => {
    await monitor.locator('.alert-title h1').click();
    await monitor.keyboard.press('a');
    await dialog(monitor).waitFor();
    await house().look(monitor, 'alert-acknowledge');
    await monitor.keyboard.press('1');
    await dialog(monitor).getByRole('button', { name: '签收', exact: true }).click();
    await said(monitor, '已签收').waitFor();
    await isAt(monitor, '已签收');
  });

  it('lets a key rest while somebody types', async () => {
    await monitor.keyboard.press('n');
    await dialog(monitor).getByLabel('补充说明').fill('a d n');
    await monitor.keyboard.press('a');
    expect(await dialog(monitor).count()).toBe(1);
    await dialog(monitor).getByRole('button', { name: '备注', exact: true }).click();
    await part(monitor, '经过').getByText('a d na').waitFor();
  });

  it('tells the second of two officials what the first did, and loses nothing that was typed', async () => {
    director = await house().as('demo-director', `alerts/${alertId}`);
    await act(director, '研判').click();
    await dialog(director).getByLabel('补充说明').fill('核对过，是重名');
    await act(monitor, '指定经办人').click();
    await because(monitor, '指定经办人');
    await said(monitor, '已指定经办人').waitFor();
    await dialog(director).getByRole('button', { name: '排除', exact: true }).click();
    const between = dialog(director).getByText('其间有人办理过');
    await between.waitFor();
    expect(await dialog(director).locator('.alert-meanwhile').innerText()).toMatch(
      /演示·金融办监测核查员 指定经办人：由我经办/,
    );
    expect(await dialog(director).getByLabel('补充说明').inputValue()).toBe('核对过，是重名');
    await house().look(director, 'alert-meanwhile');
    await dialog(director).getByRole('button', { name: '已核对，仍然提交' }).click();
    await said(director, '已排除').waitFor();
    await isAt(director, '已排除');
  });

  it('is opened anew, and verified by two with a file as evidence', async () => {
    await act(director, '重新打开').click();
    await because(director, '重新打开');
    await isAt(director, '核查中');
    await open(monitor, alertId);
    await act(monitor, '提出核查').click();
    const officers = dialog(monitor).getByRole('combobox', { name: '核查人员' });
    await officers.fill('李某');
    await officers.press('Enter');
    await because(monitor, '提出核查');
    await part(monitor, '核查').getByText('核查中').first().waitFor();
    await button(monitor, '上传附件').click();
    await monitor.getByLabel('文件').setInputFiles({
      ...{ name: '借款合同.txt', mimeType: 'text/plain', buffer: Buffer.from('月息三分') },
    });
    await monitor.getByLabel('从哪里来、说明什么').fill('投资人提供的合同');
    await button(monitor, '上传').click();
    await part(monitor, '附件').getByRole('link', { name: '借款合同.txt' }).waitFor();
  });

  it('is confirmed once each of the three elements is proved', async () => {
    for (const element of ['非法性', '利诱性', '社会性']) {
      await act(monitor, '记核查').click();
      await dialog(monitor).getByRole('combobox', { name: '要件' }).click();
      await monitor.locator('.ant-select-item-option', { hasText: element }).click();
      await dialog(monitor).getByRole('radio', { name: '具备', exact: true }).check();
      await dialog(monitor).getByRole('combobox', { name: '证据' }).fill('借款');
      await monitor.locator('.ant-select-item-option', { hasText: '借款合同' }).click();
      await dialog(monitor).getByLabel('认定的理由').fill('合同写明');
      await dialog(monitor).getByRole('button', { name: '记入', exact: true }).click();
      await dialog(monitor).waitFor({ state: 'detached' });
    }
    expect(await part(monitor, '核查').innerText()).toMatch(/非法性\s+具备\s+《借款合同.txt》/);
    await act(monitor, '核查结论').click();
    await house().look(monitor, 'alert-conclusion');
    await because(monitor, '查实');
    await isAt(monitor, '已查实');
  });

  it('is handed over to public security, and the package can be saved', async () => {
    await act(monitor, '移送公安').click();
    await dialog(monitor).getByLabel('批准移送的主要负责人').fill('刘主任');
    await dialog(monitor).getByLabel('移送函文号').fill('郴金办函〔2026〕12号');
    await dialog(monitor).getByLabel('移送理由').fill('涉嫌非法吸收公众存款');
    const tops = await Promise.all(
      [/^吸收金额/, /^人数/, /^直接经济损失/].map(async (label) => {
        const box = await dialog(monitor).getByLabel(label).boundingBox();
        return Math.round(box?.y ?? 0);
      }),
    );
    expect(new Set(tops).size).toBe(1);
    await house().look(monitor, 'alert-hand-over');
    const drafted = monitor.waitForEvent('download');
    await dialog(monitor).getByRole('button', { name: '下载草稿核对' }).click();
    expect((await drafted).suggestedFilename()).toMatch(/^移送材料草稿-预警\d+-.*\.zip$/);
    await dialog(monitor).getByRole('button', { name: '移送', exact: true }).click();
    await isAt(monitor, '已移送公安');
    const waiting = monitor.waitForEvent('download');
    await part(monitor, '移送')
      .getByRole('link', { name: /移送材料/ })
      .click();
    const saved = await waiting;
    expect(saved.suggestedFilename()).toMatch(/^移送材料-预警\d+-.*\.zip$/);
    await house().look(monitor, 'alert-handed-over');
  });

  it('lets a letter be drafted as a document, and public security answer', async () => {
    await button(monitor, '起草文书').click();
    const waiting = monitor.waitForEvent('download');
    await dialog(monitor).getByRole('button', { name: '下载草稿' }).click();
    expect((await waiting).suggestedFilename()).toMatch(/^草稿-.*\.docx$/);
    await dialog(monitor).getByRole('button', { name: '取消' }).click();
    const police = await house().as('demo-police', `alerts/${alertId}`);
    await act(police, '登记回执').click();
    await dialog(police).getByRole('radio', { name: '立案', exact: true }).check();
    await dialog(police).getByLabel('文号').fill('郴公立字〔2026〕1号');
    await dialog(police).getByLabel('内容摘要').fill('已立案侦查');
    await dialog(police).getByRole('button', { name: '登记', exact: true }).click();
    await part(police, '移送').getByText('郴公立字〔2026〕1号').first().waitFor();
  });

  it('shows a unit what is its own and no more, and says what it leaves out', async () => {
    const liaison = await house().as('demo-liaison');
    const seen = new Set((await alertsOf(liaison)).map(({ id }) => id));
    const hidden = (await alertsOf(monitor)).find(({ id }) => !seen.has(id));
    await open(liaison, alertId);
    expect(await part(liaison, '来件原文').count()).toBe(0);
    expect(await liaison.locator('.alert-withheld').innerText()).toContain('来件原文');
    expect(await part(liaison, '移送').count()).toBe(0);
    await house().look(liaison, 'alert-of-a-unit');
    await liaison.goto(`${house().url}/workbench/alerts/${hidden?.id ?? 'none'}`);
    await liaison.getByRole('heading', { name: '没有这条预警' }).waitFor();
  });
});
