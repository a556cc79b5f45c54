import { describe, expect, it } from '@jest/globals';
import type { BulletinFacts, BulletinState, BulletinStep } from '../api/bulletins.js';
import type { Permission } from '../api/permission.js';
import { person } from '../testing/accounts.js';
import { actsOn } from './bulletin-acts.js';

const reviewed = (by: string): BulletinStep => ({
  ...{ id: '2', kind: 'reviewed', by, because: '核对过', at: '2026-11-28T01:00:00.000Z' },
});
const bulletin = (state: BulletinState, more: Partial<BulletinFacts> = {}): BulletinFacts => ({
  ...{
    id: '5',
    kind: 'daily',
    slot: '2026-11-28',
    scope: 'city',
    scopeName: '全市',
    samples: false,
  },
  ...{ revision: 0, number: null, year: 2026, title: '日报', state, corrects: null, broken: [] },
  ...{ isQuiet: false, composedAt: '2026-11-28T00:30:00.000Z', issuedAt: null, figures: [] },
  ...{ span: { since: '', until: '' }, files: [], steps: [], readers: [] },
  ...more,
});

const ALL: readonly Permission[] = [
  'bulletins.read',
  'bulletins.make',
  'bulletins.review',
  'bulletins.sign',
];
const REVIEWER: readonly Permission[] = ['bulletins.read', 'bulletins.make', 'bulletins.review'];
const titles = (one: BulletinFacts, permissions: readonly Permission[]) =>
  actsOn(one, person('1', '王某', permissions)).map(
    ({ act, refusal }) => `${act.title}${refusal === null ? '' : '×'}`,
  );

describe('what somebody can do with a bulletin', () => {
  it.each<[string, BulletinFacts, readonly Permission[], readonly string[]]>([
    ['a draft, all rights', bulletin('draft'), ALL, ['审核', '重新编制', '作废']],
    ['a draft, a reviewer', bulletin('draft'), REVIEWER, ['审核', '重新编制']],
    ['a draft, a reader', bulletin('draft'), ['bulletins.read'], []],
    [
      'reviewed by another',
      bulletin('reviewed', { steps: [reviewed('李某')] }),
      ALL,
      ['签发', '退回', '作废'],
    ],
    [
      'reviewed by oneself',
      bulletin('reviewed', { steps: [reviewed('王某')] }),
      ALL,
      ['签发×', '退回', '作废'],
    ],
    ['issued', bulletin('issued'), ALL, ['编制更正版']],
    ['withdrawn', bulletin('withdrawn'), ALL, []],
    [
      'a broken draft',
      bulletin('draft', { broken: [{ section: '预警', why: '超时' }] }),
      ALL,
      ['审核×', '重新编制', '作废'],
    ],
  ])('%s', (_what, one, permissions, offered) => {
    expect(titles(one, permissions)).toEqual(offered);
  });
});
