import { describe, expect, it } from '@jest/globals';
import type { OpenCell, Situation } from '../api/situation.js';
import { byPlace, byScheme, byTier, depthOf, heatOf, raisedLately } from './counted.js';

const cell = (more: Partial<OpenCell>): OpenCell => ({
  ...{ regionCode: '431002', scheme: 'pyramid-selling', tier: 'red', alerts: 1, fresh: 0 },
  ...more,
});
const OPEN = [
  cell({ alerts: 3 }),
  cell({ tier: 'blue', alerts: 5 }),
  cell({ tier: 'none', alerts: 9 }),
  cell({ regionCode: null, scheme: null, tier: 'yellow', alerts: 2 }),
  cell({ regionCode: '999999', scheme: 'illegal-lending', alerts: 1 }),
];
const PLACES = [
  { code: '431002', name: '北湖区', kind: 'county', tile: [2, 3] },
  { code: '431003', name: '苏仙区', kind: 'county', tile: null },
] as const;
const SCHEMES = { 'pyramid-selling': '传销', 'illegal-lending': '非法放贷', other: '其他' };
const SITUATION = { places: PLACES, open: OPEN, schemes: SCHEMES } as unknown as Situation;

describe('open alerts counted', () => {
  it('by tier, without what a person set down to nothing', () => {
    expect(byTier(OPEN)).toEqual({ red: 4, orange: 0, yellow: 2, blue: 5 });
  });

  it('by place, also those without any; unknown places last', () => {
    expect(byPlace(SITUATION).map(({ title, total }) => [title, total])).toEqual([
      ['北湖区', 8],
      ['苏仙区', 0],
      ['属地不明', 3],
    ]);
    expect(byPlace({ ...SITUATION, open: [] })).toHaveLength(2);
  });

  it('by scheme, the most first', () => {
    expect(byScheme(SITUATION, OPEN).map(({ title, total }) => [title, total])).toEqual([
      ['传销', 8],
      ['其他', 2],
      ['非法放贷', 1],
    ]);
  });

  it('of the last days', () => {
    const days = [{ red: 1 }, { red: 2, none: 9 }, { blue: 4 }].map((raised, at) => ({
      ...{ day: `2026-11-0${String(at + 1)}`, raised, closed: 0 },
    }));
    expect([raisedLately(days, 1), raisedLately(days, 2), raisedLately(days, 9)]).toEqual([
      4, 6, 7,
    ]);
  });
});

it.each([
  [{}, 100, 0],
  [{ blue: 1 }, 100, 1],
  [{ red: 4 }, 100, 2],
  [{ red: 5, orange: 5 }, 100, 3],
  [{ red: 12 }, 100, 4],
  [{ red: 0 }, 0, 0],
])('the depth of %j against %d is %d', (some, most, depth) => {
  const counts = { red: 0, orange: 0, yellow: 0, blue: 0, ...some };
  expect([depthOf(counts, most), heatOf(counts) >= 0]).toEqual([depth, true]);
});
