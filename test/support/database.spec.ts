import { afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase, type Template } from './database.js';

const made: TestDatabase[] = [];
const create = async (template?: Template): Promise<TestDatabase> => {
  const database = await createTestDatabase(template);
  made.push(database);
  return database;
};
afterAll(() => Promise.all(made.map((database) => database.drop())));

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows as unknown[];
}

describe('a database for a spec file', () => {
  it('is separate from every other one', async () => {
    const [one, other] = [await create(), await create()];
    await ask(one.url, 'CREATE TABLE note (id int)');
    await expect(ask(other.url, 'SELECT * FROM note')).rejects.toThrow('does not exist');
  });

  it('is UTF-8, and its trigrams see Chinese', async () => {
    const { url } = await create();
    await ask(url, 'CREATE EXTENSION pg_trgm');
    expect(
      await ask(
        url,
        "SELECT cardinality(show_trgm('保本高息')) AS n, current_setting('server_encoding') AS e",
      ),
    ).toEqual([{ n: 5, e: 'UTF8' }]);
  });

  it('is gone after drop, also with a connection still open', async () => {
    const database = await createTestDatabase();
    const open = new pg.Client({ connectionString: database.url });
    open.on('error', () => undefined);
    await open.connect();
    await database.drop();
    await expect(ask(database.url, 'SELECT 1')).rejects.toThrow('does not exist');
  });
});

describe('a template', () => {
  it('is prepared once, however many ask at the same time, and copied for each', async () => {
    let prepared = 0;
    const template: Template = {
      name: 'notes',
      prepare: async (url) => {
        prepared += 1;
        await ask(url, 'CREATE TABLE note AS SELECT 7 AS id');
      },
    };
    const copies = await Promise.all([create(template), create(template), create(template)]);
    await ask(copies[0].url, 'DELETE FROM note');
    expect(prepared).toBe(1);
    expect(await ask(copies[0].url, 'SELECT id FROM note')).toEqual([]);
    expect(await ask(copies[1].url, 'SELECT id FROM note')).toEqual([{ id: 7 }]);
  });

  it('whose preparation fails is never copied', async () => {
    const broken: Template = {
      name: 'broken',
      prepare: () => Promise.reject(new Error('no such migration')),
    };
    await expect(createTestDatabase(broken)).rejects.toThrow('no such migration');
    let again = 0;
    await create({ name: 'broken', prepare: () => Promise.resolve(++again).then(() => undefined) });
    expect(again).toBe(1);
  });
});
