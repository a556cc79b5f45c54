import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Assessing, promisesOfAssessing } from '../../assessment/src/testing/assessing.contract.js';
import { NOW, mention, signal } from '../../assessment/src/testing/judged.js';
import { memoryBed } from '../../assessment/src/testing/knowledge-bed.js';
import type { EntityState } from '@risk/assessment';
import { hearsay } from './testing/hearsay.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
const open = () => emptyPgBed(db.database);
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

describe('assessing over PostgreSQL', () => {
  promisesOfAssessing(open);
});

describe('two batches at the same time', () => {
  it('that name the same strangers found them once and count both', async () => {
    const desk = new Assessing(await open());
    const names = Array.from({ length: 20 }, (_, n) => mention([`uscc:${n}`]));
    const say = (sourceId: string, mentions: typeof names) =>
      desk.complaint(sourceId, {}, { mentions, signals: [signal(sourceId)] });
    await Promise.all([say('x', names), say('y', [...names].reverse())]);
    const ids = (await db.database.rows<{ id: string }>('select id from entity')).map((r) => r.id);
    expect(ids).toHaveLength(20);
    for (const id of ids) expect(await desk.story.counting(id)).toEqual({ x: 40, y: 40 });
    const scores = await db.database.rows('select distinct score from entity');
    expect(scores).toEqual([{ score: 80 }]);
  });
});

/** A state without what may differ: ids of one store, the last bits of numbers, the order of lists. */
function comparable({ entityId: _id, signals, quotes, feeds, ...state }: EntityState) {
  const round = (n: number): number => Math.round(n * 100) / 100;
  return {
    ...state,
    formerScore: round(state.formerScore),
    feeds: [...feeds].sort(),
    quotes: [...quotes].sort(),
    signals: signals.map((s) => ({ ...s, weight: round(s.weight), because: null })),
  };
}

describe('the store in memory and PostgreSQL', () => {
  it('come to the same, whatever comes in', async () => {
    await fc.assert(
      fc.asyncProperty(hearsay, async (batches) => {
        const desks = [new Assessing(memoryBed()), new Assessing(await open())];
        for (const batch of batches) for (const desk of desks) await desk.hear(...batch);
        const [twin, real] = await Promise.all(desks.map(everybody));
        expect(real).toEqual(twin);
      }),
      { numRuns: 40, interruptAfterTimeLimit: 15_000 },
    );
  });
});

async function everybody({ bed, story }: Assessing) {
  const roots = await story.rootsOf(...Array.from({ length: 60 }, (_, n) => String(n + 1)));
  const states = await bed.work.run((tx) => bed.entities.statesOf(tx, roots, NOW));
  const told = states.map((state) => JSON.stringify(Object.entries(comparable(state)).sort()));
  return told.sort().map((state) => JSON.parse(state) as unknown);
}
