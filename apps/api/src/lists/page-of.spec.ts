import { describe, expect, it } from '@jest/globals';
import { everyRow } from '@risk/kit';
import { pageOf } from './page-of.js';

const ROWS = [
  { name: '乙', n: 2 },
  { name: '甲', n: 10 },
  { name: '丙', n: 3 },
];
const VALUES = {
  name: ({ name }: (typeof ROWS)[number]) => name,
  n: ({ n }: (typeof ROWS)[number]) => n,
};
const ask = (sort: 'name' | 'n', isDescending: boolean, limit = 50, after: string | null = null) =>
  pageOf(ROWS, { sort, isDescending, limit, after }, VALUES);

describe('a page of a list at hand', () => {
  it.each<['name' | 'n', boolean, string]>([
    ['n', false, '乙丙甲'],
    ['n', true, '甲丙乙'],
    ['name', false, '丙甲乙'],
  ])('sorted by %s, downwards %s', (sort, way, names) => {
    expect(
      ask(sort, way)
        .rows.map(({ name }) => name)
        .join(''),
    ).toBe(names);
  });

  it('goes on where the page before ended, to the last row', async () => {
    const pages = everyRow(({ after }) => Promise.resolve(ask('n', false, 2, after)));
    const names: string[] = [];
    for await (const { name } of pages) names.push(name);
    expect([names.join(''), ask('n', false, 2).total]).toEqual(['乙丙甲', 3]);
  });

  it.each([
    ['x', '不是上一页给出的位置'],
    [Buffer.from('["n",false,-1]').toString('base64url'), '不是上一页给出的位置'],
    [Buffer.from('["name",false,1]').toString('base64url'), '排序已经改变'],
  ])('refuses to go on behind %s', (after, said) => {
    expect(() => ask('n', false, 2, after)).toThrow(said);
  });
});
