import { afterAll, describe, expect, it } from '@jest/globals';
import { SilentLog } from '@risk/kit';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { Database, migrate } from './database.js';
import { migrations } from './migrations/index.js';
import { PgUnitOfWork, clientOf } from './pg-unit-of-work.js';

const made: TestDatabase[] = [];
afterAll(async () => {
  for (const one of made) await one.drop();
});
async function empty(): Promise<string> {
  const one = await createTestDatabase();
  made.push(one);
  return one.url;
}

describe('migrations', () => {
  it('run once when five processes start on an empty database', async () => {
    const url = await empty();
    const houses = await Promise.all(
      [1, 2, 3, 4, 5].map(() => Database.open({ url, poolSize: 2 })),
    );
    const applied = await Promise.all(houses.map((house) => migrate(house, new SilentLog())));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    for (const house of houses) await house.close();
  });

  it('go back to nothing and forward again', async () => {
    const database = await Database.open({ url: await empty(), poolSize: 2 });
    const tables = (): Promise<unknown[]> =>
      database.rows(
        "select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration'",
      );
    await migrate(database, new SilentLog());
    const count = (await tables()).length;
    for (const _migration of migrations)
      await database.source.undoLastMigration({ transaction: 'each' });
    expect(await tables()).toEqual([]);
    await migrate(database, new SilentLog());
    expect(await tables()).toHaveLength(count);
    await database.close();
  });
});

describe('a transaction', () => {
  it('whose error was swallowed does not pass for committed', async () => {
    const database = await Database.open({ url: await empty() });
    await database.rows('create table note (id int primary key)');
    const work = new PgUnitOfWork(database);
    const swallowed = work.run(async (tx) => {
      await clientOf(tx).query('insert into note values (1)');
      await clientOf(tx)
        .query('insert into note values (1)')
        .catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow('事务未能提交');
    expect(await database.rows('select * from note')).toEqual([]);
    await database.close();
  });

  it('cut by a killed backend may be tried again, and the pool lives on', async () => {
    const database = await Database.open({ url: await empty(), poolSize: 2 });
    const work = new PgUnitOfWork(database);
    const cut = work.run(async (tx) => {
      const { rows } = await clientOf(tx).query<{ pid: number }>('select pg_backend_pid() as pid');
      await database.rows('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await clientOf(tx).query('select 1');
    });
    await expect(cut).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await database.rows('select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('is closed for whoever kept it', async () => {
    const database = await Database.open({ url: await empty() });
    const kept = await new PgUnitOfWork(database).run((tx) => Promise.resolve(tx));
    expect(() => clientOf(kept)).toThrow('closed');
    await database.close();
  });

  it('that finds no database says so as a passing failure', async () => {
    await expect(
      Database.open({ url: 'postgres://nobody@127.0.0.1:9/none' }),
    ).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });
});
