import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { book, promisesOfEditions } from '../../editions/src/testing/edition-store.contract.js';
import { PgEditions } from './pg-editions.js';
import { PgUnitOfWork } from './pg-unit-of-work.js';
import { storeDatabase } from './testing/store-database.js';
import { emptyTables } from './testing/empty-tables.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

async function open() {
  await emptyTables(
    db.database,
    ...['edition', 'edition_step', 'engine_text', 'shadow_verdict', 'shadow_progress'],
    ...['backtest', 'backtest_change'],
  );
  return { store: new PgEditions(db.database), work: new PgUnitOfWork(db.database) };
}

describe('editions over PostgreSQL', () => {
  promisesOfEditions(open);

  const AT = new Date('2026-11-02T09:00:00+08:00');
  const DRAFT = { rules: 'r', scoring: 's', lexicon: null, title: '甲', because: '试验', at: AT };

  it('the database itself knows the four eyes', async () => {
    const { store, work } = await open();
    const draft = { ...DRAFT, origin: 'person' as const, by: '张三' };
    const id = await work.run((tx) => store.draft(tx, draft, book('r')));
    const step = { kind: 'published' as const, because: '自己来', at: AT, detail: null };
    await expect(work.run((tx) => store.step(tx, id, { ...step, by: '张三' }))).rejects.toThrow();
    await work.run((tx) => store.step(tx, id, { ...step, by: '李四' }));
    expect((await store.inForce())?.id).toBe(id);
  });

  it.each([
    `update edition set title = '乙'`,
    'delete from edition',
    `update edition_step set by = '王五'`,
    'delete from edition_step',
  ])('nothing of it is changed or deleted: %s', async (statement) => {
    const { store, work } = await open();
    const draft = { ...DRAFT, origin: 'person' as const, by: '张三' };
    await work.run((tx) => store.draft(tx, draft, book('r')));
    await expect(db.database.rows(statement)).rejects.toThrow();
  });
});
