import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitRecord } from './csv-records.js';
import { placeText } from './file-item.js';
import { previewFile } from './preview-file.js';
import { readRows } from './read-rows.js';
import { brief, itemsOf, Scratch } from './testing/scratch.js';

const scratch = new Scratch();
afterAll(() => {
  scratch.clear();
});
const read = async (content: string | Uint8Array, options = {}) =>
  brief(await itemsOf(scratch.file(content), options));

/** 编号,内容 / 1,郴州 in GB18030. */
const GB = Uint8Array.from([
  0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0a, 0x31, 0x2c, 0xb3, 0xbb, 0xd6, 0xdd,
]);
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('CSV in the encodings and separators of offices', () => {
  const expected = [{ 编号: '1', 内容: '郴州' }];
  it.each<[string, string | Uint8Array]>([
    ['UTF-8', '编号,内容\n1,郴州\n'],
    ['UTF-8 with a mark', '\ufeff编号,内容\r\n1,郴州'],
    ['GB18030', GB],
    ['UTF-16, tabs (“Unicode text” of Excel)', utf16('编号\t内容\r\n1\t郴州\r\n')],
    ['semicolons', '编号;内容\n1;郴州'],
    ['bars', '编号|内容\n1|郴州'],
    ['quotes everywhere', '"编号","内容"\n"1","郴州"'],
    ['Excel’s forced text', '编号,内容\n="1",郴州\t'],
  ])('%s', async (_what, content) => {
    expect(await read(content)).toEqual(expected);
  });

  it('one broken character does not turn a UTF-8 file into GB18030', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`编号,内容\n${'1,郴州市北湖区\n'.repeat(20)}2,`),
      Buffer.of(0xff),
      Buffer.from('\n3,好'),
    ]);
    const rows = await read(bytes);
    expect(rows.slice(20)).toEqual([
      '22: 内容 有无法识别的字符（编码错误）',
      { 编号: '3', 内容: '好' },
    ]);
  });
});

describe('CSV records', () => {
  it.each<[string, string, unknown[]]>([
    [
      'cells over several lines',
      '编号,内容\n1,"第一行\n第二行"\n2,二',
      [
        { 编号: '1', 内容: '第一行\n第二行' },
        { 编号: '2', 内容: '二' },
      ],
    ],
    ['doubled quotes', '编号,内容\n1,"他说""保本"""', [{ 编号: '1', 内容: '他说"保本"' }]],
    ['quotes in the middle', '编号,内容\n1,他说"保本"', [{ 编号: '1', 内容: '他说"保本"' }]],
    [
      'a quote that nobody closes costs its own line',
      '编号,内容\n1,"坏\n2,好\n3,好',
      ['2: 引号没有配对，这一行无法分列', { 编号: '2', 内容: '好' }, { 编号: '3', 内容: '好' }],
    ],
    [
      'also when a later line has quotes',
      '编号,内容\n1,"坏\n2,"好"\n3,好',
      ['2: 引号没有配对，这一行无法分列', { 编号: '2', 内容: '好' }, { 编号: '3', 内容: '好' }],
    ],
    [
      'missing and surplus cells',
      '编号,内容\n1\n2,二,三',
      [
        { 编号: '1', 内容: '' },
        { 编号: '2', 内容: '二', 第3列: '三' },
      ],
    ],
    [
      'empty lines and repeated headers',
      '编号,内容\n\n,\n编号,内容\n1,一',
      [{ 编号: '1', 内容: '一' }],
    ],
    [
      'two columns of one name',
      '编号,电话,电话\n1,甲,乙',
      [{ 编号: '1', 电话: '甲', 电话_2: '乙' }],
    ],
    ['a column without a name', '编号,,内容\n1,x,一', [{ 编号: '1', 第2列: 'x', 内容: '一' }]],
    ['only a header', '编号,内容\n', []],
  ])('%s', async (_what, content, expected) => {
    expect(await read(content)).toEqual(expected);
  });

  it('are counted by the line on which they begin', async () => {
    const items = await itemsOf(scratch.file('编号,内容\n\n1,"a\nb"\n\n2,c'));
    expect(items.map((item) => item.row)).toEqual([3, 6]);
    expect(items.map((item) => item.raw)).toEqual(['1,"a\nb"', '2,c']);
  });

  it('come apart as they were put together', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', '"', ',', ' ', '\n', 'a', '\t') });
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        expect(splitRecord(cells.map(quote).join(','), ',')).toEqual({ cells, stray: false });
      }),
    );
  });

  it('never lose a line, whatever the quotes', async () => {
    const line = fc.string({ unit: fc.constantFrom('甲', '"', ',', 'b'), minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        const path = scratch.file(['编号,内容', ...lines, '尾,行'].join('\n'));
        const items = await itemsOf(path, { headerRow: 1 });
        const raw = items.map((item) => item.raw).join('\n');
        for (const text of lines) if (/[甲b]/.test(text)) expect(raw).toContain(text);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the header', () => {
  const titled =
    '郴州市2026年3月工单汇总表,,\n制表日期：2026-03-31,,\n工单编号,诉求内容,联系电话\n1,一,2';
  it('is found below titles', async () => {
    expect(await read(titled)).toEqual([{ 工单编号: '1', 诉求内容: '一', 联系电话: '2' }]);
  });
  it('is found by known names where data look like headers', async () => {
    const content = '某表,某单位,某人\n甲,乙,丙\nENTNAME,UNISCID,REGNO\n公司,代码,号';
    const knows = (header: string): boolean => /^[A-Z]+$/.test(header);
    expect(await read(content, { knows })).toEqual([
      { ENTNAME: '公司', UNISCID: '代码', REGNO: '号' },
    ]);
  });
  it('may be pointed at', async () => {
    expect(await read('一,二\n三,四\n五,六', { headerRow: 2 })).toEqual([{ 三: '五', 四: '六' }]);
    await expect(read('一,二\n\n五,六', { headerRow: 2 })).rejects.toThrow('第 2 行是空的');
  });
  it('is asked for when there is none', async () => {
    await expect(read('1,2\n3,4')).rejects.toThrow('找不到表头');
  });
});

describe('JSON lines', () => {
  it('go on after a bad one', async () => {
    expect(await read('{"a":1}\n{bad\n\n[1]\n{"b":{"c":"深"}}')).toEqual([
      { a: 1 },
      '2: 不是完整的 JSON',
      '4: 应为一个 JSON 对象',
      { b: { c: '深' } },
    ]);
  });
  it('refuse a line without end and keep only its beginning', async () => {
    const items = await itemsOf(scratch.file(`{"a":1}\n{"b":"${'x'.repeat(1_200_000)}"}\n{"c":3}`));
    expect(brief(items)).toEqual([{ a: 1 }, '2: 一行超过 1048576 个字符', { c: 3 }]);
    expect(items[1]?.raw.length).toBeLessThanOrEqual(1_048_576);
  });
  it.each([
    ['[{"a":1},2,{"b":2}]', [{ a: 1 }, '2: 应为一个 JSON 对象', { b: 2 }]],
    ['{\n "a": 1\n}', [{ a: 1 }]],
  ])('may be one document: %j', async (content, expected) => {
    expect(await read(content)).toEqual(expected);
  });
  it('are refused as a broken document', async () => {
    await expect(read('[{"a":1},')).rejects.toThrow('不是完整的 JSON');
  });
});

describe('what a file is shows its content', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', '文件是空的'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), '旧版 Excel（.xls）'],
    ['a web page called .xls', '<html><table>', '这是网页或 XML 格式的表格'],
    ['a PDF', '%PDF-1.7', '这是 PDF 文件'],
    ['gzip', Uint8Array.from([0x1f, 0x8b, 8]), 'gzip'],
    ['something binary', Uint8Array.from([1, 0, 2]), '这不是文本文件'],
    ['a zip that breaks off', Uint8Array.from([0x50, 0x4b, 3, 4, 0]), '不是完整的 .xlsx 文件'],
  ])('%s is refused with advice', async (_what, content, words) => {
    await expect(read(content)).rejects.toThrow(words);
  });

  it('names a file that is not there', async () => {
    await expect(itemsOf('/nowhere/x.csv')).rejects.toThrow('打不开文件 /nowhere/x.csv');
  });
});

describe('streams and previews', () => {
  it('reads an upload', async () => {
    const rows: unknown[] = [];
    for await (const item of readRows(
      Readable.from([Buffer.from('编号,内容\n1,'), Buffer.from('一')]),
    ))
      rows.push(item);
    expect(rows).toMatchObject([{ kind: 'row', cells: { 编号: '1', 内容: '一' } }]);
  });

  it('shows the beginning', async () => {
    const path = scratch.file(`编号,内容\n${'1,一\n'.repeat(50)}`);
    const preview = await previewFile(path, {}, 3);
    expect(preview).toMatchObject({ headers: ['编号', '内容'], faults: [] });
    expect(preview.rows).toHaveLength(3);
  });

  it('says places as people do', () => {
    expect(placeText({ row: 7 })).toBe('第 7 行');
    expect(placeText({ sheet: '投诉', row: 7 })).toBe('工作表“投诉”第 7 行');
  });
});
