import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arrayLiteral, columnsOf, copyRows } from './bulk.js';
import { storeDatabase } from './testing/store-database.js';

let store: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  store = await storeDatabase();
  await store.database.rows(
    'create table odd (at serial, word text, words text[], doc jsonb, bytes bytea, moment timestamptz)',
  );
});
afterAll(() => store.drop());

/** Any text that PostgreSQL can hold: no NUL, no lone surrogates. */
const text = fc.string({ unit: 'binary' }).filter((s) => !/[\u0000\p{Surrogate}]/u.test(s));

describe('COPY', () => {
  it('brings every value back as it was', async () => {
    const row = fc.tuple(
      fc.option(text),
      fc.array(text),
      fc.dictionary(text, text),
      fc.uint8Array(),
      fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        await store.database.rows('truncate odd');
        const given = rows.map(([word, words, doc, bytes, at]) => [
          word,
          words,
          doc,
          Buffer.from(bytes),
          at,
        ]);
        await store.database.lend((client) =>
          copyRows(client, 'odd', ['word', 'words', 'doc', 'bytes', 'moment'], given),
        );
        const back = await store.database.rows<Record<string, unknown>>(
          'select * from odd order by at',
        );
        const read = back.map((r) => [r['word'], r['words'], r['doc'], r['bytes'], r['moment']]);
        expect(read).toEqual(given.map(([w, ws, d, b, m]) => [w, ws, { ...(d as object) }, b, m]));
      }),
      { numRuns: 60 },
    );
  });

  it('of nothing is nothing', async () => {
    await store.database.lend((client) => copyRows(client, 'no_such_table', ['a'], []));
  });
});

describe('shapes', () => {
  it('turns rows into columns, a missing value into null', () => {
    expect(columnsOf([[1, 'a'], [2]], 2)).toEqual([
      [1, 2],
      ['a', null],
    ]);
  });

  it('quotes array elements', () => {
    expect(arrayLiteral(['a"b', 'c\\d', '', 'null'])).toBe('{"a\\"b","c\\\\d","","null"}');
  });
});
