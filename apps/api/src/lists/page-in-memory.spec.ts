import { describe, expect, it } from '@jest/globals';
import type { ListQuestion } from '@risk/kit';
import { pageInMemory } from './page-in-memory.js';

const ROWS = [
  { id: 'b', weight: 30 },
  { id: 'a', weight: 30 },
  { id: 'c', weight: 9 },
];
const read = (question: Partial<ListQuestion<'weight' | 'id'>> = {}) =>
  pageInMemory(
    ROWS,
    { limit: 2, after: null, sort: 'weight', isDescending: true, ...question },
    { sorts: { weight: ({ weight }) => weight, id: ({ id }) => id }, keyOf: ({ id }) => id },
  );

const place = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('a page of a list in memory', () => {
  it('goes on behind the last row of the one before, to the end', () => {
    const first = read();
    expect(first).toEqual({ rows: [ROWS[1], ROWS[0]], next: expect.any(String), total: 3 });
    expect(read({ after: first.next })).toEqual({ rows: [ROWS[2]], next: null, total: 3 });
  });

  it('stands upwards, and by words', () => {
    expect(read({ isDescending: false }).rows.map(({ id }) => id)).toEqual(['c', 'a']);
    expect(read({ sort: 'id', limit: 9 }).rows.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('sorts words as Chinese is sorted', () => {
    const names = ['乙', '甲', '丙'].map((id) => ({ id }));
    const question = { limit: 9, after: null, sort: 'id', isDescending: false } as const;
    const by = {
      sorts: { id: ({ id }: { id: string }) => id },
      keyOf: ({ id }: { id: string }) => id,
    };
    expect(pageInMemory(names, question, by).rows.map(({ id }) => id)).toEqual(['丙', '甲', '乙']);
  });

  it.each([
    ['what is no place', 'x', '不是上一页给出的位置'],
    ['a row that is none', place(['weight', true, 'z']), '不是上一页给出的位置'],
    ['a page in another order', place(['id', true, 'b']), '排序已经改变'],
  ])('refuses to go on behind %s', (_what, after, said) => {
    expect(() => read({ after })).toThrow(said);
  });
});
