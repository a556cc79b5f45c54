import { beforeAll, describe, expect, it } from '@jest/globals';
import { AdvanceEdition } from '@risk/editions';
import { loadConfig, type ConfigFolder } from '@risk/settings';
import type { Database } from '@risk/store';
import { book } from '../../../editions/src/testing/edition-store.contract.js';
import { InMemoryEditions } from '../../../editions/src/testing/in-memory-editions.js';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeUnitOfWork } from '../../../kit/src/testing/fake-transaction.js';
import { BacktestEdition, type Backtest } from './backtest-edition.js';
import { runBacktest } from './run-backtest.js';

const PERIOD = {
  from: new Date('2026-12-01T00:00:00+08:00'),
  to: new Date('2026-12-31T23:59:59+08:00'),
};

let config: ConfigFolder;
beforeAll(async () => {
  config = await loadConfig('config');
});

/** A database without a record in the period, and perhaps without any. */
function databaseWith(there: boolean): Database {
  const rows = (sql: string): Promise<unknown[]> =>
    Promise.resolve(sql.includes('exists') ? [{ there }] : [{ records: 0, first: '1', last: '0' }]);
  return { rows } as unknown as Database;
}

const backtestOver =
  (database: Database): Backtest =>
  (_book, period, onProgress) =>
    runBacktest({
      ...{ versions: { regions: config.regions.content, base: config, candidate: config } },
      ...{ database, databaseUrl: '', period, onProgress },
    });

describe('a backtest over a period without records', () => {
  const clock = new FakeClock();
  const store = new InMemoryEditions();
  const work = new FakeUnitOfWork();
  const advance = new AdvanceEdition(store, work, clock);
  const keep = { run: () => Promise.resolve() };

  async function testOver(database: Database) {
    const draft = { origin: 'person', title: '甲', by: '张三', because: '试验' } as const;
    const versions = { rules: 'r', scoring: 's', lexicon: null, at: clock.now() };
    const id = await work.run((tx) => store.draft(tx, { ...draft, ...versions }, book('r')));
    const backtest = new BacktestEdition(store, advance, backtestOver(database), keep);
    const wish = { editionId: id, by: '张三', because: '看看影响', period: PERIOD };
    const tested = await backtest.run(wish).catch((error: unknown) => error as Error);
    return { tested, steps: (await store.find(id))?.steps ?? [] };
  }

  it('is refused, and no step is noted, where there are records at other times', async () => {
    const { tested, steps } = await testOver(databaseWith(true));
    expect(tested).toMatchObject({
      kind: 'invalid',
      message: '2026-12-01 至 2026-12-31 没有已存的记录，回测说明不了什么，请换一段时间',
    });
    expect(steps.map(({ kind }) => kind)).toEqual(['drafted']);
  });

  it('is noted as one over nothing where there is no record at all', async () => {
    const { steps } = await testOver(databaseWith(false));
    expect(steps.at(-1)).toMatchObject({
      kind: 'backtested',
      detail: { records: 0, isStoreEmpty: true },
    });
  });
});
