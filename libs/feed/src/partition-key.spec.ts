import { describe, expect, it } from '@jest/globals';
import { FEEDS, type Feed } from '@risk/domain';
import { partitionKeyOf, type RawEnvelope } from './partition-key.js';

const USCC = '91431000MA4L16JQ9B';

describe('the key of a record', () => {
  it.each<[string, Feed, RawEnvelope, string | null]>([
    ['the credit code', 'registration', { name: '某公司', uscc: USCC }, USCC.toLowerCase()],
    ['the folded name', 'registration', { name: '郴州（某某） 公司' }, '郴州某某公司'],
    [
      'the first target',
      'complaint',
      { targets: [{ name: 'ＡＢＣ投资' }, { uscc: USCC }] },
      'abc投资',
    ],
    [
      'a target known by phone',
      'complaint',
      { targets: [{ phone: '0735-2880000' }] },
      '0735-2880000',
    ],
    [
      'the next target if the first says nothing',
      'complaint',
      { targets: [{}, { app: '某宝' }] },
      '某宝',
    ],
    [
      'the advertiser',
      'advertisement',
      { advertiser: { name: '甲' }, publisher: { name: '乙' } },
      '甲',
    ],
    ['the publisher', 'advertisement', { publisher: { name: '乙' } }, '乙'],
    ['the record itself', 'complaint', { text: '无对象' }, 'C-1'],
    ['the record itself when names are blank', 'registration', { name: ' （）' }, 'C-1'],
  ])('is %s', (_, feed, payload, key) => {
    expect(partitionKeyOf(feed, { source: 's', sourceId: 'C-1', payload })).toBe(key);
  });

  it.each([
    [{}],
    [{ payload: null }],
    [{ payload: 7, sourceId: 9 }],
    [{ payload: { targets: 'x', name: 3 } }],
  ])('is none for %j, and nothing breaks', (envelope) => {
    for (const feed of FEEDS) expect(partitionKeyOf(feed, envelope)).toBeNull();
  });
});
