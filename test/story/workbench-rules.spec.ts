import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../support/process.js';
import { describeAtWorkbench } from '../support/workbench.js';

/** A word that no lexicon has: whoever invents a scheme invents its name. */
const WORD = '蜃楼计划';
const TEXT = `郴州某某公司动员我们参加${WORD}，说保本保息、月息2分，现在到期无法提现。`;
const LIST = 'fundraising-named';
const RULE = 'CP-WITHDRAW';

/** Rules and words from a text that is tried to an edition in force, by two people, and back. */
describeAtWorkbench('rules and words at the workbench', (house) => {
  let monitor: Page;
  let director: Page;
  let edition: string;
  let before: string;

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const part = (page: Page, name: string) => page.getByRole('region', { name });
  const here = (page: Page) => page.url().slice(house().url.length);
  const to = (page: Page, screen: string) => page.goto(`${house().url}/workbench/${screen}`);

  /** Types a text and waits for what the edition in force says of it. */
  async function tried(page: Page, text: string): Promise<string> {
    await to(page, 'try');
    await page.getByLabel('正文').fill(text);
    const verdict = part(page, '现行版本');
    await verdict.waitFor();
    return verdict.innerText();
  }

  it('tries a text: what was found, how, and what came near', async () => {
    monitor = await house().as('demo-office', 'try');
    const said = await tried(monitor, TEXT);
    for (const words of [
      '保本',
      '许诺收益折合年化 24%',
      '月息2分 × 12',
      '反映不能提现',
      '五个维度',
    ])
      expect(said).toContain(words);
    expect(said).not.toContain(WORD.concat(' 直指非法集资'));
    expect(await monitor.locator('mark.marked-yield').first().innerText()).toBe('月息2分');
    await house().look(monitor, 'rules-try');
  }, 120_000);

  it('greys what a cue takes the meaning of, and undoes a disguise', async () => {
    const said = await tried(monitor, '本公司不承诺保本保息。另有葆本高息理财，欢迎咨询。');
    expect(said).toContain('否定语境“不承诺”，不计分');
    expect(said).toContain('谐音');
    expect(await monitor.locator('mark.marked-suppressed').count()).toBeGreaterThan(0);
  }, 60_000);

  it('lists the rules in force with their figures, and tells one in sentences', async () => {
    await to(monitor, 'rules?feed=complaint');
    await monitor.getByRole('link', { name: '反映不能提现、不能兑付' }).waitFor();
    await house().look(monitor, 'rules-list');
    await monitor.getByRole('link', { name: '反映不能提现、不能兑付' }).click();
    await monitor.getByRole('heading', { name: '要求什么' }).waitFor();
    expect(await monitor.locator('main').innerText()).toContain('同时满足以下各项');
    await monitor.getByRole('heading', { name: '触发的记录' }).waitFor();
    await house().look(monitor, 'rules-one');
  }, 60_000);

  it('finds words by a part of them', async () => {
    await to(monitor, `lexicon?q=${encodeURIComponent('吸收存款')}`);
    await monitor.getByRole('link', { name: '直指非法集资' }).click();
    await monitor.locator('.rules-words li.found').first().waitFor();
    await house().look(monitor, 'rules-lexicon');
  }, 60_000);

  it('says at its line what is wrong with a condition', async () => {
    await to(monitor, `draft?rule=${RULE}`);
    const when = monitor.getByLabel('条件（YAML）');
    const right = await when.inputValue();
    await when.fill('all:\n  - text: all\n    containsAny: [提现\n');
    await monitor.getByText(/第 \d+ 行：不是正确的 YAML：缩进不对/).waitFor();
    await when.fill('all:\n  - text: all\n    containsAny: [提现]\n  - texts: all\n');
    await monitor.getByText(/第 4 行：没有这样的条件：texts/).waitFor();
    expect(await button(monitor, '存为草案').isDisabled()).toBe(true);
    await house().look(monitor, 'rules-draft-wrong');
    await when.fill(right);
  }, 60_000);

  it('drafts another weight and a new word, checked while one types', async () => {
    await monitor.getByLabel('分值（0 到 100）').fill('52');
    await monitor.getByText(/个例子全部如其所说/).waitFor();
    await monitor.getByLabel('改一类词').selectOption(LIST);
    await monitor.getByLabel(/新增的词/).fill(`${WORD}\n非法集资`);
    await monitor.getByText('“非法集资”：已经在这一类里').waitFor();
    await monitor.getByLabel(/新增的词/).fill(WORD);
    await monitor.getByText('✓ 2 处改动，没有错误').waitFor();
    await monitor.getByRole('link', { name: '与现行版本的不同' }).click();
    await monitor.getByText(WORD).first().waitFor();
    expect(await monitor.locator('main').innerText()).toMatch(/分值：46\s*→\s*52/);
    await house().look(monitor, 'rules-draft');
  }, 60_000);

  it('tries the text with the draft beside what is in force', async () => {
    await monitor.getByRole('link', { name: '用文字试一试' }).click();
    await monitor.getByLabel('正文').fill(TEXT);
    const other = part(monitor, '不同之处');
    await other.waitFor();
    expect(await other.innerText()).toMatch(/46 → 52|＋ 新增 直指非法集资/);
    await house().look(monitor, 'rules-try-draft');
  }, 60_000);

  it('is kept as a draft, and backtested with its progress', async () => {
    await to(monitor, 'editions');
    before = (await monitor.locator('tr.chosen td').first().innerText()).trim();
    await to(monitor, 'draft');
    await button(monitor, '存为草案').click();
    const dialog = monitor.getByRole('dialog');
    await dialog.getByLabel('版本名称').fill('补充新名目');
    await dialog.getByRole('textbox', { name: '理由' }).fill('近期出现新的名目');
    await button(monitor, '存为草案').last().click();
    await monitor.waitForURL(/editions\/\d+$/);
    edition = here(monitor).split('/').pop() ?? '';
    await to(monitor, `editions/${edition}?tab=backtest`);
    await button(monitor, '开始回测').click();
    await button(monitor, '开始回测').last().click();
    await monitor.getByText('情形不同的主体').first().waitFor({ timeout: 120_000 });
    await monitor.locator('main').getByText('已回测').first().waitFor();
    await house().look(monitor, 'rules-backtest');
  }, 180_000);

  it('runs in shadow, and is not offered to its drafter to publish', async () => {
    await button(monitor, '开始影子运行').click();
    const dialog = monitor.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '理由' }).fill('先看看');
    await button(monitor, '开始影子运行').last().click();
    await dialog.waitFor({ state: 'detached' });
    await to(monitor, `editions/${edition}?tab=shadow`);
    await monitor.getByText(/还差 \d+ 小时满一天/).waitFor();
    expect(await button(monitor, '发布').count()).toBe(0);
    await house().look(monitor, 'rules-shadow');
  }, 60_000);

  it('refuses publishing at the door to whoever drafted it', async () => {
    const refused = await monitor.evaluate(async (path) => {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ because: '自己来', urgent: true }),
      });
      return answer.status;
    }, `/api/editions/${edition}/publish`);
    expect(refused).toBe(403);
  }, 30_000);

  it('is published by the director as urgent with a reason, and in force within seconds', async () => {
    director = await house().as('demo-director', `editions/${edition}`);
    await button(director, '发布').click();
    const dialog = director.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '理由' }).fill('新名目蔓延很快，等不得一天');
    await dialog.getByRole('checkbox').check();
    await button(director, '发布').last().click();
    await director.getByRole('heading', { name: /现行$/ }).waitFor();
    await until(async () => {
      const said = await tried(monitor, TEXT);
      return said.includes(WORD) && said.includes('52 分');
    });
    await to(director, `editions/${edition}?tab=life`);
    await director.locator('#screen').getByText('紧急').first().waitFor();
    await house().look(director, 'rules-published');
    await to(director, `rules/${RULE}`);
    await director.getByText(/分值：46\s*→\s*52/).waitFor();
  }, 120_000);

  it('is gone back from at once', async () => {
    await to(director, `editions/${before}`);
    await button(director, '退回到此版本').click();
    const dialog = director.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '理由' }).fill('误伤较多');
    await button(director, '退回到此版本').last().click();
    await director.getByRole('heading', { name: /现行$/ }).waitFor();
    await until(async () => !(await tried(monitor, TEXT)).includes('52 分'));
    await to(director, 'editions');
    await director.getByRole('link', { name: '补充新名目' }).waitFor();
    await house().look(director, 'rules-editions');
  }, 120_000);
});
