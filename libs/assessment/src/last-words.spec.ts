import { describe, expect, it } from '@jest/globals';
import { lastWords } from './last-words.js';
import type { EntityProfile } from './ports.js';
import { profile as profileOf } from './testing/judged.js';

const profile = (entityId: string, more: Partial<EntityProfile>): EntityProfile =>
  profileOf(entityId, { name: '甲', ...more });

describe('what the records of a batch tell of a firm', () => {
  it('is the last word on each point; silence takes nothing back', () => {
    const parent = { kind: 'name', value: '总公司' } as const;
    const told = lastWords([
      profile('1', { regionCode: '431002', address: '旧址', parentKeys: [parent] }),
      profile('2', { name: '乙' }),
      profile('1', { name: '甲二', address: '新址', ties: { representative: ['1'] } }),
      profile('1', { name: '甲三', establishedOn: '2020-05-06', ties: { address: ['2'] } }),
    ]);
    expect(told).toEqual([
      profile('1', {
        name: '甲三',
        regionCode: '431002',
        address: '新址',
        establishedOn: '2020-05-06',
        parentKeys: [parent],
        ties: { representative: ['1'], address: ['2'] },
      }),
      profile('2', { name: '乙' }),
    ]);
  });

  it('is nothing when nothing is told', () => expect(lastWords([])).toEqual([]));
});
