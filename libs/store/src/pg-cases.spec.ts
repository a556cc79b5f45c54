import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Story } from '../../assessment/src/testing/knowledge-bed.js';
import { NOW, founder } from '../../assessment/src/testing/judged.js';
import {
  decisionOn,
  outcomeOn,
  promisesOfCaseStore,
} from '../../cases/src/testing/case-store.contract.js';
import { PgCases } from './pg-cases.js';
import { removeSamples } from './remove-samples.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
const cases = new PgCases();
const begin = async () => new Story(await emptyPgBed(db.database));
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

const personTiers = async () =>
  Object.fromEntries(
    (
      await db.database.rows<{ id: string; person_tier: string | null }>(
        'select id, person_tier from entity',
      )
    ).map((row) => [row.id, row.person_tier]),
  );
const count = async (table: string): Promise<number> =>
  (await db.database.rows(`select 1 from ${table}`)).length;

describe('the store of cases in PostgreSQL', () => {
  promisesOfCaseStore(async () => ({ bed: await emptyPgBed(db.database), cases }));
});

describe('what people decided', () => {
  /** A judged entity with one row in each table. */
  async function judged(sample: boolean) {
    const story = await begin();
    const { work, entities } = story.bed;
    const one = founder(['name:甲'], { sample });
    const id = (await work.run((tx) => entities.found(tx, [one], NOW))).idOf.get(one.handle)!;
    await work.run(async (tx) => {
      await cases.keepDecision(tx, decisionOn(id));
      await cases.keepOutcome(tx, outcomeOn(id));
    });
    return { story, id };
  }

  it.each(['tier_decision', 'outcome'])(
    '%s cannot be changed, removed or emptied',
    async (table) => {
      await judged(false);
      for (const sql of [
        `update ${table} set because = '改了'`,
        `update ${table} set decided_by = decided_by`,
        `delete from ${table}`,
        `truncate ${table}`,
        'truncate entity cascade',
      ]) {
        await expect(db.database.rows(sql)).rejects.toThrow(/只能追加/);
      }
      expect(await count(table)).toBe(1);
    },
  );

  it('keeps its entity, unless that is a sample: then it goes with it', async () => {
    await judged(false);
    await expect(db.database.rows('delete from entity')).rejects.toThrow(/人工判断/);
    const { story } = await judged(true);
    await expect(db.database.rows('delete from tier_decision')).rejects.toThrow(/只能追加/);
    const removed = await story.bed.work.run((tx) => removeSamples(tx, []));
    expect(removed.entities).toBe(1);
    expect([await count('tier_decision'), await count('outcome')]).toEqual([0, 0]);
  });

  it('on a sample that became real stays', async () => {
    const { story, id } = await judged(true);
    await story.complaint(id, 'c1');
    await story.bed.work.run((tx) => removeSamples(tx, []));
    expect([await count('tier_decision'), await count('outcome')]).toEqual([1, 1]);
  });

  it('on a sample draft of a real entity goes with the draft, and its tier no longer stands', async () => {
    const { story, id: draft } = await judged(true);
    const real = await story.found('uscc:1', 'name:乙');
    await story.complaint(real, 'c1');
    await story.complaint(draft, 'c2', { source: 'sample-desk' });
    await story.merge(draft, real);
    expect(await personTiers()).toMatchObject({ [real]: 'yellow' });
    await story.bed.work.run((tx) => removeSamples(tx, []));
    expect(await personTiers()).toEqual({ [real]: null });
  });

  it('shows on the whole entity: the latest word, through merging and parting', async () => {
    const story = await begin();
    const [draft, whole] = [await story.found('name:甲'), await story.found('uscc:1', 'name:乙')];
    const decide = (id: string, to: 'red' | 'blue' | null) =>
      story.bed.work.run((tx) => cases.keepDecision(tx, decisionOn(id, { from: 'red', to })));
    await decide(whole, 'blue');
    await decide(draft, 'red');
    expect(await personTiers()).toEqual({ [draft]: 'red', [whole]: 'blue' });
    await story.merge(draft, whole);
    expect(await personTiers()).toMatchObject({ [whole]: 'red' });
    await decide(whole, null);
    expect(await personTiers()).toMatchObject({ [whole]: null });
    await story.undoMerge(draft);
    expect(await personTiers()).toEqual({ [draft]: 'red', [whole]: null });
  });

  it('waits for whoever decides on the same entity at the same time', async () => {
    const story = await begin();
    const id = await story.found('name:甲');
    const steps: string[] = [];
    const decide = (name: string) =>
      story.bed.work.run(async (tx) => {
        await cases.lock(tx, id);
        steps.push(name);
        await cases.decisionsOf(tx, id);
        await cases.keepDecision(tx, decisionOn(id));
        steps.push(name);
      });
    await Promise.all([decide('x'), decide('y'), decide('z')]);
    expect([steps[0], steps[2], steps[4]]).toEqual([steps[1], steps[3], steps[5]]);
  });

  it('is refused on an entity that became part of another meanwhile', async () => {
    const story = await begin();
    const [draft, whole] = [await story.found('name:甲'), await story.found('uscc:1', 'name:乙')];
    await story.merge(draft, whole);
    await expect(story.bed.work.run((tx) => cases.lock(tx, draft))).rejects.toMatchObject({
      kind: 'conflict',
    });
  });
});
