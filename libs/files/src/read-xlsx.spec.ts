import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { issueTexts } from './file-item.js';
import { brief, itemsOf, Scratch } from './testing/scratch.js';
import { zipOf, type ZipPart } from './testing/zip-of.js';
import { columnIndex } from './xlsx/sheet-rows.js';
import { attribute, unescapeXml, XmlScanner } from './xlsx/xml-scanner.js';

const scratch = new Scratch();
afterAll(() => {
  scratch.clear();
});

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook();
  fill(book);
  const path = scratch.path();
  await book.xlsx.writeFile(path);
  return path;
}

/** A workbook whose sheet is written by hand, for what ExcelJS would not write. */
function handmade(rows: string, more: readonly ZipPart[] = []): string {
  return scratch.file(
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
      {
        name: 'xl/worksheets/sheet1.xml',
        content: `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`,
      },
      ...more,
    ]),
  );
}
const text = (ref: string, value: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEAD = `<row r="1">${text('A1', '编号')}${text('B1', '内容')}</row>`;

describe('a sheet as offices make it', () => {
  let path = '';
  beforeAll(async () => {
    path = await workbook((book) => {
      const sheet = book.addWorksheet('投诉');
      sheet.addRow(['郴州市工单汇总表']);
      sheet.mergeCells('A1:E1');
      sheet.addRow(['工单编号', '诉求内容', '被投诉方', '', '受理时间']);
      sheet.addRow(['', '', '名称', '电话', '']);
      for (const range of ['A2:A3', 'B2:B3', 'C2:D2', 'E2:E3']) sheet.mergeCells(range);
      sheet.addRow([
        'A1',
        { richText: [{ text: '富' }, { text: '文本' }] },
        { formula: '"甲"&"公司"', result: '甲公司' },
        13800000000,
        new Date(Date.UTC(2026, 2, 4)),
      ]);
      sheet.addRow(['A2', '二', '乙公司', '13900000000', new Date(Date.UTC(2026, 2, 4, 9, 30, 5))]);
      sheet.addRow([]);
      sheet.addRow([
        'A3',
        '三',
        { formula: '1/0', result: { error: '#DIV/0!' } },
        1,
        '2026年3月5日',
      ]);
      sheet.addRow(['A4', '四', { formula: 'C4' }, 1, 1]);
      sheet.addRow(['A5', true, '丙公司', 1.5, '2026/3/6']);
      sheet.mergeCells('C10:C11');
      sheet.getCell('A10').value = 'A6';
      sheet.getCell('C10').value = '丁公司';
      sheet.getCell('A11').value = 'A7';
      const hidden = book.addWorksheet('隐藏', { state: 'hidden' });
      hidden.addRow(['编号', '内容']);
      hidden.addRow(['H1', '不读']);
    });
  });

  it('gives rows under a header of two storeys', async () => {
    expect(brief(await itemsOf(path))).toEqual([
      {
        工单编号: 'A1',
        诉求内容: '富文本',
        被投诉方名称: '甲公司',
        被投诉方电话: 13800000000,
        受理时间: '2026-03-04',
      },
      {
        工单编号: 'A2',
        诉求内容: '二',
        被投诉方名称: '乙公司',
        被投诉方电话: '13900000000',
        受理时间: '2026-03-04 09:30:05',
      },
      '7: 被投诉方名称 是错误值 #DIV/0!',
      '8: 被投诉方名称 公式没有计算结果，请在 Excel 中打开并保存后再导入',
      {
        工单编号: 'A5',
        诉求内容: true,
        被投诉方名称: '丙公司',
        被投诉方电话: 1.5,
        受理时间: '2026/3/6',
      },
      { 工单编号: 'A6', 诉求内容: '', 被投诉方名称: '丁公司', 被投诉方电话: '', 受理时间: '' },
      { 工单编号: 'A7', 诉求内容: '', 被投诉方名称: '丁公司', 被投诉方电话: '', 受理时间: '' },
    ]);
  });

  it('warns of a formula once a column, with its place', async () => {
    expect(
      (await itemsOf(path)).flatMap((item) => (item.kind === 'row' ? issueTexts(item) : [])),
    ).toEqual(['工作表“投诉”第 4 行，列“被投诉方名称”由公式算出，取上次保存时的结果']);
  });

  it('takes the lower name alone where only that is known', async () => {
    const [first] = await itemsOf(path, {
      knows: (header) => ['工单编号', '诉求内容', '名称', '电话'].includes(header),
    });
    expect(first).toMatchObject({ cells: { 名称: '甲公司', 电话: 13800000000 } });
  });

  it('leaves hidden sheets out unless asked for by name', async () => {
    expect(brief(await itemsOf(path, { sheet: '隐藏' }))).toEqual([{ 编号: 'H1', 内容: '不读' }]);
    await expect(itemsOf(path, { sheet: '没有' })).rejects.toThrow(
      '没有名为“没有”的工作表，现有：投诉、隐藏',
    );
  });
});

describe('cells', () => {
  it.each<[string, string, unknown]>([
    [
      'a number of 18 digits stays a number, to be refused by its column',
      '<c r="B2"><v>4.3100219900101126E+17</v></c>',
      431002199001011260,
    ],
    [
      'phonetic readings are left out',
      '<c r="B2" t="inlineStr"><is><t>郴</t><rPh><t>chen</t></rPh><t>州</t></is></c>',
      '郴州',
    ],
    ['entities', text('B2', '&lt;保本&gt; &amp; &#20445;&#x672C;'), '<保本> & 保本'],
    ['CDATA', text('B2', '<![CDATA[a<b>c]]>'), 'a<b>c'],
    ['an ISO date', '<c r="B2" t="d"><v>2026-03-04T00:00:00</v></c>', '2026-03-04T00:00:00'],
    ['a prefix for every name', '<x:c r="B2"><x:v>5</x:v></x:c>', 5],
    ['a shared string that is not there', '<c r="B2" t="s"><v>9</v></c>', ''],
    ['a text result of a formula', '<c r="B2" t="str"><f>A1&gt;1</f><v>甲</v></c>', '甲'],
  ])('%s', async (_what, cell, value) => {
    const path = handmade(`${HEAD}<row r="2">${text('A2', '1')}${cell}</row>`);
    expect(brief(await itemsOf(path))).toEqual([{ 编号: '1', 内容: value }]);
  });

  it('need no references', async () => {
    const bare =
      '<row><c t="inlineStr"><is><t>编号</t></is></c><c t="inlineStr"><is><t>内容</t></is></c></row><row><c><v>1</v></c><c><v>2</v></c></row>';
    expect(brief(await itemsOf(handmade(bare)))).toEqual([{ 编号: 1, 内容: 2 }]);
  });

  it.each([
    ['n14', 14],
    ['Chinese', 31],
    ['custom', 164],
  ])('of a %s date format are days, also from 1904', async (_what, format) => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode='yyyy"年"m"月"d"日";@'/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="${format}"/></cellXfs></styleSheet>`;
    const path = handmade(
      `${HEAD}<row r="2">${text('A2', '1')}<c r="B2" s="1"><v>43831</v></c></row>`,
      [{ name: 'xl/styles.xml', content: styles }],
    );
    expect(brief(await itemsOf(path))).toEqual([{ 编号: '1', 内容: '2020-01-01' }]);
  });

  it.each([
    ['A1', 0],
    ['Z9', 25],
    ['AA1', 26],
    ['XFD1', 16_383],
  ])('column %s is %i', (reference, index) => {
    expect(columnIndex(reference)).toBe(index);
  });
});

describe('archives that no honest program makes', () => {
  it.each<[string, () => string, string]>([
    [
      'a sheet that swells a thousandfold',
      () => handmade(`<row>${' '.repeat(40 * 1_048_576)}</row>`),
      '疑似压缩炸弹',
    ],
    [
      'shared strings that swell',
      () =>
        handmade(HEAD, [
          {
            name: 'xl/sharedStrings.xml',
            content: `<sst>${`<si><t>${' '.repeat(1_000)}</t></si>`.repeat(40_000)}</sst>`,
          },
        ]),
      '疑似压缩炸弹',
    ],
    [
      'ten thousand parts',
      () =>
        handmade(
          HEAD,
          Array.from({ length: 10_000 }, (_, n) => ({ name: `x${n}`, content: '' })),
        ),
      '超过上限 2000',
    ],
    [
      'a size that lies',
      () =>
        handmade(HEAD, [
          { name: 'xl/sharedStrings.xml', content: '<sst><si><t>甲</t></si></sst>', claims: 5 },
        ]),
      '已损坏',
    ],
    [
      'a cell without end',
      () =>
        handmade(
          `<row>${text('A1', Array.from({ length: 260_000 }, (_, n) => n.toString(36).padStart(10, '#')).join(''))}</row>`,
        ),
      '过长的单元格',
    ],
    ['entities that multiply', () => handmade(`<!DOCTYPE x [<!ENTITY a "b">]>${HEAD}`), 'DOCTYPE'],
    [
      'a zip that is no workbook',
      () => scratch.file(zipOf([{ name: 'a.txt', content: 'x' }])),
      '不是 .xlsx 工作簿',
    ],
  ])('%s', async (_what, make, words) => {
    await expect(itemsOf(make())).rejects.toThrow(words);
  });
});

describe('the XML scanner', () => {
  const events = (pieces: readonly string[]): string => {
    let seen = '';
    const scanner = new XmlScanner({
      open: (name) => (seen += `<${name}>`),
      close: (name) => (seen += `</${name}>`),
      text: (piece) => (seen += piece),
    });
    for (const piece of pieces) scanner.push(piece);
    return seen;
  };
  const XML =
    '<?xml version="1.0"?><!-- a > b --><a x="1>2"><b/>文&amp;字<c:d y=\'1\'>e</c:d><![CDATA[<raw>]]></a>';

  it('sees the same however the bytes are cut', () => {
    const whole = events([XML]);
    expect(whole).toBe('<a><b></b>文&字<d>e</d><raw></a>');
    for (let at = 1; at < XML.length; at += 1)
      expect(events([XML.slice(0, at), XML.slice(at)])).toBe(whole);
    expect(events(Array.from(XML))).toBe(whole);
  });

  it('reads attributes and leaves unknown entities alone', () => {
    expect(attribute(' r="A1" t=\'s\' xr:id="7"', 'r')).toBe('A1');
    expect(attribute(' r:id="r1"', 'id')).toBe('r1');
    expect(attribute(' r="A1"', 't')).toBeNull();
    expect(unescapeXml('&nope; &#0; &#x110000; &quot;')).toBe('&nope;   "');
  });
});
