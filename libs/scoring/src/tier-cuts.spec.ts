import { describe, expect, it } from '@jest/globals';
import { ALERT_TIERS, type TierCuts } from '@risk/domain';
import fc from 'fast-check';
import { cutsWithin, type Capacity } from './tier-cuts.js';

const THRESHOLDS: TierCuts = { red: 80, orange: 60, yellow: 40, blue: 20 };
const ROOMY: Capacity = { red: 99, orange: 99, yellow: 99, blue: 99 };
const times = (n: number, score: number): number[] => Array.from({ length: n }, () => score);

const score = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
/** Few different values, so that many are equal. */
const scores = fc.oneof(
  fc.array(score, { maxLength: 40 }),
  fc.array(fc.constantFrom(19.9, 20, 40, 52.2, 60, 79.9, 80, 100), { maxLength: 40 }),
);
const capacity = fc
  .array(fc.integer({ min: 1, max: 12 }), { minLength: 4, maxLength: 4 })
  .map((places) => places.sort((a, b) => a - b))
  .map(([red = 1, orange = 1, yellow = 1, blue = 1]): Capacity => ({ red, orange, yellow, blue }));
const thresholds = fc
  .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 4, maxLength: 4 })
  .map((tenths) => tenths.sort((a, b) => b - a).map((t) => t / 10))
  .map(([red = 4, orange = 3, yellow = 2, blue = 1]): TierCuts => ({ red, orange, yellow, blue }));

/** The slow twin: from the threshold up, a tenth at a time, until there is a place for everybody. */
function slowCuts(from: TierCuts, places: Capacity, all: readonly number[]): TierCuts {
  const cuts: Record<string, number> = {};
  let below = -1;
  for (const tier of [...ALERT_TIERS].reverse()) {
    let tenths = Math.round(from[tier] * 10);
    const reaching = (): number => all.filter((s) => Math.round(s * 10) >= tenths).length;
    while (reaching() > places[tier] || tenths <= below) tenths += 1;
    below = tenths;
    cuts[tier] = tenths / 10;
  }
  return cuts as TierCuts;
}

describe('cuts', () => {
  it.each<[string, Partial<Capacity>, number[], Partial<TierCuts>]>([
    ['stay at the thresholds while there are places', {}, times(50, 85), {}],
    ['rise above the first who has none', { red: 1 }, [95, 90, 85], { red: 90.1 }],
    ['let equals out together', { red: 2 }, [95, 90, 90, 85], { red: 90.1 }],
    ['may leave nobody in', { red: 1 }, [90, 90], { red: 90.1 }],
    ['may leave nobody at all, even at a hundred', { red: 1 }, [100, 100], { red: 100.1 }],
    [
      'rise with the next lower one, of which they are a part',
      { red: 2, orange: 2 },
      [95, 90, 85, 84, 83],
      { red: 85.2, orange: 85.1 },
    ],
    ['do not mind who stays below', { blue: 5, yellow: 5 }, times(50, 19.9), {}],
  ])('%s', (_name, more, given, raised) => {
    // Capacities count the tier and all above it, so no lower tier may have fewer places.
    const places = { ...ROOMY, ...more };
    expect(cutsWithin(THRESHOLDS, places, given).cuts).toEqual({ ...THRESHOLDS, ...raised });
  });

  it('are the thresholds where nobody told a capacity', () => {
    expect(cutsWithin(THRESHOLDS, null, times(500, 99)).cuts).toEqual(THRESHOLDS);
  });
});

describe('whatever the scores, capacities and thresholds', () => {
  const any = (holds: (from: TierCuts, places: Capacity, all: number[]) => void): void => {
    fc.assert(fc.property(thresholds, capacity, scores, holds));
  };

  it('no cut is below its threshold, and each is above the next lower one', () => {
    any((from, places, all) => {
      const { cuts } = cutsWithin(from, places, all);
      ALERT_TIERS.forEach((tier, i) => {
        expect(cuts[tier]).toBeGreaterThanOrEqual(from[tier]);
        const lower = ALERT_TIERS[i + 1];
        if (lower) expect(cuts[tier]).toBeGreaterThan(cuts[lower]);
      });
    });
  });

  it('no tier holds more than there are places for', () => {
    any((from, places, all) => {
      const { cuts } = cutsWithin(from, places, all);
      for (const tier of ALERT_TIERS)
        expect(all.filter((s) => s >= cuts[tier]).length).toBeLessThanOrEqual(places[tier]);
    });
  });

  it('they are the lowest such cuts, as trying one after the other finds', () => {
    any((from, places, all) => {
      expect(cutsWithin(from, places, all).cuts).toEqual(slowCuts(from, places, all));
    });
  });

  it('the order of the scores says nothing', () => {
    any((from, places, all) => {
      expect(cutsWithin(from, places, [...all].reverse())).toEqual(cutsWithin(from, places, all));
    });
  });
});

describe('the sentence', () => {
  const because = (more: Partial<Capacity>, given: number[]): string =>
    cutsWithin(THRESHOLDS, { ...ROOMY, ...more }, given).because;

  it('counts who reached a threshold, who had a place and who is in', () => {
    expect(because({ red: 2 }, [95, 91, 90, 85, 50])).toContain(
      '红色预警提高到 90.1 分起：达到阈值 80 分的 4 个，容量 2 个，计入 2 个；橙色预警按阈值：达到阈值 60 分的 4 个',
    );
  });

  it('says of equals that none of them is in', () => {
    expect(because({ red: 2 }, [95, 90, 90, 85])).toContain(
      '计入 1 个，同为 90 分的 2 个不拆开，都不计入',
    );
    expect(because({ red: 2 }, [95, 94, 90, 90])).not.toContain('不拆开');
  });
});
