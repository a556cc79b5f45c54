import { expect, it } from '@jest/globals';
import { paperText, type Block, type Paper } from '@risk/domain';
import { renderDocx, renderMail, selfContained } from '@risk/papers';
import { aBulletin } from '../../libs/papers/src/testing/a-bulletin.js';
import { aPaper } from '../../libs/papers/src/testing/a-paper.js';
import { describeWithBrowser } from '../support/browser.js';
import { describeWithOffice, type LaidOut } from '../support/office.js';

const PAGE_NUMBER = /^— ?\d+ ?—$/u;
const bodyOf = (page: readonly string[]) => page.filter((line) => !PAGE_NUMBER.test(line));
/** What is read, whatever blanks an office program puts between Chinese and figures. */
const squeezed = (text: string): string => text.replace(/\s/gu, '');
const readOf = ({ pages }: LaidOut): string => squeezed(pages.flatMap(bodyOf).join(''));
/** How many full-width characters stand within the type area; a comma at the end may hang over its edge. */
const fullWidth = (line: string): number =>
  line.replace(/[，。、]$/u, '').match(/[^\u0000-\u00ff]/gu)?.length ?? 0;

const lengthy = (paragraphs: number): Paper => {
  const text = '这一段文字只是为了把版心填满，看看每行能排多少个字、每面能排多少行。'.repeat(4);
  return aBulletin({
    body: Array.from({ length: paragraphs }, (): Block => ({ kind: 'paragraph', text })),
  });
};

describeWithOffice('a paper in LibreOffice', (layOut) => {
  it.each([
    ['a bulletin', aBulletin(), { least: 4, most: 7 }],
    ['a letter', aPaper(), { least: 1, most: 2 }],
  ])('%s is so many pages of A4, each with its number and something on it', async (...row) => {
    const [, paper, { least, most }] = row;
    const { pageSize, pages } = await layOut(await renderDocx(paper));
    expect(pageSize).toMatch(/^595\.\d+ x 841\.\d+ pts \(A4\)$/);
    expect(pages.length).toBeGreaterThanOrEqual(least);
    expect(pages.length).toBeLessThanOrEqual(most);
    const numbers = pages.map((page) =>
      page.filter((line) => PAGE_NUMBER.test(line)).map(squeezed),
    );
    expect(numbers).toEqual(pages.map((_, i) => [`—${i + 1}—`]));
    for (const page of pages) expect(bodyOf(page).length).toBeGreaterThan(0);
  });

  it('a bulletin says everything in its order, no comma lost', async () => {
    const prose = aBulletin().body.filter(({ kind }) => kind === 'heading' || kind === 'paragraph');
    const paper = aBulletin({ body: prose });
    const text = readOf(await layOut(await renderDocx(paper)));
    const title = paperText(paper).indexOf(paper.title);
    const [, draft, ...body] = paperText(paper).slice(title);
    const head = ['非法金融活动风险监测日报', '（样例数据）', draft, '（第127期）'];
    const line = ['郴州市委金融办', '2026年11月27日', paper.title];
    const said = [...head, ...line, ...body.filter((words) => words !== '2026年11月27日')];
    expect(text).toBe(squeezed(said.join('')));
  });

  it('a bulletin holds every row of its tables, whole on one page', async () => {
    const { pages } = await layOut(await renderDocx(aBulletin()));
    const tables = aBulletin().body.filter((block) => block.kind === 'table');
    const narrow = tables.filter(({ head }) => head.length === 4).flatMap(({ rows }) => rows);
    for (const row of narrow)
      expect(pages.flat().map((line) => line.replace(/\s+/gu, '|'))).toContain(row.join('|'));
  });

  it('a full page is 22 lines of at most 28 characters', async () => {
    const { pages } = await layOut(await renderDocx(lengthy(12)));
    const full = pages.slice(1, -1).map(bodyOf);
    expect(full.length).toBeGreaterThan(0);
    for (const page of full) expect(page).toHaveLength(22);
    const widths = full.flat().map(fullWidth);
    expect(Math.max(...widths)).toBe(28);
  });

  it('no line of a letter is longer either', async () => {
    const { pages } = await layOut(await renderDocx({ ...lengthy(12), masthead: undefined }));
    const lines = pages.slice(1, -1).flatMap(bodyOf);
    expect(Math.max(...lines.map(fullWidth))).toBeLessThanOrEqual(28);
  });
});

describeWithBrowser('a paper as a mail', (open) => {
  it.each([1280, 680, 375])('is never wider than a window of %d px', async (width) => {
    const browser = await open();
    try {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.setContent(selfContained(await renderMail(aBulletin())));
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      const [card] = await page.locator('td[data-edge]').all();
      expect((await card!.boundingBox())!.width).toBe(Math.min(width, 680));
    } finally {
      await browser.close();
    }
  });

  it('turns the rows of a wide table into cards on a phone, and leaves the others tables', async () => {
    const browser = await open();
    try {
      const page = await browser.newPage({ viewport: { width: 375, height: 800 } });
      await page.setContent(selfContained(await renderMail(aBulletin())));
      const wide = page.locator('td[data-label]').first();
      expect(
        await wide.evaluate('getComputedStyle(document.querySelector("td[data-label]")).display'),
      ).toBe('block');
      expect(await page.locator('th:visible').allTextContents()).toContain('应签收');
      expect(await page.locator('th:visible').allTextContents()).not.toContain('主要依据');
    } finally {
      await browser.close();
    }
  });
});
