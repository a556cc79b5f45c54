import { describe, expect, it } from '@jest/globals';
import { entryBody } from './entry-draft.js';

const HEAD = { source: 'desk-complaint', occurredOn: '2026-11-20' };
const REPORTER = { name: ' 王某 ', phone: '13800138000', idNumber: '11010519491231002x' };

describe('what is sent of a form', () => {
  it('is what was filled in, and nothing that is empty', () => {
    const body = entryBody('complaint', {
      ...HEAD,
      ...{ text: ' 高息集资 ', title: '', amount: '120,000', people: '', regionCode: '' },
      targets: [{ name: '甲公司', uscc: '9111 0000 6000 37341l' }, { name: ' ' }],
      url: '不属于投诉',
    });
    expect(body).toEqual({
      ...{ feed: 'complaint', ...HEAD },
      payload: {
        ...{ text: '高息集资', amount: 120000 },
        targets: [{ name: '甲公司', uscc: '91110000600037341L' }],
      },
    });
  });

  it('names who reported beside the record, never within', () => {
    const body = entryBody('complaint', { ...HEAD, text: '甲', reporter: REPORTER });
    expect(body).toMatchObject({
      reporter: { name: '王某', phone: '13800138000', idNumber: '11010519491231002X' },
    });
    expect(JSON.stringify(body['payload'])).not.toContain('王某');
  });

  it.each([
    ['whoever wants no name', 'complaint' as const, { isAnonymous: true, reporter: REPORTER }],
    ['a form left empty', 'complaint' as const, { reporter: { name: ' ', phone: '' } }],
    ['another kind of record', 'advertisement' as const, { reporter: REPORTER }],
  ])('names nobody for %s', (_what, feed, more) => {
    expect(entryBody(feed, { ...HEAD, text: '甲', ...more })).not.toHaveProperty('reporter');
  });

  it('of a registration and an advertisement is what the contract calls them', () => {
    expect(
      entryBody('registration', {
        ...HEAD,
        name: '甲',
        phones: '0731-8488 13800138000',
        event: 'change',
      }),
    ).toMatchObject({
      payload: { name: '甲', event: 'change', phones: ['0731-8488', '13800138000'] },
    });
    expect(
      entryBody('advertisement', {
        ...HEAD,
        text: '日息一分',
        advertiser: { name: '乙' },
        medium: 'web',
      }),
    ).toMatchObject({
      payload: { medium: 'web', advertiser: { name: '乙' }, publishedOn: '2026-11-20' },
    });
  });
});
