import { describe, expect, it } from '@jest/globals';
import { Invalid } from '@risk/kit';
import type { Paper } from '@risk/domain';
import { renderDocx } from '../render-docx.js';
import { aBulletin } from '../testing/a-bulletin.js';
import { aPaper } from '../testing/a-paper.js';
import { CHARACTER, CHARACTER_SPACE, CLOSER } from '../testing/measures.js';
import { opened, wordsOf } from '../testing/opened.js';

const partsOf = async (paper: Paper) => opened(await renderDocx(paper));
const documentOf = async (paper: Paper) => (await partsOf(paper))['word/document.xml']!;
const linesOf = async (paper: Paper) =>
  wordsOf(await documentOf(paper))
    .split('\n')
    .filter((line) => line !== '');
const paragraphWith = async (text: string, paper = aBulletin()) =>
  (await documentOf(paper)).split('</w:p>').find((p) => p.includes(`>${text}<`))!;

const named = (name: string): Paper => aBulletin({ masthead: { ...aBulletin().masthead!, name } });
const bare = aBulletin({
  isDraft: false,
  masthead: { ...aBulletin().masthead!, issue: null, marks: [] },
});

describe('the sheet of a bulletin', () => {
  it('is that of every paper: A4, the margins and the 22 × 28 of GB/T 9704-2012', async () => {
    const xml = await documentOf(aBulletin());
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/);
    expect(xml).toContain(
      `<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="${CHARACTER_SPACE}"/>`,
    );
  });

  it('holds 28 characters also where an office program does not follow the grid', async () => {
    const styles = (await partsOf(aBulletin()))['word/styles.xml'];
    expect(styles).toContain('<w:snapToGrid w:val="0"/>');
    expect(styles).toContain(`<w:spacing w:val="${CLOSER}"/>`);
    expect(Math.floor((28 * CHARACTER) / (320 + CLOSER))).toBe(28);
  });

  it('bears page numbers at the outer side', async () => {
    const footers = Object.entries(await partsOf(aBulletin())).filter(([name]) =>
      /footer\d/.test(name),
    );
    expect(footers.map(([, xml]) => wordsOf(xml)).filter((text) => text.includes('—'))).toEqual([
      '—  —\n',
      '—  —\n',
    ]);
  });

  it('lets letters alone', async () => {
    expect((await partsOf(aPaper()))['word/styles.xml']).not.toContain('snapToGrid');
  });
});

describe('the head', () => {
  it('says name, marks, issue, then who and when, then the title', async () => {
    expect((await linesOf(aBulletin())).slice(0, 5)).toEqual([
      '非法金融活动风险监测日报',
      '（样例数据）（草稿，未经签发）',
      '（第127期）',
      '郴州市委金融办2026年11月27日',
      '11月26日非法金融活动风险监测情况',
    ]);
  });

  it('says no more than there is', async () => {
    expect((await linesOf(bare)).slice(0, 2)).toEqual([
      '非法金融活动风险监测日报',
      '郴州市委金融办2026年11月27日',
    ]);
  });

  it.each([
    ['the name in 小初 小标宋', '非法金融活动风险监测日报', '方正小标宋简体', 72],
    ['the marks in 三号 楷体', '（样例数据）（草稿，未经签发）', '楷体_GB2312', 32],
    ['the issue in 三号 仿宋', '（第127期）', '仿宋_GB2312', 32],
    ['unit and day in 三号 仿宋', '郴州市委金融办', '仿宋_GB2312', 32],
    ['the title in 二号 小标宋', '11月26日非法金融活动风险监测情况', '方正小标宋简体', 44],
    ['the first heading in 三号 黑体', '一、今日概况', '黑体', 32],
    ['the second heading in 三号 楷体', '（一）地区分布', '楷体_GB2312', 32],
    ['the third heading in 三号 仿宋', '1.风险点', '仿宋_GB2312', 32],
    ['the fourth heading in 三号 仿宋', '（1）承诺高额回报', '仿宋_GB2312', 32],
  ])('sets %s', async (_, text, font, size) => {
    const p = await paragraphWith(text);
    expect(p).toContain(`w:eastAsia="${font}"`);
    expect(p).toContain(`<w:sz w:val="${size}"/>`);
  });

  it('makes a name that would not stand on one line smaller', async () => {
    const long = '非法金融活动风险监测预警工作日报';
    expect(await paragraphWith(long, named(long))).toContain('<w:sz w:val="52"/>');
  });

  it('puts the day at the right edge by a tab and a rule under it', async () => {
    const p = await paragraphWith('2026年11月27日');
    expect(p).toContain('<w:tab w:val="right" w:pos="8844"/>');
    expect(p).toMatch(/郴州市委金融办<\/w:t><w:tab\/><w:t[^>]*>2026年11月27日</);
    expect(p).toContain('<w:bottom w:val="single" w:color="000000"');
  });
});

describe('what would make it an official paper', () => {
  it('is no colour: everything is black', async () => {
    const xml = Object.values(await partsOf(aBulletin())).join('');
    const colours = [...xml.matchAll(/w:(?:color|fill)(?: w:val)?="(\w+)"/g)].map((m) => m[1]);
    expect(new Set(colours)).toEqual(new Set(['000000', 'auto']));
  });

  it('is no 文号: neither is one printed nor taken', async () => {
    expect((await linesOf(aBulletin())).join('')).not.toMatch(/〔|文件/);
    const numbered = aBulletin({ isDraft: false, number: '郴金办发〔2026〕1号' });
    await expect(renderDocx(numbered)).rejects.toThrow(Invalid);
  });

  it('is no second date at the end, unless somebody signs', async () => {
    const days = async (paper: Paper) =>
      (await linesOf(paper)).filter((line) => line.endsWith('2026年11月27日')).length;
    expect(await days(aBulletin())).toBe(1);
    const signed = { signature: { unit: '郴州市委金融办', sealed: true } };
    expect(await days(aBulletin(signed))).toBe(2);
  });
});

it('numbers in a table stand at the right, words at the left', async () => {
  expect(await paragraphWith('+100.0%')).toContain('<w:jc w:val="right"/>');
  expect(await paragraphWith('红色预警')).toContain('<w:jc w:val="left"/>');
});
