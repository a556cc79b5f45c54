import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOW, feedRecord, sumIndex } from '../../assessment/src/testing/judged.js';
import { Story } from '../../assessment/src/testing/knowledge-bed.js';
import { promisesOfVerdictStore } from '../../assessment/src/testing/verdict-store.contract.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

describe('the verdict store in PostgreSQL', () => {
  promisesOfVerdictStore(() => emptyPgBed(db.database));

  it('keeps the whole verdict and the whole history of an index', async () => {
    const story = new Story(await emptyPgBed(db.database));
    const id = await story.found('name:a');
    await story.tell(feedRecord('complaint', 'c1'), { about: [id], annualYield: 24 });
    const { verdicts, work } = story.bed;
    for (const score of [40, 41.5]) {
      const index = { ...sumIndex(await story.state(id)), score };
      await work.run((tx) =>
        verdicts.saveIndices(tx, [{ entityId: id, index, causeId: null }], NOW),
      );
    }
    const [kept] = await db.database.rows('select annual_yield, verdict from assessment');
    expect(kept).toMatchObject({ annual_yield: 24, verdict: { signals: [{ code: 's' }] } });
    const history = await db.database.rows(
      'select score, tier, index from entity_index order by score',
    );
    expect(history).toMatchObject([
      { score: 40, tier: 'yellow', index: { score: 40 } },
      { score: 41.5, tier: 'yellow', index: { score: 41.5 } },
    ]);
  });
});
