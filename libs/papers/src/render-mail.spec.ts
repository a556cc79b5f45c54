import { describe, expect, it } from '@jest/globals';
import type { Paper } from '@risk/domain';
import fc from 'fast-check';
import { renderMail, selfContained } from './render-mail.js';
import { aBulletin } from './testing/a-bulletin.js';
import { aPaper, BARS } from './testing/a-paper.js';

const htmlOf = async (paper: Paper): Promise<string> => (await renderMail(paper)).html;
const wordsOf = (html: string): string => html.replace(/<title>.*?<\/title>|<[^>]*>/g, ' ');
const nastyPaper = (text: string): Paper =>
  aBulletin({
    title: text,
    masthead: { name: text, issue: text, unit: text, marks: [text] },
    body: [
      { kind: 'heading', level: 1, text },
      { kind: 'paragraph', text },
      { kind: 'table', head: new Array<string>(6).fill(text), rows: [[text, text]] },
      { kind: 'chart', chart: { ...BARS, title: text } },
    ],
    attachments: [text],
    signature: { unit: text, sealed: false },
    copies: [text],
  });

/** Every place in HTML from which a program could load something. */
const REFERENCES = /\b(?:src|href|background|srcset|action|data|poster)="([^"]*)"|url\(|@import/gi;
const referencesOf = (html: string): string[] =>
  [...html.matchAll(REFERENCES)].map((m) => m[1] ?? m[0]);

describe('what a mail loads', () => {
  it.each([
    ['a bulletin', aBulletin()],
    ['a letter', aPaper()],
  ])('%s: its own pictures and nothing else', async (_, paper) => {
    const { html, images } = await renderMail(paper);
    const charts = paper.body.filter(({ kind }) => kind === 'chart');
    const cids = images.map(({ cid }) => `cid:${cid}`);
    const references = referencesOf(html);
    expect(references).toHaveLength(charts.length);
    expect(new Set(references)).toEqual(new Set(cids));
    expect(html).not.toMatch(/<script|<link|<iframe|<form|https?:/i);
  });

  it('names pictures after what they hold', async () => {
    const { images } = await renderMail(aBulletin());
    for (const { cid, name, png } of images) {
      expect(cid).toMatch(/^[0-9a-f]{16}@risk$/);
      expect(name).toMatch(/^图\d+\.png$/);
      expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG');
    }
    expect(new Set(images.map(({ cid }) => cid)).size).toBe(images.length);
  });

  it('is in the page itself once it is self-contained', async () => {
    const mail = await renderMail(aBulletin());
    const references = referencesOf(selfContained(mail));
    expect(references).toHaveLength(3);
    for (const reference of references) expect(reference).toMatch(/^data:image\/png;base64,iVBOR/);
  });

  it('is not a picture that a text speaks of', async () => {
    const { images } = await renderMail(aPaper());
    const text = `<img src="cid:${images[0]!.cid}"`;
    const page = selfContained(await renderMail(aPaper({ title: text })));
    expect(page).toContain(`&lt;img src=&quot;cid:${images[0]!.cid}&quot;`);
  });
});

describe('the words', () => {
  it('say who, which issue, when, and that it is a draft with samples', async () => {
    const words = wordsOf(await htmlOf(aBulletin())).replace(/\s+/g, ' ');
    expect(words).toContain(
      '非法金融活动风险监测日报 （第127期） （样例数据） （草稿，未经签发） 郴州市委金融办 2026年11月27日 11月26日非法金融活动风险监测情况 一、今日概况',
    );
  });

  it('number headings as the DOCX does', async () => {
    const words = wordsOf(await htmlOf(aBulletin()));
    for (const heading of ['二、重点主体', '（一）郴州', '1.风险点', '（1）承诺', '2.处置建议'])
      expect(words).toContain(heading);
  });

  it('of a bulletin end without a second date, those of a letter with unit and date', async () => {
    expect((await htmlOf(aBulletin())).split('2026年11月27日')).toHaveLength(2);
    expect(wordsOf(await htmlOf(aPaper()))).toMatch(/郴州市委金融办\s+2026年9月6日\s+抄送：/);
  });

  it('tell what a picture shows to whoever does not see it', async () => {
    expect(await htmlOf(aPaper())).toContain('alt="图：趋势：北湖区 3 件，苏仙区 0 件"');
  });

  it('are there without HTML as well', async () => {
    const { text } = await renderMail(aBulletin());
    expect(text).toMatch(/^非法金融活动风险监测日报\n第127期\n/);
    expect(text).toContain('\n北湖区\t14\t13\t0\n');
  });

  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`"><img src=x onerror='x'>`, '&quot;&gt;&lt;img src=x onerror=&#39;x&#39;&gt;'],
    ['--><![endif]', '--&gt;&lt;![endif]'],
    ['a\u0000b', 'a\ufffdb'],
    ['甲\n乙', '甲<br>乙'],
  ])('%j are words and nothing else, wherever they stand', async (text, written) => {
    const html = await htmlOf(nastyPaper(text));
    expect(html).toContain(written);
    if (!text.includes('\n')) expect(html.replaceAll('<![endif]-->', '')).not.toContain(text);
  });

  it('never add a tag', async () => {
    const tags = (html: string) => html.match(/<[a-z!]/gi)?.length;
    const calm = tags(await htmlOf(nastyPaper('甲')));
    const words = fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '!', '-', '甲', 'a', ' '),
    });
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        expect(tags(await htmlOf(nastyPaper(text)))).toBe(calm);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a table', () => {
  const tableOf = async (head: string[], rows: string[][], shares?: number[]) =>
    htmlOf(aPaper({ body: [{ kind: 'table', head, rows, shares }] }));
  const six = ['甲', '乙', '丙', '丁', '戊', '己'];

  it('puts numbers at the right and does not break them', async () => {
    const html = await tableOf(['名', '数'], [['甲', '1,284']]);
    expect(html).toMatch(/<td align="left"[^>]*>甲</);
    expect(html).toMatch(/<td align="right"[^>]*white-space:nowrap[^>]*>1,284</);
  });

  it('too wide for a phone names its columns in its cells, so that rows can be cards', async () => {
    const long = '一段比较长的中文说明'.repeat(3);
    expect(await tableOf(six, [[...six.slice(1), long]])).toContain(`<td data-label="己"`);
    expect(await tableOf(six, [six])).not.toContain('<td data-label');
    expect(await tableOf(['甲', '乙'], [['甲', long]])).not.toContain('<td data-label');
  });

  it('gives columns the shares of the writer, else what they need', async () => {
    expect(await tableOf(['甲', '乙'], [], [1, 3])).toMatch(/<th width="25%".*<th width="75%"/);
    expect(await tableOf(['甲', '乙'], [])).not.toContain('<th width');
  });

  it('has a cell for every column also where the writer left some out', async () => {
    expect(
      (await tableOf(six, [['甲']])).match(/<td align="left" style="padding:6px/g),
    ).toHaveLength(6);
  });
});

it('the same paper gives the same bytes', async () => {
  expect(await renderMail(aBulletin())).toEqual(await renderMail(aBulletin()));
});

it('is small enough that no mail program cuts it off', async () => {
  expect(Buffer.byteLength(await htmlOf(aBulletin()))).toBeLessThan(102_000);
});
