import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { storeDatabase } from '../testing/store-database.js';
import { pairsIn, pairsOf } from './name-pairs.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

describe('pairs of neighbouring signs', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['鑫', []],
    ['鑫旺', ['鑫旺']],
    ['鑫旺鑫旺', ['鑫旺', '旺鑫']],
    ['ABc', ['ab', 'bc']],
    ['𠮷野家', ['𠮷野', '野家']],
    ['Äb某', ['b某']],
    ['Ａ某某', ['某某']],
  ])('of %s', (words, pairs) => {
    expect(pairsOf(words)).toEqual(pairs);
  });

  it('are all in a name that holds the words, whatever their case', async () => {
    const sign = fc.constantFrom(...Array.from('鑫旺投资贷𠮷aAbZ9|·（ÄßİΩ\u0001_%'));
    const words = fc.array(sign, { minLength: 1, maxLength: 6 }).map((signs) => signs.join(''));
    const part = fc.array(sign, { maxLength: 4 }).map((signs) => signs.join(''));
    const drawn = fc.array(fc.tuple(part, words, part), { minLength: 50, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(drawn, async (heap) => {
        const lines = heap.map(([before, held, after]) => ({
          name: before + held + after,
          pairs: pairsOf(held.toUpperCase().length === held.length ? held.toUpperCase() : held),
        }));
        const missed = await db.database.rows(
          `select name, pairs from json_to_recordset($1) as line (name text, pairs text[])
           where not ${pairsIn('lower(name)')} @> pairs`,
          [JSON.stringify(lines)],
        );
        expect(missed).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('are found by their index', async () => {
    const plan = await db.database.lend(async (client) => {
      await client.query('begin; set local enable_seqscan = off');
      const { rows } = await client.query(
        `explain select from alert a where ${pairsIn('lower(a.entity_name)')} @> $1::text[]`,
        [['鑫旺']],
      );
      await client.query('rollback');
      return JSON.stringify(rows);
    });
    expect(plan).toContain('alert_by_pairs');
  });
});
