import { describe, expect, it } from '@jest/globals';
import type { Cell, Sheet } from '@risk/domain';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { renderCsv } from './render-csv.js';
import { renderXlsx } from './render-xlsx.js';
import { opened } from './testing/opened.js';

const DAY = '2026-11-27';
const sheet = (rows: readonly (readonly Cell[])[], name = '表一'): Sheet => ({
  name,
  head: ['名称', '金额'],
  rows,
});

async function readBack(sheets: readonly Sheet[]) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await renderXlsx(sheets, DAY)) as unknown as ArrayBuffer);
  return book;
}
const firstCell = async (text: string) =>
  (await readBack([sheet([[text, 1]])])).worksheets[0]!.getCell('A2').value;

describe('a workbook', () => {
  it('reads back as it was, numbers as numbers', async () => {
    const page = (
      await readBack([
        sheet([
          ['某公司', 12.5],
          ['乙', null],
        ]),
      ])
    ).worksheets[0]!;
    expect(page.name).toBe('表一');
    expect(page.getRow(1).values).toEqual([undefined, '名称', '金额']);
    expect(page.getCell('B2').value).toBe(12.5);
    expect(page.getCell('B3').value).toBeNull();
  });

  it('keeps its head in sight', async () => {
    const page = (await readBack([sheet([])])).worksheets[0]!;
    expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });

  it('is the same bytes for the same sheets', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => renderXlsx([sheet([['甲', 1]])], DAY)));
    expect(one!.equals(other!)).toBe(true);
    expect((await opened(one!))['docProps/core.xml']).toContain('2026-11-27T00:00:00Z');
  });

  it('takes names that Excel would refuse', async () => {
    const names = ['a/b:c', 'a_b_c', '', '很长'.repeat(30), "'"];
    const book = await readBack(names.map((name) => sheet([], name)));
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'a_b_c',
      'a_b_c(2)',
      '表',
      '很长'.repeat(30).slice(0, 31),
      '表(2)',
    ]);
  });
});

describe('a hostile cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 735', "'+86 735"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['=HYPERLINK("http://x","点")', `'=HYPERLINK("http://x","点")`],
    ['保本=稳赚', '保本=稳赚'],
    ['a\u0000b', 'a\ufffdb'],
  ])('%j runs nowhere', async (text, kept) => {
    expect(await firstCell(text)).toBe(kept);
    expect(renderCsv(sheet([[text, 1]])).toString()).toContain(
      kept.includes('"') ? kept.replaceAll('"', '""') : kept,
    );
  });

  it('of too many characters is cut and says so', async () => {
    const kept = (await firstCell('长'.repeat(40_000))) as string;
    expect(kept).toHaveLength(32_767);
    expect(kept).toMatch(/（过长，已截断）$/);
  });

  it('never begins like a formula, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const csv = renderCsv({ name: '', head: [], rows: [[text]] })
          .toString()
          .slice(3);
        expect(csv).not.toMatch(/^"?\s*[=+\-@]/);
      }),
    );
  });
});

describe('CSV', () => {
  it('is UTF-8 with BOM, CRLF and quotes where they are needed', () => {
    const bytes = renderCsv(
      sheet([
        ['甲,"乙"\n丙', 1],
        [null, 2.5],
      ]),
    );
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.subarray(3).toString()).toBe('名称,金额\r\n"甲,""乙""\n丙",1\r\n,2.5\r\n');
  });
});
