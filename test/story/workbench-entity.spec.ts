import { expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { describeAtWorkbench } from '../support/workbench.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly alertId: string | null;
}
interface Registered {
  readonly name: string;
  readonly registered: { readonly formerNames: readonly string[] } | null;
}

const HOSTILE = '郴州<img src=x onerror="document.title=1">投资';
const CODE = '91431002MA4L0HAC6X';

describeAtWorkbench('entities at the workbench', (house) => {
  let office: Page;
  let firm: Row;

  const get = async <T>(page: Page, path: string): Promise<T> =>
    (await (await page.request.get(`${house().url}/api/${path}`)).json()) as T;
  const open = async (page: Page, screen: string): Promise<void> => {
    await page.goto(`${house().url}/workbench/${screen}`);
    await page.locator('main h1').waitFor();
  };
  const button = (page: Page, name: string): Locator =>
    page.getByRole('button', { name, exact: true });
  const heading = (page: Page): Promise<string> => page.locator('main h1').innerText();

  /** The gravest firm of the city that was called something else before. */
  async function renamed(): Promise<{ row: Row; former: string }> {
    const { rows } = await get<{ rows: Row[] }>(office, 'entities?tier=red&limit=50');
    for (const row of rows) {
      const { registered } = await get<Registered>(office, `entities/${row.id}`);
      const former = registered?.formerNames[0];
      if (former !== undefined && !row.name.includes(former.slice(-8, -4))) return { row, former };
    }
    throw new Error('no firm of the sample city was ever called otherwise');
  }

  it('finds a firm by what it was called before', async () => {
    office = await house().as('demo-office', 'entities');
    const { row, former } = await renamed();
    firm = row;
    await office.getByLabel('查找主体').fill(former);
    await office.keyboard.press('Enter');
    await office.getByRole('link', { name: row.name, exact: true }).waitFor();
    expect(new URL(office.url()).searchParams.get('words')).toBe(former);
    await house().look(office, 'entities');
    await office.getByRole('link', { name: row.name, exact: true }).click();
    await office.getByText('为何不更高').waitFor();
    expect(await heading(office)).toContain(row.name);
    expect(await office.locator('dl.facts').first().innerText()).toContain(former);
    await house().look(office, 'entity');
  });

  it('comes back to the list as it was', async () => {
    await office.goBack();
    await office.getByRole('link', { name: firm.name, exact: true }).waitFor();
    expect(await office.getByLabel('查找主体').inputValue()).not.toBe('');
  });

  it('shows what was known on a day before, with the keyboard alone', async () => {
    await open(office, `entities/${firm.id}?part=history`);
    await office.locator('.chart svg').waitFor();
    const slider = office.getByRole('slider');
    await slider.focus();
    await office.keyboard.press('Home');
    await office.getByText('日终所知').waitFor();
    const first = await office.locator('dl.facts').innerText();
    const day = new URL(office.url()).searchParams.get('when') ?? '';
    const known = await get<{ index: { score: number } | null }>(
      office,
      `entities/${firm.id}/at?when=${day}`,
    );
    expect(first).toContain(known.index === null ? '没有' : known.index.score.toFixed(1));
    await house().look(office, 'entity-as-of');
    await office.keyboard.press('End');
    await office.getByText('日终所知').waitFor({ state: 'detached' });
    await office.keyboard.press('ArrowLeft');
    await office.getByText('日终所知').waitFor();
    const { score } = await get<{ score: number }>(office, `entities/${firm.id}`);
    await office.waitForFunction(
      `document.querySelector('dl.facts').innerText.includes('${score.toFixed(1)}')`,
    );
    expect(first).not.toContain(score.toFixed(1));
  });

  it('lists its records with what each touched, and nobody who reported', async () => {
    await open(office, `entities/${firm.id}?part=records`);
    await office.locator('table.list tbody summary').first().click();
    await house().look(office, 'entity-records');
    expect(await office.locator('table.list tbody tr').count()).toBeGreaterThan(3);
    const text = await office.locator('table.list').innerText();
    expect(text).not.toMatch(/1[3-9]\d{9}/);
  });

  /** Whoever stands in the table, the centre apart. */
  const inTable = (): Promise<string[]> =>
    office
      .getByRole('table', { name: '关联主体' })
      .locator('tbody td:first-child a')
      .allInnerTexts();

  it('unfolds relations in the picture, and the table says the same', async () => {
    await open(office, `entities/${firm.id}?part=relations`);
    await office.locator('.chart svg').waitFor();
    const before = await inTable();
    expect(before.length).toBeGreaterThan(0);
    const [first = ''] = before;
    await button(office, `展开 ${first}`).click();
    await office.getByText('已展开').waitFor();
    expect(new URL(office.url()).searchParams.get('open')).toMatch(/^\d+$/);
    const after = await inTable();
    expect(after).toEqual(expect.arrayContaining(before));
    const said = await office.locator('main h2').first().innerText();
    expect(said).toContain(`关联（${String(after.length)} 个主体`);
    await house().look(office, 'entity-relations');
    await office.goBack();
    await office.getByText('已展开').waitFor({ state: 'detached' });
  });

  it('unfolds also by a click into the picture', async () => {
    const drawn = office.locator('.chart svg text');
    const names = await inTable();
    const plain = names.find(
      (name) => /^[\u4e00-\u9fff]{4}/.test(name) && !firm.name.startsWith(name.slice(0, 4)),
    );
    const label = drawn.filter({ hasText: new RegExp(`^${(plain ?? '').slice(0, 4)}`) }).first();
    await label.scrollIntoViewIfNeeded();
    const box = await label.boundingBox();
    if (!box) throw new Error('nobody is named in the picture');
    await office.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await office.getByText('已展开').first().waitFor();
  });

  it('sets a tier beside that of the model, with a reason that stays text', async () => {
    await open(office, `entities/${firm.id}`);
    await button(office, '人工定级').click();
    await office.getByRole('radio', { name: '黄色' }).check();
    await office.getByLabel('理由').fill('已约谈<img src=x onerror="document.title=1">');
    await house().look(office, 'entity-decide');
    await button(office, '确定').click();
    const head = office.locator('.entity-head');
    await head.getByText('黄色（人工）').first().waitFor();
    expect(await head.innerText()).toMatch(/模型：\s*\S*\s*红色[\s\S]*人工：\s*\S*\s*黄色（人工）/);
    expect(await head.innerText()).toContain('已约谈<img src=x');
    expect(await office.locator('main img').count()).toBe(0);
    await open(office, 'entities?tier=yellow');
    await office.getByRole('link', { name: firm.name, exact: true }).waitFor();
  });

  it('refuses who decides on what somebody else has changed meanwhile', async () => {
    await open(office, `entities/${firm.id}`);
    await button(office, '登记结论').click();
    await office.getByRole('radio', { name: '排除' }).check();
    await office.getByLabel('理由').fill('核查后正常');
    const { outcomes } = await get<{ outcomes: { id: string }[] }>(office, `entities/${firm.id}`);
    const seen = outcomes[outcomes.length - 1]?.id ?? null;
    const answer = await office.request.post(`${house().url}/api/entities/${firm.id}/outcomes`, {
      data: { verdict: 'administrative', because: '责令改正', seen },
      headers: { origin: house().url },
    });
    expect(answer.status()).toBe(200);
    await button(office, '登记').click();
    await office.getByRole('dialog').getByRole('alert').waitFor();
    expect(await office.getByRole('dialog').innerText()).toContain('行政处理');
  });

  it('shows a unit the entity of its alert, and none of others', async () => {
    const unit = await house().as('demo-liaison', 'entities');
    await unit.locator('table.list tbody a').first().waitFor();
    const { rows } = await get<{ rows: Row[] }>(unit, 'entities?limit=200');
    const mine = new Set(rows.map(({ id }) => id));
    const { rows: all } = await get<{ rows: Row[] }>(office, 'entities?limit=200&sort=-evidenceAt');
    const foreign = all.find(({ id }) => !mine.has(id));
    if (!foreign || !rows[0]) throw new Error('the unit sees everything or nothing');
    await open(unit, `entities/${rows[0].id}`);
    await unit.getByText('登记事实').waitFor();
    expect(await button(unit, '人工定级').count()).toBe(0);
    await house().look(unit, 'entity-unit');
    for (const part of ['', '/history', '/records', '/relations', '/why-not']) {
      const answer = await unit.request.get(`${house().url}/api/entities/${foreign.id}${part}`);
      const nobody = await unit.request.get(`${house().url}/api/entities/99999999${part}`);
      expect([part, answer.status()]).toEqual([part, 404]);
      expect(await answer.json()).toMatchObject({ detail: (await nobody.json()).detail });
    }
    await open(unit, `entities/${foreign.id}`);
    await unit.getByText('没有找到').first().waitFor();
    expect(await unit.locator('main').innerText()).not.toContain(foreign.name);
  });

  it('saves the list as a workbook', async () => {
    const answer = await office.request.get(
      `${house().url}/api/entities/export?tier=red&sort=-score`,
    );
    expect(answer.headers()['content-disposition']).toContain('.xlsx');
    expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
  });

  it('keeps a script in a name as text', async () => {
    const sent = await fetch(`${house().url}/api/feeds/registration`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ source: 'gsj-registration', sourceId: 'HOSTILE-1' },
        occurredAt: '2026-11-01T09:00:00+08:00',
        payload: { event: 'establish', name: HOSTILE, uscc: CODE, regionCode: '431002' },
      }),
    });
    expect(sent.status).toBeLessThan(300);
    await open(office, `entities?words=${CODE}`);
    await office.getByText(CODE).waitFor();
    await office.locator('table.list tbody a').first().click();
    await office.getByText('登记事实').waitFor();
    expect(await heading(office)).toContain('<img src=x');
    await open(office, `entities?words=${encodeURIComponent('onerror')}`);
    await office.locator('table.list tbody td').first().waitFor();
    expect(await office.locator('main img').count()).toBe(0);
    expect(await office.title()).toBe('主体 · 工作台');
  });
});
