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

describe('a page of a list in memory', () => {
  it('goes on behind the last row of the one before, to the end', () => {
    const first = read();
    expect(first).toEqual({ rows: [ROWS[1], ROWS[0]], next: 'b', total: 3 });
    expect(read({ after: first.next })).toEqual({ rows: [ROWS[2]], next: null, total: 3 });
  });

  it('stands upwards, and by words', () => {
    expect(read({ isDescending: false }).rows.map(({ id }) => id)).toEqual(['c', 'a']);
    expect(read({ sort: 'id', limit: 9 }).rows.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('refuses a place that no page gave', () => {
    expect(() => read({ after: 'x' })).toThrow('after');
  });
});
