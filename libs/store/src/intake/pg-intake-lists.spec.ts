import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeDatabase } from '../testing/store-database.js';
import { PgLetterList, type LetterWish } from './pg-letter-list.js';
import { PgSourceReadings } from './pg-source-readings.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;

const LETTER = `
  insert into dead_letter (digest, feed, source, door, origin, reason, original, received_at, day, sample,
    replayed_at)
  values ($1, $2, $3, $4, '{"row": 1}', $5, '\\x02', $6, ($6::timestamptz at time zone 'Asia/Shanghai')::date,
    false, $7)
`;
const LEDGER = 'insert into intake_ledger values ($1, $2, $3, $4, $5, $6, $7, $8, $9)';

/** [feed, source, door, reason, received, replayed] in the order of their ids. */
const LETTERS: readonly (readonly (string | null)[])[] = [
  ['complaint', 'a', 'file', '缺少内容', '2026-11-01T10:00:00+08:00', null],
  ['complaint', 'a', 'http', '缺少 100% 内容', '2026-11-02T10:00:00+08:00', null],
  ['registration', 'b', 'kafka', '名称过长', '2026-11-03T10:00:00+08:00', '2026-11-04T00:00:00Z'],
  ['complaint', null, 'http', '不是 JSON', '2026-11-03T23:00:00+08:00', null],
];

beforeAll(async () => {
  db = await storeDatabase();
  for (const [at, letter] of LETTERS.entries()) {
    const [feed, source, door, reason, received, replayed] = letter;
    await db.database.rows(LETTER, [`d${at}`, feed, source, door, reason, received, replayed]);
  }
  const lines: readonly unknown[][] = [
    ['2026-11-02', 'a', 'complaint', 'http', 5, 3, 1, 1, '2026-11-02T08:00:00Z'],
    ['2026-11-02', 'a', 'complaint', 'file', 2, 2, 0, 0, '2026-11-02T09:00:00Z'],
    ['2026-10-28', 'a', 'complaint', 'http', 10, 10, 0, 0, '2026-10-28T08:00:00Z'],
    ['2026-10-01', 'a', 'complaint', 'http', 99, 99, 0, 0, '2026-10-01T08:00:00Z'],
    ['2026-10-01', 'b', 'registration', 'kafka', 7, 7, 0, 0, '2026-10-01T08:00:00Z'],
  ];
  for (const line of lines) await db.database.rows(LEDGER, line);
});
afterAll(() => db.drop());

const FIRST = { limit: 10, after: null, sort: 'receivedAt', isDescending: true } as const;
const found = async (wish: Partial<LetterWish>): Promise<string> => {
  const { rows } = await new PgLetterList(db.database).page({ state: 'all', ...wish }, FIRST);
  return rows.map(({ id }) => id).join(' ');
};

describe('the list of dead letters', () => {
  it.each<[Partial<LetterWish>, string]>([
    [{}, '4 3 2 1'],
    [{ state: 'open' }, '4 2 1'],
    [{ state: 'replayed' }, '3'],
    [{ source: 'a' }, '2 1'],
    [{ source: 'unknown' }, '4'],
    [{ feed: 'registration' }, '3'],
    [{ door: 'http' }, '4 2'],
    [{ words: '内容' }, '2 1'],
    [{ words: '100%' }, '2'],
    [{ words: '%' }, '2'],
    [{ from: new Date('2026-11-02T00:00:00+08:00') }, '4 3 2'],
    [{ until: new Date('2026-11-02T00:00:00+08:00'), source: 'a' }, '1'],
  ])('of %j', async (wish, ids) => {
    expect(await found(wish)).toBe(ids);
  });

  it('goes on page after page, and says how many there are', async () => {
    const list = new PgLetterList(db.database);
    const page = { ...FIRST, limit: 3, sort: 'source' as const, isDescending: false };
    const first = await list.page({ state: 'all' }, page);
    const second = await list.page({ state: 'all' }, { ...page, after: first.next });
    expect([first.total, [...first.rows, ...second.rows].map(({ id }) => id), second.next]).toEqual(
      [...[4, ['1', '2', '3', '4'], null]],
    );
    expect(first.rows[0]).toEqual({
      ...{ id: '1', feed: 'complaint', source: 'a', door: 'file', origin: { row: 1 } },
      ...{ reason: '缺少内容', receivedAt: new Date('2026-11-01T02:00:00Z'), replayedAt: null },
    });
  });

  it('finds the open ones that match, for another try', async () => {
    const list = new PgLetterList(db.database);
    expect(await list.matching({ state: 'all', feed: 'complaint' })).toEqual(['1', '2', '4']);
    expect(await list.matching({ state: 'replayed' })).toEqual(['1', '2', '4']);
  });
});

describe('what the books say of the sources', () => {
  it('adds up today, the days before, and when each was heard', async () => {
    const figures = await new PgSourceReadings(db.database).figures('2026-11-02', '2026-10-27');
    expect(figures).toEqual([
      {
        ...{ source: 'a', feed: 'complaint', lastAt: new Date('2026-11-02T09:00:00Z') },
        today: { received: 7, stored: 5, duplicate: 1, deadLettered: 1 },
        week: { received: 17, stored: 15, duplicate: 1, deadLettered: 1 },
      },
      {
        ...{ source: 'b', feed: 'registration', lastAt: new Date('2026-10-01T08:00:00Z') },
        today: { received: 0, stored: 0, duplicate: 0, deadLettered: 0 },
        week: { received: 0, stored: 0, duplicate: 0, deadLettered: 0 },
      },
    ]);
  });

  it('counts the letters that wait, also those of nobody', async () => {
    const letters = await new PgSourceReadings(db.database).openLetters();
    expect(Object.fromEntries(letters)).toEqual({ a: 2, unknown: 1 });
  });
});
