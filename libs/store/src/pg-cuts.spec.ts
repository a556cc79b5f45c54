import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Suppression } from '@risk/domain';
import { promisesOfCutStore } from '../../assessment/src/testing/cut-store.contract.js';
import { NOW, sumIndex } from '../../assessment/src/testing/judged.js';
import { Story } from '../../assessment/src/testing/knowledge-bed.js';
import { entitiesUnderLicence } from './entities-under-licence.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
const open = () => emptyPgBed(db.database);
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

describe('the cuts in PostgreSQL', () => {
  promisesOfCutStore(open);

  it('may be read by many at a time, and move only after they are done', async () => {
    const bed = await open();
    const order: string[] = [];
    const indexing = await bed.work.run(async (tx) => {
      await bed.cuts.at(tx, NOW);
      await bed.work.run((reader) => bed.cuts.at(reader, NOW));
      const moving = bed.work.run(async (other) => {
        await bed.cuts.standing(other);
        order.push('moves');
      });
      while (!(await somebodyWaits())) await new Promise(setImmediate);
      order.push('is indexed');
      return { moving };
    });
    await indexing.moving;
    expect(order).toEqual(['is indexed', 'moves']);
  });
});

/** Whether a lock on the cuts is asked for and not given yet. */
async function somebodyWaits(): Promise<boolean> {
  const waiting = await db.database.rows(
    `select from pg_locks where relation = 'tier_cut'::regclass and not granted
       and database = (select oid from pg_database where datname = current_database())`,
  );
  return waiting.length > 0;
}

describe('entities under a licence', () => {
  it('are those whose index was kept as lowered, until it is kept as whole', async () => {
    const story = new Story(await open());
    const { verdicts, work } = story.bed;
    const keep = async (entityId: string, suppressed: Suppression | null) => {
      const index = { ...sumIndex(await story.state(entityId)), suppressed };
      await work.run((tx) => verdicts.saveIndices(tx, [{ entityId, index, causeId: null }], NOW));
    };
    const lowered = {
      entry: '甲',
      owner: '李科长',
      reason: '持牌',
      until: '2026-11-01',
      signals: 1,
      scoreWithout: 40,
    };
    const [a, b] = [await story.found('name:a'), await story.found('name:b')];
    await story.found('name:c');
    await keep(a, lowered);
    await keep(b, null);
    const found = () => work.run((tx) => entitiesUnderLicence(tx));
    expect(await found()).toEqual([{ id: a, name: 'a', uscc: null }]);
    await keep(a, null);
    expect(await found()).toEqual([]);
  });
});
