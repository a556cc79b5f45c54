import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hours } from '@risk/kit';
import { reason, verdict } from '../../../alerting/src/testing/verdicts.js';
import { Story } from '../../../assessment/src/testing/knowledge-bed.js';
import { emptyPgBed } from '../testing/pg-bed.js';
import { PgCity } from '../testing/pg-city.js';
import { storeDatabase } from '../testing/store-database.js';
import { PgAlertBook } from './pg-alert-book.js';
import { PgDebuts } from './pg-debuts.js';
import { PgWorkload, type DutyQuestion } from './pg-workload.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let story: Story;
let city: PgCity;
let workload: PgWorkload;
let book: PgAlertBook;
beforeAll(async () => {
  db = await storeDatabase();
  workload = new PgWorkload(db.database);
  book = new PgAlertBook(db.database);
});
beforeEach(async () => {
  story = new Story(await emptyPgBed(db.database));
  city = new PgCity(db.database);
});
afterAll(() => db.drop());

const figures = () => workload.figures(city.clock.now());
const owed = async (more: Partial<DutyQuestion> = {}): Promise<string[]> => {
  const question = { unit: null, kind: null, overdueAt: null, limit: 100, ...more };
  const lines = await workload.duties(question);
  return lines.map(({ unit, kind, entityName }) => `${unit} ${kind} ${entityName ?? ''}`.trim());
};
/** An alert about a firm of that name. */
const raise = async (name: string, tier: 'red' | 'orange' = 'orange') =>
  city.raiseAll([{ ...verdict(await story.found(`name:${name}`), tier), name }]);

describe('the figures of work', () => {
  it('are nothing in an empty house', async () => {
    expect(await figures()).toEqual({
      ...{ unacknowledged: 0, overdue: 0, unknown: 0, floods: 0, flooded: 0 },
    });
    expect(await workload.ofUnits(city.clock.now())).toEqual([]);
  });

  it('count what stands: not what is done, void, paused or still in time', async () => {
    await raise('a');
    expect(await figures()).toMatchObject({ unacknowledged: 2, overdue: 0 });
    city.clock.advance(hours(2));
    expect(await figures()).toMatchObject({ unacknowledged: 2, overdue: 2 });
    await city.step('acknowledged');
    expect(await figures()).toMatchObject({ unacknowledged: 1, overdue: 1 });
    await city.step('paused', { because: '等待审计报告' });
    city.clock.advance(hours(100));
    expect(await figures()).toMatchObject({ overdue: 2 });
    await city.step('refuted');
    expect(await figures()).toMatchObject({ unacknowledged: 0, overdue: 0 });
  });

  it('count notices of unknown fate, and what a flood holds', async () => {
    const note = (codes: string[]) =>
      story.bed.work.run((tx) => new PgDebuts().note(tx, codes, city.clock.now()));
    await note(['a']);
    await note(['a', 'new']);
    const ids = await Promise.all(['a', 'b', 'c', 'd'].map((n) => story.found(`name:${n}`)));
    await city.raiseAll(ids.map((id) => verdict(id, 'orange', [reason('new')])));
    expect(await figures()).toMatchObject({ floods: 1, flooded: 4, unknown: 0 });
    expect(await workload.hushed(3)).toMatchObject([
      { id: '1', tier: 'orange', cause: 'flood', sample: false },
      { id: '2' },
      { id: '3' },
    ]);
    await db.database.rows("update notice set state = 'unknown' where channel = 'email'");
    expect((await figures()).unknown).toBe(1);
    await city.endFlood('1', true);
    await city.tick();
    expect(await figures()).toMatchObject({ floods: 0, flooded: 0 });
    expect(await workload.hushed(3)).toEqual([]);
  });
});

describe('the work of units', () => {
  it('is told for each that has any: owed, overdue, paused, unread', async () => {
    await raise('a');
    await db.database.rows("update notice set state = 'sent' where channel = 'inbox'");
    await book.markRead('county', (await book.inbox('county', null, 1))[0]!.id, '张某', new Date());
    await city.step('paused', { because: '等待审计报告' });
    city.clock.advance(hours(3));
    expect(await workload.ofUnits(city.clock.now())).toEqual([
      { unit: 'county', standing: 2, overdue: 1, paused: 0, unread: 0 },
      { unit: 'office', standing: 2, overdue: 1, paused: 1, unread: 1 },
      { unit: 'police', standing: 0, overdue: 0, paused: 0, unread: 1 },
    ]);
  });
});

describe('what is owed', () => {
  it('is listed overdue first and paused last, by unit, kind, and whether it is late', async () => {
    await raise('甲公司');
    await city.step('paused', { because: '等待审计报告' });
    city.clock.advance(hours(1));
    await raise('乙公司', 'red');
    city.clock.advance(hours(1));
    expect(await owed()).toEqual([
      'office acknowledge 甲公司',
      'county acknowledge 甲公司',
      'office acknowledge 乙公司',
      'county acknowledge 乙公司',
      'county answer 甲公司',
      'office answer 乙公司',
      'county answer 乙公司',
      'office answer 甲公司',
    ]);
    expect(await owed({ unit: 'county', kind: 'answer' })).toEqual([
      'county answer 甲公司',
      'county answer 乙公司',
    ]);
    expect(await owed({ overdueAt: city.clock.now() })).toHaveLength(2);
    expect(await owed({ limit: 3 })).toHaveLength(3);
  });
});

describe('the book of an alert', () => {
  it('tells the whole log with tiers, reasons and stages, the latest thousand lines', async () => {
    await raise('a', 'red');
    await city.step('verifying');
    await city.step('noted', { because: '补充材料' });
    const { log } = await book.lifeOf('1');
    expect(log).toMatchObject([
      { kind: 'raised', fromTier: null, toTier: 'red', news: expect.any(Array), by: null },
      { kind: 'verifying', unit: 'office', by: '张某', fromStage: 'raised', toStage: 'verifying' },
      { kind: 'noted', because: '补充材料', toTier: 'red' },
    ]);
    await db.database.rows(
      `insert into alert_change (alert_id, kind, to_tier, news, at)
       select 1, 'noted', 'red', '{}', now() from generate_series(1, 1200)`,
    );
    const late = (await book.lifeOf('1')).log;
    expect([late.length, late[0]?.id, late.at(-1)?.id]).toEqual([1000, '204', '1203']);
  });

  it('names the entity that a silence is about', async () => {
    const id = await story.found('name:a');
    await city.silence({ entityId: id });
    await city.silence({ scheme: 'pyramid-selling' });
    const [one, other] = await book.silences(10);
    expect([one?.entityName, other?.entityName]).toEqual([null, expect.any(String)]);
  });
});
