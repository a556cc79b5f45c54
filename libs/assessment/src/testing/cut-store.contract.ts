import { expect, it } from '@jest/globals';
import type { TierCuts } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import type { CutStore, KeptCuts } from '../ports.js';
import { NOW, daysAgo, founder, sumIndex } from './judged.js';
import { Story, type KnowledgeBed } from './knowledge-bed.js';

const CUTS: TierCuts = { red: 80, orange: 60, yellow: 40, blue: 20 };
const kept = (at: Date, red: number): KeptCuts => ({
  at,
  cuts: { ...CUTS, red },
  scoring: 's1',
  because: `红色 ${red}`,
});

/** What every store of cuts promises; the fake and the real one both pass it. */
export function promisesOfCutStore(open: () => Promise<KnowledgeBed>): void {
  const asked = <T>(bed: KnowledgeBed, ask: (cuts: CutStore, tx: Transaction) => Promise<T>) =>
    bed.work.run((tx) => ask(bed.cuts, tx));

  it('knows which cuts stood at a moment, and that none stood before the first', async () => {
    const bed = await open();
    for (const [days, red] of [
      [5, 81],
      [1, 83],
      [3, 82],
    ] as const)
      await asked(bed, (cuts, tx) => cuts.keep(tx, kept(daysAgo(days), red)));
    const at = (days: number) => asked(bed, (cuts, tx) => cuts.at(tx, daysAgo(days)));
    expect(await at(6)).toBeNull();
    expect(await at(5)).toEqual(kept(daysAgo(5), 81));
    expect((await at(2))?.cuts.red).toBe(82);
    expect((await at(0))?.cuts.red).toBe(83);
    expect(await asked(bed, (cuts, tx) => cuts.standing(tx))).toEqual(kept(daysAgo(1), 83));
  });

  it('of two changes at one moment knows the later', async () => {
    const bed = await open();
    for (const red of [85, 84.3]) await asked(bed, (cuts, tx) => cuts.keep(tx, kept(NOW, red)));
    expect((await asked(bed, (cuts, tx) => cuts.at(tx, NOW)))?.cuts.red).toBe(84.3);
  });

  it('lists the scores of whole entities from a score on, highest first', async () => {
    const bed = await open();
    const story = new Story(bed);
    await scored(story, ['name:a', 87.6], ['name:b', 19.9], ['name:c', 20.1], ['name:d', 99]);
    await story.merge(await story.found('name:d'), await story.found('name:b'));
    const scores = () => asked(bed, (cuts, tx) => cuts.scores(tx, 20.1));
    expect(await scores()).toEqual([87.6, 20.1]);
  });

  it('lets samples stand in line only where nobody real does', async () => {
    const bed = await open();
    const story = new Story(bed);
    const sample = founder(['name:样例'], { sample: true });
    await bed.work.run((tx) => bed.entities.found(tx, [sample], NOW));
    await scored(story, ['name:样例', 95], ['name:a', 15]);
    const scores = () => asked(bed, (cuts, tx) => cuts.scores(tx, 20));
    expect(await scores()).toEqual([95]);
    await scored(story, ['name:a', 30]);
    expect(await scores()).toEqual([30]);
  });

  it('finds those who reach a higher tier than they were given, and nobody else', async () => {
    const bed = await open();
    const story = new Story(bed);
    const [a, b] = await scored(story, ['name:a', 52.3], ['name:b', 52.2], ['name:c', 95]);
    const reaching = (cuts: Partial<TierCuts>) =>
      asked(bed, (store, tx) => store.reaching(tx, { ...CUTS, ...cuts }));
    expect(await reaching({ red: 96, orange: 52.3 })).toEqual([a]);
    expect(await reaching({ red: 96, orange: 52.2 })).toEqual([a, b]);
    expect(await reaching({ red: 96, orange: 60, yellow: 50 })).toEqual([]);
  });
}

/** Entities with these scores, of the tier that the testing index gives them. */
async function scored(story: Story, ...them: readonly (readonly [string, number])[]) {
  const ids: string[] = [];
  for (const [key, score] of them) {
    const entityId = await story.found(key);
    const tier = score >= 70 ? 'red' : score >= 30 ? 'yellow' : 'none';
    const index = { ...sumIndex(await story.state(entityId)), score, tier } as const;
    await story.bed.work.run((tx) =>
      story.bed.verdicts.saveIndices(tx, [{ entityId, index, causeId: null }], NOW),
    );
    ids.push(entityId);
  }
  return ids;
}
