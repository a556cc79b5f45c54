import { describe, expect, it } from '@jest/globals';
import { exportHref, orderAt, pagePath, sortAfterClick, totalWords } from './list-query.js';

const SOURCE = { path: 'alerts', filters: ['tier', 'words'], usualSort: '-raisedAt' };

describe('the question of a list', () => {
  it.each([
    ['', 'alerts?sort=-raisedAt'],
    ['tier=red&sort=score', 'alerts?tier=red&sort=score'],
    ['words=%E5%BC%A0&after=abc', 'alerts?words=%E5%BC%A0&sort=-raisedAt&after=abc'],
    ['tier=&account=7&limit=9', 'alerts?sort=-raisedAt'],
  ])('of an address with %j is %s', (query, path) => {
    expect(pagePath(SOURCE, new URLSearchParams(query))).toBe(path);
  });

  it('asks always with what the screen gives, whatever stands in the address', () => {
    const source = { ...SOURCE, filters: ['tier'], always: { unit: 'gaj' } };
    expect(pagePath(source, new URLSearchParams('unit=jrb'))).toBe(
      'alerts?unit=gaj&sort=-raisedAt',
    );
  });

  it('saves the whole list, not the page', () => {
    const query = new URLSearchParams('tier=red&after=abc&sort=score');
    expect(exportHref(SOURCE, query)).toBe('/api/alerts/export?tier=red&sort=score');
  });
});

describe('the order of a list', () => {
  it.each([
    ['-raisedAt', 'raisedAt', 'raisedAt', 'descending'],
    ['raisedAt', 'raisedAt', '-raisedAt', 'ascending'],
    ['-raisedAt', 'score', '-score', 'none'],
  ])('%s, after a click on %s, is %s', (sort, column, next, order) => {
    expect(sortAfterClick(sort, column)).toBe(next);
    expect(orderAt(sort, column)).toBe(order);
  });
});

it.each([
  [0, '共 0 条'],
  [1234, '共 1,234 条'],
  [10_000, '共 10,000 条'],
  [10_001, '超过 10,000 条'],
])('%d rows are %s', (total, words) => {
  expect(totalWords(total)).toBe(words);
});
