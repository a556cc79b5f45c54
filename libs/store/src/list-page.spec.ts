import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOST_COUNTED, type ListQuestion } from '@risk/kit';
import { listPage, type ListTable } from './list-page.js';
import { storeDatabase } from './testing/store-database.js';

type Sort = 'name' | 'at' | 'score';

const TABLE: ListTable<Sort> = {
  select: 'l.id::text, l.name',
  from: 'listed l',
  sorts: {
    name: { sql: 'l.name', type: 'text' },
    at: { sql: 'l.at', type: 'timestamptz' },
    score: { sql: 'coalesce(l.score, -1)', type: 'float8' },
  },
  key: 'l.id',
};
const ALL = { where: 'true', values: [] };
const ASKED: ListQuestion<Sort> = { limit: 7, after: null, sort: 'name', isDescending: false };

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
  await db.database.rows(`create table listed as
    select id, '第' || (id % 5) as name, timestamptz '2026-11-01' + (id % 9) * interval '0.123457 s' as at,
      case when id % 4 = 0 then null else (id % 6) / 7.0::float8 end as score
    from generate_series(1::bigint, 40) id`);
});
afterAll(async () => {
  await db.database.rows('drop table listed');
  await db.drop();
});

/** All rows, page by page. */
async function pages(question: ListQuestion<Sort>, filter: typeof ALL | Filter = ALL) {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof read>> = await read({ ...question, after }, filter);
    found.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return found;
}
interface Filter {
  readonly where: string;
  readonly values: readonly unknown[];
}
const read = (question: ListQuestion<Sort>, filter: Filter = ALL) =>
  listPage<{ id: string; name: string }, Sort>(db.database, TABLE, filter, question);

describe('a page of a list', () => {
  for (const sort of ['name', 'at', 'score'] as const)
    for (const isDescending of [true, false])
      it(`by ${sort}${isDescending ? ', downwards' : ''}, tells of each row once, in order`, async () => {
        const way = isDescending ? 'desc' : 'asc';
        const whole = await db.database.rows<{ id: string }>(
          `select l.id::text from listed l order by ${TABLE.sorts[sort].sql} ${way}, l.id ${way}`,
        );
        expect(await pages({ ...ASKED, sort, isDescending })).toEqual(whole.map(({ id }) => id));
      });

  it('holds what was asked for, nothing of its place, and counts the whole', async () => {
    const page = await read({ ...ASKED, limit: 2 }, { where: 'l.name = $1', values: ['第3'] });
    expect(page).toEqual({
      rows: [
        { id: '3', name: '第3' },
        { id: '8', name: '第3' },
      ],
      next: expect.any(String),
      total: 8,
    });
  });

  it('is the last one exactly at its end', async () => {
    expect((await read({ ...ASKED, limit: 40 })).next).toBeNull();
    expect((await read({ ...ASKED, limit: 39 })).next).not.toBeNull();
  });

  it('is neither doubled nor skipped by rows that come meanwhile', async () => {
    const first = await read({ ...ASKED, sort: 'at', isDescending: true });
    await db.database.rows(`insert into listed values (99, '新', now(), 1)`);
    const second = await read({ ...ASKED, sort: 'at', isDescending: true, after: first.next });
    await db.database.rows('delete from listed where id = 99');
    const undisturbed = await pages({ ...ASKED, sort: 'at', isDescending: true });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(undisturbed.slice(0, 14));
  });

  it('counts no further than anybody reads', async () => {
    const many = { ...TABLE, from: 'listed l cross join generate_series(1, 1000) g' };
    const page = await listPage(db.database, many, ALL, { ...ASKED, limit: 1 });
    expect(page.total).toBe(MOST_COUNTED);
  });

  it.each([
    ['what no page gave', 'nonsense', '不是上一页给出的位置'],
    ['a number', Buffer.from('7').toString('base64url'), '不是上一页给出的位置'],
    [
      'a place that is no id',
      Buffer.from('["name",false,"第1","x"]').toString('base64url'),
      '不是上一页给出的位置',
    ],
    [
      'the place of another order',
      Buffer.from('["at",false,"2026-11-01","3"]').toString('base64url'),
      '排序已经改变',
    ],
  ])('refuses %s to begin at', async (_what, after, said) => {
    await expect(read({ ...ASKED, after })).rejects.toThrow(said);
  });

  it('takes hostile values of a place as values', async () => {
    const after = Buffer.from(JSON.stringify(['name', false, `'); drop table listed; --`, '3']));
    expect((await read({ ...ASKED, after: after.toString('base64url') })).rows).toHaveLength(7);
  });
});
