import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PoolClient } from 'pg';
import { Database } from './database.js';
import { clientOf, PgUnitOfWork } from './pg-unit-of-work.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let database: Database;
beforeAll(async () => {
  db = await storeDatabase();
  database = await Database.open({ url: db.url, poolSize: 1 });
});
afterAll(async () => {
  await database.close();
  await db.drop();
});

const run = <T>(keepsPlans: boolean, work: (client: PoolClient) => Promise<T>): Promise<T> =>
  new PgUnitOfWork(database, { keepsPlans }).run((tx) => work(clientOf(tx)));

const kept = (text: string) =>
  run(false, async (client) => {
    const asked = 'select count(*)::int as n from pg_prepared_statements where statement = $1';
    return (await client.query<{ n: number }>(asked, [text])).rows[0]?.n;
  });

describe('a unit of work that keeps plans', () => {
  it('asks a statement by its name, once and again, for every transaction of a connection', async () => {
    const text = 'select $1::int + 1 as sum';
    for (const n of [1, 2, 3]) {
      const { rows } = await run(true, (client) => client.query<{ sum: number }>(text, [n]));
      expect(rows).toEqual([{ sum: n + 1 }]);
    }
    expect(await kept(text)).toBe(1);
  });

  it('is not every unit of work', async () => {
    const text = 'select $1::int + 2 as sum';
    await run(false, (client) => client.query(text, [1]));
    expect(await kept(text)).toBe(0);
  });

  it('plans anew when a table it asks has changed', async () => {
    const read = () =>
      run(true, async (client) => {
        const asked = 'select id from tier_cut where id > $1';
        const { rows } = await client.query<{ id: string }>(asked, [0]);
        return rows;
      });
    expect(await read()).toEqual([]);
    await database.rows('alter table tier_cut add column more text');
    await database.rows('create index tier_cut_more on tier_cut (more)');
    expect(await read()).toEqual([]);
  });

  it('tells of a statement that fails, and is rolled back', async () => {
    const failing = run(true, async (client) => {
      await client.query('create table fleeting (n int)');
      await client.query('select 1 / $1::int', [0]);
    });
    await expect(failing).rejects.toThrow('代码 22012');
    expect(await database.rows("select to_regclass('fleeting') as name")).toEqual([{ name: null }]);
  });

  it('keeps a bounded number, and asks what comes after without a name', async () => {
    const texts = Array.from({ length: 250 }, (_, n) => `select $1::int + ${n + 10} as sum`);
    const sums = await run(true, async (client) => {
      const found: number[] = [];
      for (const text of texts)
        found.push((await client.query<{ sum: number }>(text, [1])).rows[0]?.sum ?? 0);
      return found;
    });
    expect(sums).toEqual(texts.map((_, n) => n + 11));
    const [row] = await database.rows<{ n: number }>(
      'select count(*)::int as n from pg_prepared_statements',
    );
    expect(row?.n).toBeLessThanOrEqual(200);
  });
});
