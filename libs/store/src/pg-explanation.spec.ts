import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { assessment, feedRecord, signal } from '../../assessment/src/testing/judged.js';
import { Story } from '../../assessment/src/testing/knowledge-bed.js';
import { PgExplanation, type RecordsQuestion } from './pg-explanation.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';
import { VaultCipher } from './vault-cipher.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let story: Story;
let explanation: PgExplanation;
beforeAll(async () => {
  db = await storeDatabase();
  explanation = new PgExplanation(db.database, new VaultCipher(Buffer.alloc(32, 3)));
});
beforeEach(async () => {
  story = new Story(await emptyPgBed(db.database));
});
afterAll(() => db.drop());

const read = async (entityId: string, more: Partial<RecordsQuestion> = {}): Promise<string[]> => {
  const found = await explanation.ofEntity({
    ...{ entityId, code: null, after: null, limit: 10 },
    ...more,
  });
  return found.map(({ record }) => record.sourceId);
};

describe('the records of an entity', () => {
  let firm: string;
  beforeEach(async () => {
    firm = await story.found('name:甲');
    for (const [n, code] of ['a', 'b', 'a'].entries())
      await story.complaint(firm, String(n + 1), {}, { signals: [signal(code)] });
    // The second says most.
    await db.database.rows(
      'update assessment set score = case record_id when 2 then 90 else 10 end',
    );
  });

  it('come with the most telling one first, the later of equals before', async () => {
    expect(await read(firm)).toEqual(['2', '3', '1']);
  });

  it('come page by page', async () => {
    expect(await read(firm, { limit: 1 })).toEqual(['2']);
    expect(await read(firm, { limit: 1, after: '2' })).toEqual(['3']);
    expect(await read(firm, { limit: 5, after: '3' })).toEqual(['1']);
    expect(await read(firm, { after: '1' })).toEqual([]);
  });

  it('can be those alone that say one thing', async () => {
    expect(await read(firm, { code: 'a' })).toEqual(['3', '1']);
    expect(await read(firm, { code: 'nothing' })).toEqual([]);
  });

  it('are also those of what was merged into it, each once', async () => {
    const other = await story.found('name:乙');
    await story.tell(feedRecord('complaint', '4'), { about: [firm, other] });
    await story.merge(other, firm);
    await db.database.rows('update assessment set score = 99 where record_id = 4');
    expect(await read(firm)).toEqual(['4', '2', '3', '1']);
  });

  it('keep who reported behind the veil', async () => {
    const text = '我叫王举报，甲公司承诺保本';
    await story.complaint(firm, '9', { payload: { text } });
    await db.database.rows('update assessment set score = 99 where record_id = 4');
    const [first] = await explanation.ofEntity({
      ...{ entityId: firm, code: null, after: null, limit: 1 },
    });
    expect(first?.record.payload).toEqual({ text: '我叫＊＊＊，甲公司承诺保本' });
  });

  it('bring their verdict along, suppressed signals too', async () => {
    const signals = [signal('c', { suppressed: 'warning text 谨防 at 0-2' })];
    await story.complaint(firm, '5', { payload: { text: 'c' } }, { signals });
    await db.database.rows('update assessment set score = 99 where record_id = 4');
    const [first] = await explanation.ofEntity({
      ...{ entityId: firm, code: null, after: null, limit: 1 },
    });
    expect(first?.assessment?.signals).toEqual(assessment(signals).signals);
  });
});
