import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { MoveCuts } from '@risk/assessment';
import { minutes } from '@risk/kit';
import { compileScoring } from '@risk/scoring';
import { parse } from 'yaml';
import { KeepWithinCapacity } from './keep-within-capacity.js';
import { houseOfScores } from './testing/house-of-scores.js';

const config = parse(readFileSync('config/scoring.yaml', 'utf8')) as Record<string, unknown>;
const withPlaces = (red: number) =>
  compileScoring({ ...config, capacity: { red, orange: 50, yellow: 50, blue: 50 } });

/** A house that has a place for two red entities. */
async function houseWithPlaces(...scores: readonly number[]) {
  const house = await houseOfScores(...scores);
  let scoring = withPlaces(2);
  const move = new MoveCuts(house.cuts, () => scoring, house.clock);
  const keep = new KeepWithinCapacity({ move, ...house }, () => scoring.version, house);
  return {
    ...house,
    redFrom: async () => (await keep.look())?.cuts.red ?? null,
    publish: (red: number) => {
      scoring = withPlaces(red);
    },
    alerted: () => house.alerts.open.map(({ entityId, tier }) => `${entityId} ${tier}`),
  };
}

describe('a look at the places there are', () => {
  it('counts at first, then every ten minutes, and at once under another scoring', async () => {
    const { known, clock, redFrom, publish } = await houseWithPlaces(95, 90, 85);
    expect(await redFrom()).toBe(85.1);
    known.entity('3').score = 88;
    clock.advance(minutes(9));
    expect(await redFrom()).toBeNull();
    clock.advance(minutes(1));
    expect(await redFrom()).toBe(88.1);
    publish(1);
    expect(await redFrom()).toBe(90.1);
  });

  it('raises those who reach a tier where a cut fell, and closes nothing where it rose', async () => {
    const { known, clock, redFrom, alerted, log } = await houseWithPlaces(95, 90, 85);
    await redFrom();
    expect(alerted()).toEqual(['1 red', '2 red', '3 orange']);
    known.entity('1').score = 70;
    clock.advance(minutes(10));
    expect(await redFrom()).toBe(80);
    expect(alerted()).toEqual(['1 red', '2 red', '3 red']);
    known.entity('1').score = 95;
    clock.advance(minutes(10));
    expect(await redFrom()).toBe(85.1);
    expect(alerted()).toEqual(['1 red', '2 red', '3 red']);
    expect(log.lines.map(({ facts }) => [facts['raised'], facts['upgraded']])).toEqual([
      [3, 0],
      [0, 1],
      [0, 0],
    ]);
  });
});
