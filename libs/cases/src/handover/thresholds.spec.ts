import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AGGRAVATION_KINDS, thresholdsOf, type Aggravation, type KnownSums } from './thresholds.js';

const NOTHING: KnownSums = { amount: null, people: null, losses: null, aggravated: [] };

/** Articles that are reached, e.g. `第三条第一款第一项`, with what crime. */
const reached = (known: Partial<KnownSums>): string[] =>
  thresholdsOf({ ...NOTHING, ...known })
    .filter((row) => row.reached)
    .map(({ crime, article }) => `${crime.slice(0, 4)}${article}`);

describe('the thresholds of the 2022 interpretation', () => {
  it.each<[Partial<KnownSums>, string[]]>([
    [{ amount: 99_999 }, []],
    [{ amount: 100_000 }, ['集资诈骗第八条第一款']],
    [{ amount: 999_999.99 }, ['集资诈骗第八条第一款']],
    [
      { amount: 1_000_000 },
      ['非法吸收第三条第一款第一项', '集资诈骗第八条第一款', '集资诈骗第八条第一款'],
    ],
    [{ people: 149 }, []],
    [{ people: 150 }, ['非法吸收第三条第一款第二项']],
    [{ people: 500 }, ['非法吸收第三条第一款第二项', '非法吸收第四条第一款第二项']],
    [
      { people: 5000 },
      ['非法吸收第三条第一款第二项', '非法吸收第四条第一款第二项', '非法吸收第五条第一款第二项'],
    ],
    [{ losses: 499_999 }, []],
    [{ losses: 500_000 }, ['非法吸收第三条第一款第三项']],
    [{ losses: 2_500_000 }, ['非法吸收第三条第一款第三项', '非法吸收第四条第一款第三项']],
    [{ losses: 250_000, aggravated: ['convicted'] }, ['非法吸收第三条第二款']],
    [{ losses: 250_000, aggravated: ['penalised'] }, ['非法吸收第三条第二款']],
    [{ losses: 249_999, aggravated: ['influence'] }, []],
    [
      { losses: 1_500_000, aggravated: ['influence'] },
      ['非法吸收第三条第一款第三项', '非法吸收第三条第二款', '非法吸收第四条第二款'],
    ],
    [
      { losses: 1_500_000, aggravated: ['convicted', 'penalised'] },
      ['非法吸收第三条第一款第三项', '非法吸收第三条第二款'],
    ],
    [
      { amount: 500_000, aggravated: ['influence'] },
      ['非法吸收第三条第二款', '集资诈骗第八条第一款', '集资诈骗第八条第二款'],
    ],
  ])('%j reaches %j', (known, articles) => {
    expect(reached(known)).toEqual(articles);
  });

  it('say not known where nothing is known, and no where a circumstance is missing', () => {
    for (const { needs, reached, known } of thresholdsOf(NOTHING)) {
      expect(known).toBeNull();
      expect(reached).toBe(needs.length === 0 ? null : false);
    }
  });

  it('are never lost by more money, people, losses or circumstances', () => {
    const sum = fc.option(fc.nat(60_000_000));
    const circumstances = fc.subarray(AGGRAVATION_KINDS);
    fc.assert(
      fc.property(sum, sum, sum, circumstances, circumstances, fc.nat(1e6), (...drawn) => {
        const [amount, people, losses, some, others, more] = drawn;
        const less = { amount, people, losses, aggravated: some };
        const plus = (value: number | null) => (value === null ? null : value + more);
        const aggravated = [...new Set<Aggravation>([...some, ...others])];
        const greater = {
          amount: plus(amount),
          people: plus(people),
          losses: plus(losses),
          aggravated,
        };
        const after = new Set(reached(greater));
        for (const article of reached(less)) expect(after).toContain(article);
      }),
    );
  });
});
