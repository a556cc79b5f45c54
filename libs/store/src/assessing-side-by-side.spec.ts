import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Assessing, type Heard } from '../../assessment/src/testing/assessing.contract.js';
import { feedRecord, mention } from '../../assessment/src/testing/judged.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

describe('many batches at the same time', () => {
  /** Registrations of firms by their numbers, and complaints that name each next to another. */
  const batch = (name: string, firms: readonly number[]): Heard[] =>
    firms.flatMap((n) => {
      const firm = [`uscc:${n}`, `name:甲${n}`];
      return [
        {
          record: feedRecord('registration', `${name}-${n}`, {
            payload: { name: `甲${n}`, address: `${name}路${n}号` },
          }),
          mentions: [mention(firm, { role: 'subject' })],
          signals: [],
        },
        {
          record: feedRecord('complaint', `${name}-${n}`),
          mentions: [mention([`name:甲${n}`]), mention([`name:甲${(n * 7) % firms.length}`])],
        },
      ];
    });

  it('wait for each other over the firms that all of them name, and none is turned away', async () => {
    const bed = await emptyPgBed(db.database);
    const firms = Array.from({ length: 25 }, (_, n) => n);
    const turned = (by: number) => [...firms.slice(by), ...firms.slice(0, by)];
    for (const round of [1, 2, 3]) {
      const orders = [firms, [...firms].reverse(), turned(13), [...turned(29)].reverse()];
      await Promise.all(
        orders.map((order, n) => new Assessing(bed).hear(...batch(`${round}-${n}`, order))),
      );
    }
    const [count] = await db.database.rows<{ firms: number; keys: number }>(
      `select count(*) filter (where root_id = id)::int as firms,
         (select count(*)::int from entity_key k join entity e on e.id = k.entity_id where k.kind = 'uscc') as keys
       from entity`,
    );
    expect(count).toMatchObject({ firms: 25, keys: 25 });
  });
});
