import { describe, expect, it } from '@jest/globals';
import { readForm } from '@risk/kit';
import { z } from 'zod';
import { listForm, listQuestion } from './list-form.js';

const form = z.strictObject(listForm(['raisedAt', 'score'], '-raisedAt'));
const read = (query: object) => listQuestion(readForm(form, query));

describe('the question about a page of a list', () => {
  it.each([
    [{}, { limit: 50, after: null, sort: 'raisedAt', isDescending: true }],
    [
      { sort: 'score', limit: '10' },
      { limit: 10, after: null, sort: 'score', isDescending: false },
    ],
    [
      { sort: '-score', after: 'x' },
      { limit: 50, after: 'x', sort: 'score', isDescending: true },
    ],
  ])('of %j', (query, question) => {
    expect(read(query)).toEqual(question);
  });

  it.each([
    [{ sort: 'name' }, 'sort：应为 raisedAt、score 之一，前面加 - 为降序'],
    [{ sort: '--score' }, 'sort：应为 raisedAt、score 之一，前面加 - 为降序'],
    [{ limit: '201' }, 'limit：'],
    [{ limit: 'all' }, 'limit：'],
    [{ after: '' }, 'after：'],
    [{ page: '2' }, 'page'],
  ])('is refused as %j', (query, said) => {
    expect(() => read(query)).toThrow(said);
  });
});
