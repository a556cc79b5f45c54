import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Story } from '../../assessment/src/testing/knowledge-bed.js';
import { removeSamples } from './remove-samples.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

const SAMPLE = { source: 'sample-complaint' };
let db: Awaited<ReturnType<typeof storeDatabase>>;
let story: Story;
beforeAll(async () => {
  db = await storeDatabase();
});
beforeEach(async () => {
  story = new Story(await emptyPgBed(db.database));
});
afterAll(() => db.drop());

const sampleEntity = (key: string): Promise<string> => story.foundAs([key], { sample: true });
const remove = () => story.bed.work.run((tx) => removeSamples(tx, ['sample-complaint']));
const left = async (table: string): Promise<number> =>
  (await db.database.rows(`select 1 from ${table}`)).length;

describe('samples', () => {
  it('go with everything that hangs on them', async () => {
    const id = await sampleEntity('name:a');
    await story.complaint(id, 'c1', SAMPLE);
    await story.describe(id, { ties: { representative: ['张三@4310'] } });
    expect(await remove()).toMatchObject({ records: 1, entities: 1, mixed: [] });
    for (const table of [
      'record',
      'entity',
      'entity_key',
      'entity_tie',
      'entity_link',
      'signal',
      'assessment',
    ])
      expect([table, await left(table)]).toEqual([table, 0]);
  });

  it('leave a real entity, without what they said of it', async () => {
    const id = await sampleEntity('name:a');
    await story.complaint(id, 'c1', SAMPLE);
    await story.complaint(id, 'c2');
    expect(await remove()).toMatchObject({ records: 1, entities: 0, mixed: [id] });
    expect((await story.state(id)).facts.complaints.d7).toBe(1);
  });

  it('merged into a real entity are named with it: its index is no longer right', async () => {
    const [real, draft] = [await story.found('uscc:1'), await sampleEntity('name:a')];
    await story.complaint(real, 'c1');
    await story.complaint(draft, 'c2', SAMPLE);
    await story.merge(draft, real);
    expect(await remove()).toMatchObject({ entities: 1, mixed: [real] });
    expect(await story.rootsOf(real)).toEqual([real]);
  });

  it('that swallowed a real draft stay with it: nobody is left without a root', async () => {
    const [coded, draft] = [await sampleEntity('uscc:1'), await story.found('name:a')];
    await story.complaint(coded, 'c1', SAMPLE);
    await story.complaint(draft, 'c2');
    await story.merge(draft, coded);
    expect(await remove()).toMatchObject({ entities: 0, mixed: [coded] });
    expect(await story.counting(coded)).toEqual({ s: 40 });
    expect(await story.rootsOf(draft)).toEqual([coded]);
  });

  it('are gone once: the second time there is nothing', async () => {
    await story.complaint(await sampleEntity('name:a'), 'c1', SAMPLE);
    await remove();
    expect(await remove()).toEqual({
      records: 0,
      entities: 0,
      alerts: 0,
      deadLetters: 0,
      mixed: [],
    });
  });
});
