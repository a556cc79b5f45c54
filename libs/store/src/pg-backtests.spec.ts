import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { book } from '../../editions/src/testing/edition-store.contract.js';
import { PgBacktests, type BacktestChange } from './pg-backtests.js';
import { PgEditions } from './pg-editions.js';
import { PgUnitOfWork } from './pg-unit-of-work.js';
import { PgTown } from './testing/pg-town.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let town: PgTown;
let editionId: string;
let store: PgBacktests<{ readonly records: number }>;
const AT = new Date('2026-11-02T09:00:00+08:00');
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  town = await PgTown.empty(db.database);
  store = new PgBacktests(db.database);
  const head = { origin: 'person' as const, title: '甲', by: '张三', because: '试验', at: AT };
  const draft = { ...head, rules: 'r', scoring: 's', lexicon: null };
  const work = new PgUnitOfWork(db.database);
  editionId = await work.run((tx) => new PgEditions(db.database).draft(tx, draft, book('r')));
});

const change = (entityId: string, more: Partial<BacktestChange> = {}): BacktestChange => ({
  ...{ entityId, change: 'new', tierBase: 'none', tierCandidate: 'red', scoreBase: 3 },
  ...{ scoreCandidate: 88, firstBase: null, firstCandidate: AT, because: 'CP-A' },
  ...more,
});
const keep = (records: number, changes: readonly BacktestChange[]) =>
  new PgUnitOfWork(db.database).run((tx) =>
    store.keep(tx, editionId, { by: '张三', at: AT, report: { records } }, changes),
  );
const PAGE = { limit: 50, after: null, sort: 'rank', isDescending: false } as const;

describe('what a backtest found', () => {
  it('is read again, the latest of an edition', async () => {
    expect(await store.latest(editionId)).toBeNull();
    await keep(1, []);
    await keep(2, []);
    expect(await store.latest(editionId)).toMatchObject({
      by: '张三',
      at: AT,
      report: { records: 2 },
    });
    expect(await store.latest('x')).toBeNull();
  });

  it('names whom it changes something for, in the order given, by the kind of change', async () => {
    const [first, second] = [await town.found('甲公司'), await town.found('乙公司')];
    await keep(9, [change(second), change(first, { change: 'lower', firstBase: AT })]);
    const all = await store.changes(editionId, null, PAGE);
    expect(all.rows.map(({ name }) => name)).toEqual(['乙公司', '甲公司']);
    expect(all).toMatchObject({ total: 2, next: null });
    const lower = await store.changes(editionId, 'lower', PAGE);
    expect(lower.rows).toMatchObject([{ entityId: first, firstBase: AT, scoreCandidate: 88 }]);
  });

  it('shows those of the last backtest alone', async () => {
    await keep(1, [change(await town.found('甲公司'))]);
    await keep(2, []);
    expect(await store.changes(editionId, null, PAGE)).toMatchObject({ rows: [], total: 0 });
  });

  it('forgets an entity that is removed, with the samples say', async () => {
    await keep(1, [change(await town.found('甲公司')), change('999999')]);
    expect((await store.changes(editionId, null, PAGE)).total).toBe(1);
  });
});
