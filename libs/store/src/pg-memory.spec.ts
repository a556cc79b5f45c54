import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recall, type EntityState, type Recollection } from '@risk/assessment';
import { NO_RELATIONS, relationsOf, type EntityRelations } from '@risk/domain';
import { hours } from '@risk/kit';
import { Assessing } from '../../assessment/src/testing/assessing.contract.js';
import { sumIndex } from '../../assessment/src/testing/judged.js';
import { PgMemory } from './pg-memory.js';
import { hearsay } from './testing/hearsay.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

type Told = Pick<EntityState, 'signals' | 'facts' | 'feeds'>;
/** What is known through others is kept with each index and not worked out again. */
const shown = ({ signals, facts, feeds }: Told | Recollection) => ({
  facts: { ...facts, ...NO_RELATIONS },
  feeds,
  signals: signals.map(({ because: _words, ...signal }) => signal),
});

interface Line {
  readonly id: string;
  readonly at: Date;
  readonly score: number;
  readonly relations: EntityRelations;
}

/** What the desk knows of everybody now, root by root, as the index is computed from it. */
async function knowledgeAt({ bed, story, clock }: Assessing): Promise<[string, Date, Told][]> {
  const roots = await story.rootsOf(...Array.from({ length: 60 }, (_, n) => String(n + 1)));
  const at = clock.now();
  const states = await bed.work.run((tx) => bed.entities.statesOf(tx, roots, at));
  return states.map((state) => [state.entityId, at, state]);
}

/** Takes the oldest merge apart again, as an official would. */
async function undoFirstMerge({ bed, clock, assess }: Assessing): Promise<void> {
  const [merge] = await db.database.rows<{ id: string }>(
    'select member_id as id from entity_merge where undone_at is null order by id limit 1',
  );
  if (!merge) return;
  await bed.work.run(async (tx) => {
    const concerned = await bed.entities.undoMerge(tx, merge.id, '李科长', clock.now());
    await assess.reindex(tx, concerned);
  });
}

describe('what was known at a past moment', () => {
  it('is recalled to the last bit, whatever came in, was merged or taken apart since', async () => {
    await fc.assert(
      fc.asyncProperty(hearsay, fc.nat(5), async (batches, undoAfter) => {
        const desk = new Assessing(await emptyPgBed(db.database));
        const memory = new PgMemory(db.database);
        const knew: [string, Date, Told][] = [];
        for (const [n, batch] of batches.entries()) {
          await desk.hear(...batch);
          knew.push(...(await knowledgeAt(desk)));
          desk.clock.advance(hours(1));
          if (n === undoAfter) await undoFirstMerge(desk);
          desk.clock.advance(hours(30));
        }
        for (const [entityId, at, told] of knew) {
          const recalled = await memory.asOf(entityId, at);
          expect(recalled?.entityId).toBe(entityId);
          expect(shown(recall(recalled!, at))).toEqual(shown(told));
        }
      }),
      { numRuns: 25, interruptAfterTimeLimit: 15_000 },
    );
  });

  it('gives exactly the numbers of the history', async () => {
    await fc.assert(
      fc.asyncProperty(hearsay, async (batches) => {
        const desk = new Assessing(await emptyPgBed(db.database));
        const memory = new PgMemory(db.database);
        for (const batch of batches) {
          await desk.hear(...batch);
          desk.clock.advance(hours(7));
        }
        const history = await db.database.rows<Line>(
          'select entity_id as id, at, score, relations from entity_index',
        );
        for (const { id, at, score, relations } of history) {
          const recalled = recall((await memory.asOf(id, at))!, at);
          expect(sumIndex(recalled).score).toBe(score);
          expect(relationsOf(recalled.facts)).toEqual(relations);
        }
      }),
      { numRuns: 12, interruptAfterTimeLimit: 10_000 },
    );
  });

  it('of nobody is nothing', async () => {
    expect(await new PgMemory(db.database).asOf('999', new Date())).toBeNull();
  });
});

describe('what is known now', () => {
  it('is the same record by record', async () => {
    await fc.assert(
      fc.asyncProperty(hearsay, async (batches) => {
        const desk = new Assessing(await emptyPgBed(db.database));
        for (const batch of batches) await desk.hear(...batch);
        const knew = await knowledgeAt(desk);
        const memories = await new PgMemory(db.database).inForce(
          knew.map(([id]) => id),
          desk.clock.now(),
        );
        expect(memories.map(({ entityId }) => entityId)).toEqual(knew.map(([id]) => id));
        for (const [n, [, at, told]] of knew.entries()) {
          const { facts, feeds } = recall(memories[n]!, at);
          expect({ ...facts, highestAnnualYield: null }).toEqual({
            ...told.facts,
            highestAnnualYield: null,
          });
          expect(feeds).toEqual(told.feeds);
        }
      }),
      { numRuns: 12, interruptAfterTimeLimit: 10_000 },
    );
  });

  it('includes the records themselves, for whoever judges anew', async () => {
    const desk = new Assessing(await emptyPgBed(db.database));
    await desk.complaint('c1', { payload: { text: '不能提现' }, related: ['c0'] });
    const records = await new PgMemory(db.database).records(['1', '7']);
    expect([...records.keys()]).toEqual(['1']);
    expect(records.get('1')).toMatchObject({
      feed: 'complaint',
      sourceId: 'c1',
      related: ['c0'],
      payload: { text: '不能提现' },
    });
  });
});
