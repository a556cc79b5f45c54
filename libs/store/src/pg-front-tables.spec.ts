import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { promisesOfFrontTables } from '../../intake/src/testing/front-table-store.contract.js';
import type { FrontLine } from '../../intake/src/testing/in-memory-front-tables.js';
import { Database } from './database.js';
import { PgFrontTables } from './pg-front-tables.js';
import { storeDatabase } from './testing/store-database.js';
import { emptyTables } from './testing/empty-tables.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let store: PgFrontTables;
const sql = (text: string, values: unknown[] = []) => db.database.rows(text, values);
const LATE = new Date('2026-12-01T00:00:00Z');

beforeAll(async () => {
  db = await storeDatabase();
  store = new PgFrontTables(db.database, db.database);
  await sql(
    'create table front_desk (id text primary key, changed_at timestamptz, "ENTNAME" text, "REGCAP" int)',
  );
});
beforeEach(() => emptyTables(db.database, 'front_desk', 'front_table_cursor'));
afterAll(() => db.drop());

async function write(...lines: readonly FrontLine[]): Promise<void> {
  for (const { key, changedAt, cells } of lines) {
    await sql(
      `insert into front_desk values ($1, $2, $3, $4)
       on conflict (id) do update set changed_at = excluded.changed_at`,
      [key, changedAt, cells?.['ENTNAME'] ?? null, cells?.['REGCAP'] ?? null],
    );
  }
}

describe('front-end tables in PostgreSQL', () => {
  promisesOfFrontTables(() => Promise.resolve({ store, write }));

  it('keep rows apart that are a microsecond apart', async () => {
    for (const micro of ['000001', '000002', '000003'])
      await write({ key: micro, changedAt: `2026-11-02T01:00:00.${micro}Z` });
    const table = { name: 'front_desk', changedAt: 'changed_at', key: 'id' };
    const [first] = await store.changed(table, null, LATE, 1);
    expect(first?.position.changedAt).toBe('2026-11-02T01:00:00.000001Z');
    const rest = await store.changed(table, first?.position ?? null, LATE, 10);
    expect(rest.map((row) => row.position.key)).toEqual(['000002', '000003']);
  });

  it('forget no cursor when the process ends', async () => {
    await store.move('samr', { changedAt: '2026-11-02T01:00:00.000001Z', key: '9' }, LATE);
    const reopened = await Database.open({ url: db.url });
    expect(await new PgFrontTables(reopened, reopened).cursor('samr')).toEqual({
      changedAt: '2026-11-02T01:00:00.000001Z',
      key: '9',
    });
    await reopened.close();
  });
});

describe('columns as offices have them', () => {
  it.each([
    ['timestamptz', "'2026-11-02 09:00:00+08'"],
    ['timestamp', "'2026-11-02 09:00:00'"],
    ['text', "'2026-11-02 09:00:00'"],
  ])('a moment of type %s without a zone is a moment in China', async (type, value) => {
    await sql(
      `create table odd (k bigint, "更新时间" ${type}); insert into odd values (7, ${value})`,
    );
    const table = { name: 'odd', changedAt: '更新时间', key: 'k' };
    const before = new Date('2026-11-02T01:00:00Z');
    expect(await store.changed(table, null, new Date(before.getTime() - 1), 10)).toEqual([]);
    const [row] = await store.changed(table, null, before, 10);
    expect(row?.position).toEqual({ changedAt: '2026-11-02T01:00:00.000000Z', key: '7' });
    await sql('drop table odd');
    expect(await sql('show timezone')).toEqual(
      await sql('select reset_val as "TimeZone" from pg_settings where name = \'TimeZone\''),
    );
  });

  it('a key of numbers is read in one order throughout', async () => {
    await sql(
      "create table odd as select n as k, '2026-11-02 09:00:00+08'::timestamptz as c from generate_series(1, 120) n",
    );
    const table = { name: 'odd', changedAt: 'c', key: 'k' };
    const keys = new Set<string>();
    let after = null as Awaited<ReturnType<typeof store.cursor>>;
    for (;;) {
      const page = await store.changed(table, after, LATE, 25);
      for (const row of page) keys.add(row.position.key);
      if (page.length === 0) break;
      after = page.at(-1)!.position;
    }
    expect(keys.size).toBe(120);
    await sql('drop table odd');
  });

  it.each([['front."desk"'], ['no_such_table; drop table record']])(
    'a table named %s is only a name',
    async (name) => {
      const table = { name, changedAt: 'c', key: 'k' };
      await expect(store.changed(table, null, LATE, 1)).rejects.toThrow('does not exist');
      expect(await sql('select count(*)::int as n from record')).toEqual([{ n: 0 }]);
    },
  );

  it('a table in another schema is found', async () => {
    await sql(
      "create schema if not exists exchange; create table exchange.v_base as select 'a' as k, now() - interval '1 day' as c",
    );
    const table = { name: 'exchange.v_base', changedAt: 'c', key: 'k' };
    const after = new Date('2100-01-01T00:00:00Z');
    expect(await store.changed(table, null, after, 9)).toHaveLength(1);
  });
});

describe('a front-end database of its own', () => {
  it('is read there, while the cursor stays here', async () => {
    const front = await storeDatabase();
    await front.database.rows(
      "create table desk as select 'x' as k, '2026-11-02T01:00:00Z'::timestamptz as c",
    );
    const apart = new PgFrontTables(db.database, front.database);
    const [row] = await apart.changed({ name: 'desk', changedAt: 'c', key: 'k' }, null, LATE, 9);
    await apart.move('samr', row!.position, LATE);
    expect(await front.database.rows('select * from front_table_cursor')).toEqual([]);
    expect(await store.cursor('samr')).toEqual(row!.position);
    await front.drop();
  });
});
