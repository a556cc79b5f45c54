import { describe, expect, it } from '@jest/globals';
import type { Feed } from '../../api/codes.js';
import { TRIED_EXAMPLE, TRIED_FIELDS, triedOf } from './tried.js';

describe('what is tried', () => {
  it.each<[string, Feed, Record<string, string>, object | null]>([
    ['nothing', 'complaint', {}, null],
    ['blanks alone', 'complaint', { text: ' \n' }, null],
    ['a sum alone', 'complaint', { amount: '20' }, null],
    ['a text', 'complaint', { text: ' 保本 ' }, { feed: 'complaint', text: '保本' }],
    [
      'figures as numbers',
      'complaint',
      { text: '保本', amount: '200000', people: '' },
      { feed: 'complaint', text: '保本', amount: 200000 },
    ],
    [
      'a title without a text',
      'advertisement',
      { title: '高息', text: '' },
      { feed: 'advertisement', text: '', title: '高息' },
    ],
    [
      'a registration by its scope',
      'registration',
      { businessScope: '理财', event: 'establish' },
      { feed: 'registration', name: '', businessScope: '理财', event: 'establish' },
    ],
    [
      'nothing of another feed',
      'registration',
      { name: '甲公司', text: '保本' },
      { feed: 'registration', name: '甲公司' },
    ],
  ])('is %s', (_says, feed, typed, tried) => {
    expect(triedOf(feed, typed)).toEqual(tried);
  });

  it('has an example of every feed, in fields that it has', () => {
    for (const [feed, typed] of Object.entries(TRIED_EXAMPLE) as [Feed, object][]) {
      expect(triedOf(feed, { ...typed })).not.toBeNull();
      const names = TRIED_FIELDS[feed].map(({ name }) => name);
      expect(Object.keys(typed).filter((name) => !names.includes(name))).toEqual([]);
    }
  });
});
