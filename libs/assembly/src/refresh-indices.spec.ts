import { describe, expect, it } from '@jest/globals';
import { days } from '@risk/kit';
import type { PgRefresh } from '@risk/store';
import { RefreshIndices } from './refresh-indices.js';
import { houseOfScores } from './testing/house-of-scores.js';

/** A house whose refreshes are remembered in memory; many entities fit into no single batch. */
async function refreshing(...scores: readonly number[]) {
  const house = await houseOfScores(...scores);
  const finished = new Set<string>();
  const refresh = {
    indexedAfter: (id: string, most: number) =>
      Promise.resolve(
        house.known.entities
          .filter((e) => e.score > 0 && Number(e.id) > Number(id))
          .map((e) => e.id)
          .slice(0, most),
      ),
    isDone: (name: string) => Promise.resolve(finished.has(name)),
    done: (name: string) => {
      finished.add(name);
      return Promise.resolve();
    },
  } as unknown as PgRefresh;
  const versions = { lexicon: 'l', rules: 'r1', model: 'm', scoring: 's1', licensed: 'p1' };
  const engines = { versions };
  const refreshed = new RefreshIndices(engines, { refresh, ...house });
  return { ...house, engines, run: () => refreshed.run(), finished };
}

describe('computing every index anew', () => {
  it('happens once a day, for whoever has one', async () => {
    const house = await refreshing(85, 0, 30);
    expect(await house.run()).toBe(2);
    expect(await house.run()).toBe(0);
    house.clock.advance(days(1));
    expect(await house.run()).toBe(2);
  });

  it('happens again under other rules, another scoring or another register of licences', async () => {
    const house = await refreshing(85);
    await house.run();
    house.engines.versions = { ...house.engines.versions, rules: 'r2' };
    expect(await house.run()).toBe(1);
    house.engines.versions = { ...house.engines.versions, scoring: 's2' };
    expect(await house.run()).toBe(1);
    house.engines.versions = { ...house.engines.versions, licensed: 'p2' };
    expect(await house.run()).toBe(1);
  });

  it('alerts those who reach a tier by it', async () => {
    const house = await refreshing(85, 10, 45);
    await house.run();
    expect(house.alerts.open.map(({ entityId, tier }) => `${entityId} ${tier}`)).toEqual([
      '1 red',
      '3 yellow',
    ]);
  });

  it('goes through more than one batch', async () => {
    const house = await refreshing(...Array.from({ length: 450 }, () => 30));
    expect(await house.run()).toBe(450);
    expect(house.alerts.open).toHaveLength(450);
  });

  it('begins again after it was interrupted', async () => {
    const house = await refreshing(85, 30);
    const work = house.work;
    const whole = work.run.bind(work);
    work.run = () => Promise.reject(new Error('gone'));
    await expect(house.run()).rejects.toThrow('gone');
    expect(house.finished.size).toBe(0);
    work.run = whole;
    expect(await house.run()).toBe(2);
  });
});
