import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  Assessing,
  promisesOfAssessing,
  type Heard,
} from '../../assessment/src/testing/assessing.contract.js';
import { NOW, feedRecord, mention, signal } from '../../assessment/src/testing/judged.js';
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

describe('many batches at the same time', () => {
  /** Registrations of firms by their numbers, and complaints that name each next to another. */
  const batch = (name: string, firms: readonly number[]): Heard[] =>
    firms.flatMap((n) => {
      const firm = [`uscc:${n}`, `name:甲${n}`];
      return [
        {
          record: feedRecord('registration', `${name}-${n}`, {
            payload: { name: `甲${n}`, address: `${name}路${n}号` },
          }),
          mentions: [mention(firm, { role: 'subject' })],
          signals: [],
        },
        {
          record: feedRecord('complaint', `${name}-${n}`),
          mentions: [mention([`name:甲${n}`]), mention([`name:甲${(n * 7) % firms.length}`])],
        },
      ];
    });

  it('wait for each other over the firms that all of them name, and none is turned away', async () => {
    const bed = await open();
    const firms = Array.from({ length: 40 }, (_, n) => n);
    const turned = (by: number) => [...firms.slice(by), ...firms.slice(0, by)];
    for (const round of [1, 2, 3]) {
      const orders = [firms, [...firms].reverse(), turned(13), [...turned(29)].reverse()];
      await Promise.all(
        orders.map((order, n) => new Assessing(bed).hear(...batch(`${round}-${n}`, order))),
      );
    }
    const [count] = await db.database.rows<{ firms: number; keys: number }>(
      `select count(*) filter (where root_id = id)::int as firms,
         (select count(*)::int from entity_key k join entity e on e.id = k.entity_id where k.kind = 'uscc') as keys
       from entity`,
    );
    expect(count).toMatchObject({ firms: 40, keys: 40 });
  });
});
