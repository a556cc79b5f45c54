import { describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import type { Listed } from '@risk/kit';
import ExcelJS from 'exceljs';
import { exportList, MOST_EXPORTED } from './export-list.js';

interface Row {
  readonly name: string;
  readonly score: number | null;
}
const COLUMNS = [
  { title: '名称', width: 30, cell: ({ name }: Row) => name },
  { title: '指数', cell: ({ score }: Row) => score },
];

/** A list of so many rows, in pages as they are asked for. */
const listOf = (rows: readonly Row[]) =>
  async function read({ limit, after }: { limit: number; after: string | null }) {
    const from = Number(after ?? '0');
    const page = rows.slice(from, from + limit);
    const next = from + limit < rows.length ? String(from + limit) : null;
    return Promise.resolve({ rows: page, next, total: rows.length } satisfies Listed<Row>);
  };

async function cellsOf(rows: readonly Row[]) {
  const bytes = await buffer(exportList({ name: '名单', columns: COLUMNS, read: listOf(rows) }));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const page = book.worksheets[0];
  const values: unknown[] = [];
  page?.eachRow((row) => values.push((row.values as unknown[]).slice(1)));
  return { name: page?.name, values };
}

describe('a list written out as a workbook', () => {
  it('has a head, its rows over all pages, and numbers as numbers', async () => {
    const rows = Array.from({ length: 2345 }, (_, at) => ({
      name: `公司${String(at)}`,
      score: at,
    }));
    const { name, values } = await cellsOf(rows);
    expect([name, values[0], values[2345], values.length]).toEqual([
      ...['名单', ['名称', '指数'], ['公司2344', 2344], 2346],
    ]);
  });

  it('holds no formula, whatever a name begins with', async () => {
    const { values } = await cellsOf([{ name: '=cmd|calc', score: null }]);
    expect(values[1]).toEqual(["'=cmd|calc"]);
  });

  it('says in its last row that there is more than fits', async () => {
    const rows = Array.from({ length: MOST_EXPORTED + 1 }, () => ({ name: '某', score: 1 }));
    const { values } = await cellsOf(rows);
    expect(values.length).toBe(MOST_EXPORTED + 2);
    expect(values[MOST_EXPORTED + 1]).toEqual([expect.stringContaining('只导出前 50000 行')]);
  });

  it.each([
    ['says how many rows it held before it ends', 12, 12],
    ['counts no row that did not fit', MOST_EXPORTED + 1, MOST_EXPORTED],
  ])('%s', async (_says, rows, held) => {
    const ends: unknown[] = [];
    const onEnd = (...told: unknown[]) => Promise.resolve(void ends.push(told));
    const read = listOf(Array.from({ length: rows }, () => ({ name: '某', score: 1 })));
    await buffer(exportList({ name: '名单', columns: COLUMNS, read, onEnd }));
    expect(ends).toEqual([[held, true]]);
  });

  it('says so when it breaks off, and breaks off when nobody can be told', async () => {
    const ends: unknown[] = [];
    const onEnd = (...told: unknown[]) => Promise.resolve(void ends.push(told));
    const read = () => Promise.reject(new Error('gone'));
    const broken = exportList({ name: '名单', columns: COLUMNS, read, onEnd });
    await expect(buffer(broken)).rejects.toThrow('gone');
    expect(ends).toEqual([[0, false]]);
    const deaf = () => Promise.reject(new Error('nobody hears'));
    const list = { name: '名单', columns: COLUMNS, read: listOf([]), onEnd: deaf };
    await expect(buffer(exportList(list))).rejects.toThrow('nobody hears');
  });

  it('breaks off when the list cannot be read on', async () => {
    const stream = exportList({
      name: '名单',
      columns: COLUMNS,
      read: () => Promise.reject(new Error('gone')),
    });
    await expect(buffer(stream)).rejects.toThrow('gone');
  });
});
