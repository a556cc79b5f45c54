import { describe, expect, it } from '@jest/globals';
import type { TierCuts } from '@risk/domain';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { FakeTransaction } from '../../kit/src/testing/fake-transaction.js';
import { MoveCuts, type CutScoring } from './move-cuts.js';
import { InMemoryCuts } from './testing/in-memory-cuts.js';

const TIERS: TierCuts = { red: 80, orange: 60, yellow: 40, blue: 20 };
const tx = new FakeTransaction();

/** A scoring that has a place for one red entity. */
const scoring = (version: string, capacity: CutScoring['capacity']): CutScoring => ({
  version,
  tiers: TIERS,
  capacity,
  cutsFor: ([, second = 0]) => ({
    cuts: { ...TIERS, red: Math.max(TIERS.red, second + 1) },
    because: `第二名 ${second}`,
  }),
});
const SCARCE = { red: 1, orange: 9, yellow: 9, blue: 9 };

class Scores extends InMemoryCuts {
  standingInLine: number[] = [];
  override scores = () => Promise.resolve(this.standingInLine);
}

function begin() {
  const [store, clock] = [new Scores(), new FakeClock('2026-11-02T09:00:00+08:00')];
  let inForce = scoring('v1', SCARCE);
  const move = new MoveCuts(store, () => inForce, clock);
  return {
    store,
    run: async (scores: number[]) => {
      store.standingInLine = scores;
      return (await move.run(tx))?.moved?.cuts.red ?? null;
    },
    publish: (version: string, capacity: CutScoring['capacity']) => {
      inForce = scoring(version, capacity);
    },
  };
}

describe('the cuts', () => {
  it('are kept when they move, up as well as down, and only then', async () => {
    const { store, run } = begin();
    const moves = [];
    for (const scores of [[85], [90, 85], [91, 85], [91, 88], [85]]) moves.push(await run(scores));
    expect(moves).toEqual([null, 86, null, 89, 80]);
    expect(store.kept).toHaveLength(3);
    expect(store.kept[0]).toEqual({
      at: new Date('2026-11-02T09:00:00+08:00'),
      cuts: { ...TIERS, red: 86 },
      scoring: 'v1',
      because: '第二名 85',
    });
  });

  it('of another scoring do not stand: the new one begins at its thresholds', async () => {
    const { run, publish, store } = begin();
    await run([90, 85]);
    publish('v2', SCARCE);
    expect(await run([90])).toBeNull();
    expect(await run([90, 85])).toBe(86);
    expect(store.kept.map(({ scoring: version }) => version)).toEqual(['v1', 'v2']);
  });

  it('are not counted where nobody told a capacity', async () => {
    const { run, publish, store } = begin();
    publish('v2', null);
    expect(await run([99, 98, 97])).toBeNull();
    expect(store.kept).toEqual([]);
  });
});
