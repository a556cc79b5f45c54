import { describe, expect, it } from '@jest/globals';
import { pagePath } from '../lists/list-query.js';
import { addressOf, filterAt, someOf, sourceAt, toggled, viewAt, wordsIn } from './queue-source.js';

const at = (query: string) => new URLSearchParams(query);

describe('the queue of an address', () => {
  it.each([
    ['', 'alerts?whose=mine-or-unassigned&sort=urgency'],
    ['whose=all', 'alerts?sort=urgency'],
    ['whose=mine&tier=red,blue', 'alerts?whose=mine&tier=red%2Cblue&sort=urgency'],
    ['assignee=%E5%BC%A0', 'alerts?assignee=%E5%BC%A0&sort=urgency'],
    ['sort=-score&after=abc', 'alerts?whose=mine-or-unassigned&sort=-score&after=abc'],
  ])('%j asks %s', (query, path) => {
    expect(pagePath(sourceAt(at(query)), at(query))).toBe(path);
  });

  it('without page and order is what is done with all of it', () => {
    expect(filterAt(at('tier=red&after=abc&sort=-score&whose=all'))).toBe('tier=red');
  });

  it('reads some of its alerts anew', () => {
    expect(someOf(at('tier=red&after=x'), ['7', '8'])).toBe(
      'alerts?tier=red&whose=mine-or-unassigned&ids=7%2C8&limit=2',
    );
  });
});

describe('a view', () => {
  it.each([
    '',
    'whose=all',
    'whose=mine',
    'tier=red&whose=all',
    'assignee=%E5%BC%A0',
    'due=overdue',
    'due=today&sort=-score',
  ])('of the address %j leads back to it', (query) => {
    const [, back = ''] = addressOf(viewAt(at(query))).split('?');
    expect(viewAt(at(back))).toBe(viewAt(at(query)));
    expect(at(back).get('whose')).toBe(at(query).get('whose'));
  });
});

it('words come and go', () => {
  expect(wordsIn(at('tier=red,blue'), 'tier')).toEqual(['red', 'blue']);
  expect(toggled(['red', 'blue'], 'red')).toBe('blue');
  expect(toggled([], 'red')).toBe('red');
});
