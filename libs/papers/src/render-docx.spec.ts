import { describe, expect, it } from '@jest/globals';
import { DRAFT_MARK } from '@risk/domain';
import { Invalid } from '@risk/kit';
import { CHARACTER, CHARACTER_SPACE, columnsFit } from './testing/measures.js';
import { aPaper } from './testing/a-paper.js';
import { opened, wordsOf } from './testing/opened.js';
import { renderDocx } from './render-docx.js';

const partsOf = async (paper = aPaper()) => opened(await renderDocx(paper));
const documentOf = async (paper = aPaper()) => (await partsOf(paper))['word/document.xml']!;

describe('the sheet (GB/T 9704-2012)', () => {
  it('is A4 with the type area of the standard', async () => {
    const xml = await documentOf();
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/);
  });

  it('holds 22 lines of 28 characters', async () => {
    const xml = await documentOf();
    expect(xml).toContain(
      `<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="${CHARACTER_SPACE}"/>`,
    );
    expect(Math.floor((16838 - 2098 - 1984) / 579)).toBe(22);
    expect(Math.floor((11906 - 1588 - 1474) / CHARACTER)).toBe(28);
  });

  it.each([
    ['the title in 二号 小标宋', '关于某公司有关情况的函', '方正小标宋简体', 44],
    ['the first heading in 三号 黑体', '一、基本情况', '黑体', 32],
    ['the second heading in 三号 楷体', '（一）来源', '楷体_GB2312', 32],
    ['the body in 三号 仿宋', '该公司疑似承诺高额回报。', '仿宋_GB2312', 32],
    ['the copies in 四号 仿宋', '抄送：郴州市市场监督管理局。', '仿宋_GB2312', 28],
  ])('has %s', async (_, text, font, size) => {
    const run = (await documentOf()).split('<w:r>').find((part) => part.includes(`>${text}<`));
    expect(run).toContain(`w:eastAsia="${font}"`);
    expect(run).toContain(`<w:sz w:val="${size}"/>`);
  });

  it('numbers pages in 四号 宋体, odd ones right and even ones left', async () => {
    const parts = await partsOf();
    const footers = Object.entries(parts).filter(([name]) => /footer\d/.test(name));
    const sides = footers.map(([, xml]) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort();
    expect(sides.filter((side) => side !== undefined)).toEqual(['left', 'right']);
    const [, odd] = footers.find(([, xml]) => xml.includes('w:val="right"'))!;
    expect(wordsOf(odd)).toBe('—  —\n');
    expect(odd).toMatch(/PAGE.*/);
    expect(odd).toContain('w:eastAsia="宋体"');
    expect(odd).toContain('<w:sz w:val="28"/>');
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
  });

  it('names a stand-in for each font that a machine may lack', async () => {
    const fonts = (await partsOf())['word/fontTable.xml'];
    expect(fonts).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
    expect(fonts).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/>');
  });

  it('gives columns their shares and fills the width', () => {
    expect(columnsFit([1, 3])).toEqual([2211, 6633]);
    expect(columnsFit(undefined)).toEqual([4422, 4422]);
  });
});

describe('the words', () => {
  it('stand in the order of the standard', async () => {
    const lines = wordsOf(await documentOf())
      .split('\n')
      .filter((line) => line !== '');
    expect(lines).toEqual([
      '关于某公司有关情况的函',
      DRAFT_MARK,
      '郴州市公安局：',
      '一、基本情况',
      '该公司疑似承诺高额回报。',
      '（一）来源',
      '序号',
      '名称',
      '1',
      '合同',
      '图：趋势',
      '附件：1. 证据清单',
      '　　　2. 回执',
      '郴州市委金融办',
      '2026年9月6日',
      '抄送：郴州市市场监督管理局。',
    ]);
  });

  it('break where the writer broke them', async () => {
    const paper = aPaper({ body: [{ kind: 'paragraph', text: '甲\n乙' }] });
    expect(wordsOf(await documentOf(paper))).toContain('甲\n乙');
  });

  it.each([
    ['markup', '<w:t>&"\'</w:t>', '<w:t>&"\'</w:t>'],
    ['a null character', 'a\u0000b', 'a\ufffdb'],
    ['a lone surrogate', 'a\ud800b', 'a\ufffdb'],
    ['an escape character', 'a\u001bb', 'a\ufffdb'],
  ])('survive %s', async (_, text, seen) => {
    const parts = await partsOf(aPaper({ title: text, body: [{ kind: 'paragraph', text }] }));
    const words = wordsOf(parts['word/document.xml']!);
    expect(words.replaceAll('&quot;', '"').replaceAll('&apos;', "'")).toContain(seen);
    expect(Object.values(parts).join('')).not.toMatch(/[\u0000\u001b]/);
  });
});

describe('a draft', () => {
  it('cannot bear a number', async () => {
    await expect(renderDocx(aPaper({ number: '郴金办函〔2026〕1号' }))).rejects.toThrow(Invalid);
  });

  it('gives way to the number that the signer gave', async () => {
    const signed = aPaper({ isDraft: false, number: '郴金办函〔2026〕1号' });
    const words = wordsOf(await documentOf(signed));
    expect(words).toContain('郴金办函〔2026〕1号');
    expect(words).not.toContain('草稿');
  });

  it('has no red head', async () => {
    expect(Object.values(await partsOf()).join('')).not.toMatch(/w:color w:val="FF0000"/i);
  });
});

describe('the bytes', () => {
  it('are the same for the same paper, whenever and in whatever zone it is rendered', async () => {
    const zone = process.env['TZ'];
    const first = await renderDocx(aPaper());
    process.env['TZ'] = 'America/New_York';
    const again = await renderDocx(aPaper()).finally(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });
    expect(again.equals(first)).toBe(true);
  });

  it('bear no other moment than the paper’s day', async () => {
    const core = (await partsOf())['docProps/core.xml'];
    expect(core).toContain('>2026-09-06T00:00:00Z</dcterms:created>');
    expect(core).toContain('>2026-09-06T00:00:00Z</dcterms:modified>');
  });

  it('need a day', async () => {
    await expect(renderDocx(aPaper({ date: '2026-02-30' }))).rejects.toThrow('date：');
  });
});
