import { describe, expect, it } from '@jest/globals';
import { readToken } from './requests.js';

const BODY = { name: '12345 热线', feeds: ['complaint'], endsAt: '2027-11-02T00:00:00+08:00' };

describe('the body of a new token', () => {
  it('is a name, the feeds and an end', () => {
    expect(readToken({ ...BODY, name: ' 12345 热线 ' })).toEqual({
      ...BODY,
      endsAt: new Date('2027-11-02T00:00:00+08:00'),
    });
  });

  it.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['a name without end', { name: 'x'.repeat(51) }, 'name'],
    ['no feed', { feeds: [] }, 'feeds'],
    ['a feed that is none', { feeds: ['all'] }, 'feeds.0'],
    ['no end', { endsAt: undefined }, 'endsAt'],
    ['a day for an end', { endsAt: '2027-11-02' }, 'endsAt'],
    ['a time of no zone', { endsAt: '2027-11-02T00:00:00' }, 'endsAt'],
    ['a permission', { permissions: ['accounts.make'] }, 'permissions'],
  ])('is refused with its field for %s', (_what, more, field) => {
    expect(() => readToken({ ...BODY, ...more })).toThrow(field);
  });
});
