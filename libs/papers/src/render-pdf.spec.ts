import { describe, expect, it } from '@jest/globals';
import type { Block } from '@risk/domain';
import { Invalid } from '@risk/kit';
import { inflateSync } from 'node:zlib';
import { renderPdf } from './render-pdf.js';
import { aPaper } from './testing/a-paper.js';

/** The streams of a PDF as text. */
function streamsOf(pdf: Buffer): readonly string[] {
  const found = pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g);
  return [...found].map(([, body = '']) => {
    const bytes = Buffer.from(body, 'latin1');
    return body.startsWith('x') ? inflateSync(bytes).toString('latin1') : body;
  });
}

const pagesIn = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0;
const paragraphs = (count: number): readonly Block[] =>
  Array.from({ length: count }, () => ({
    kind: 'paragraph',
    text: '经查，该公司疑似承诺高额回报。',
  }));

describe('a PDF', () => {
  it('is A4 and bears title, language and the day of the paper', async () => {
    const text = (await renderPdf(aPaper())).toString('latin1');
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).toContain('/MediaBox [0 0 595.3 841.9]');
    expect(text).toContain('/Lang (zh-CN)');
    expect(text).toContain('(D:20260906000000Z)');
  });

  it('has its fonts inside, and its words can be searched', async () => {
    const pdf = await renderPdf(aPaper());
    const fonts = pdf.toString('latin1').match(/\/FontFile2/g)?.length ?? 0;
    const cmaps = streamsOf(pdf)
      .filter((stream) => stream.includes('begincmap'))
      .join('');
    expect(fonts).toBe(5);
    for (const char of '关于郴州市公安局函') {
      expect(cmaps).toContain(`<${char.charCodeAt(0).toString(16).padStart(4, '0')}>`);
    }
  });

  it.each([
    ['of 22 lines', 22 - 5, 1],
    ['of one line more', 23 - 5, 2],
  ])('%s has as many pages as the standard gives them', async (_, count, pages) => {
    // Title, blank line, and at the end a blank line, unit and date.
    const bare = { number: null, isDraft: false, addressee: null, attachments: [], copies: [] };
    expect(pagesIn(await renderPdf(aPaper({ ...bare, body: paragraphs(count) })))).toBe(pages);
  });

  it('has the head of a bulletin', async () => {
    const masthead = {
      name: '风险监测简报',
      issue: '第12期',
      unit: '市委金融办',
      marks: ['（更正）'],
    };
    const plain = await renderPdf(aPaper({ kind: 'bulletin' }));
    const headed = await renderPdf(aPaper({ kind: 'bulletin', masthead }));
    expect(headed.length).toBeGreaterThan(plain.length);
    expect(streamsOf(headed).join('')).not.toMatch(/^1 0 0 (rg|scn)/m);
  });

  it('survives what no font has', async () => {
    const text = 'a\u0000b\ud800c😀\u{20000}\u202ed\ufeff';
    const table: Block = { kind: 'table', head: [], rows: [[text], []] };
    const body: readonly Block[] = [{ kind: 'paragraph', text }, table];
    await expect(renderPdf(aPaper({ title: text, body }))).resolves.toBeInstanceOf(Buffer);
  });

  it('of a draft cannot bear a number', async () => {
    await expect(renderPdf(aPaper({ number: '郴金办函〔2026〕1号' }))).rejects.toThrow(Invalid);
  });
});

it('the same paper has the same bytes, whenever and in whatever zone it is printed', async () => {
  const zone = process.env['TZ'];
  const first = await renderPdf(aPaper());
  process.env['TZ'] = 'America/New_York';
  const again = await renderPdf(aPaper()).finally(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  expect(again.equals(first)).toBe(true);
});
