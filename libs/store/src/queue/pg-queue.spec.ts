import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WHOLE_CITY, type Sight, type Tier } from '@risk/domain';
import { hours } from '@risk/kit';
import { PgTown } from '../testing/pg-town.js';
import { storeDatabase } from '../testing/store-database.js';
import { PgQueue } from './pg-queue.js';
import { EVERY_OPEN, QUEUE_SORTS, type QueueAsker, type QueueFilter } from './queue-question.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let town: PgTown;
let queue: PgQueue;
/** Alerts of the town by what is particular about them. */
const ids: Record<string, string> = {};
const nameOf = (id: string): string => Object.entries(ids).find(([, one]) => one === id)?.[0] ?? id;

const COUNTY: Sight = { units: ['county'], regions: 'all' };
const of = (sight: Sight, unit = 'office'): QueueAsker => ({ id: '1', name: '张某', unit, sight });
const OFFICE = of(WHOLE_CITY);

const page = (
  filter: Partial<QueueFilter> = {},
  asker = OFFICE,
  more: Partial<Parameters<PgQueue['page']>[2]> = {},
) =>
  queue.page(
    { ...EVERY_OPEN, ...filter },
    { asker, now: town.now },
    { limit: 50, after: null, sort: 'urgency', isDescending: false, ...more },
  );

const names = async (...asked: Parameters<typeof page>): Promise<string[]> =>
  (await page(...asked)).rows.map(({ id }) => nameOf(id));

async function raise(name: string, tier: Tier, more = {}) {
  const entity = await town.found(name, {});
  ids[name] = await town.alert(entity, tier, { regionCode: null, feeds: ['complaint'], ...more });
  return ids[name];
}

beforeAll(async () => {
  db = await storeDatabase();
  town = await PgTown.empty(db.database);
  queue = new PgQueue(db.database);
  await db.database
    .rows(`insert into account (login, name, unit, roles, state, password_at, must_change, made_by, made_at, approved_by)
    values ('zhang', '张某', 'office', '{monitor}', 'active', now(), false, '测试', now(), '测试')`);
  await raise('甲_黄色', 'yellow', { regionCode: '431002', feeds: ['advertisement'] });
  town.wait(1);
  await raise('乙红色', 'red', { regionCode: '431003' });
  await raise('丙红色', 'red', { regionCode: '431002' });
  await raise('丁结案', 'orange');
  await raise('戊并入', 'blue');
  await raise('己静默', 'blue');
  await raise('庚人工', 'yellow');
  await town.step('refuted', { alertId: ids['丁结案']! });
  await town.step('closed', { alertId: ids['丁结案']! });
  await town.merge(ids['戊并入']!, ids['甲_黄色']!);
  await db.database.rows(
    `insert into alert_hush (alert_id, change_id, cause, because, since) values ($1, 1, 'silence', '专项行动', now())`,
    [ids['己静默']],
  );
  await db.database.rows(`update alert set person_tier = 'orange' where id = $1`, [ids['庚人工']]);
  await town.step('entrusted', { alertId: ids['乙红色']!, toPerson: '张某' });
  await town.step('entrusted', { alertId: ids['甲_黄色']!, toPerson: '李某' });
  await town.step('acknowledged', { alertId: ids['丙红色']!, unit: 'county' });
});
afterAll(() => db.drop());

describe('the queue', () => {
  it('shows what is open, the most urgent first: by tier, then by deadline', async () => {
    expect(await names()).toEqual(['乙红色', '丙红色', '庚人工', '甲_黄色']);
  });

  it('tells in a line what whoever decides has to know', async () => {
    const [line] = (await page({ ids: [ids['乙红色']!] })).rows;
    expect(line).toMatchObject({
      ...{ entityName: '乙红色', tier: 'red', isByPerson: false, stage: 'raised', status: 'open' },
      ...{ regionCode: '431003', assignee: '张某', role: 'lead', isPaused: false, seenAt: null },
      ...{ lead: { code: 'office', name: 'office' }, hush: null, mergedInto: null, sample: false },
    });
    expect(line?.reasons).toEqual([expect.any(String)]);
    expect(line?.dueAt).toEqual(new Date(town.now.getTime() + hours(2)));
    const log = await town.rows('select max(id) as id from alert_change where alert_id = $1', [
      line!.id,
    ]);
    expect(log).toEqual([{ id: line!.lastLine }]);
  });

  it.each<[string, Partial<QueueFilter>, string[]]>([
    ['closed', { state: 'closed' }, ['丁结案']],
    ['merged', { state: 'merged' }, ['戊并入']],
    ['hushed only', { hushed: 'only' }, ['己静默']],
    ['a tier that a person set', { tiers: ['orange'] }, ['庚人工']],
    ['two tiers', { tiers: ['orange', 'yellow'] }, ['庚人工', '甲_黄色']],
    ['a stage', { stages: ['verifying'] }, []],
    ['a scheme', { schemes: ['illegal-fundraising'] }, ['乙红色', '丙红色', '庚人工', '甲_黄色']],
    ['another scheme', { schemes: ['pyramid-selling'] }, []],
    ['a region', { regions: ['431003'] }, ['乙红色']],
    ['a region, or none', { regions: ['431003', 'none'] }, ['乙红色', '庚人工']],
    ['a unit', { unit: 'county' }, ['乙红色', '丙红色', '庚人工', '甲_黄色']],
    ['a unit that was told nothing', { unit: 'health' }, []],
    ['a feed', { feed: 'advertisement' }, ['甲_黄色']],
    ['words', { words: '红色' }, ['乙红色', '丙红色']],
    ['words that mean something to LIKE', { words: '_' }, ['甲_黄色']],
    ['words of a code that nobody has', { words: '91431000MA4L000000' }, []],
    ['part of such a code', { words: '91431000' }, []],
    ['mine', { whose: 'mine' }, ['乙红色']],
    ['nobody’s', { whose: 'unassigned' }, ['丙红色', '庚人工']],
    ['mine or nobody’s', { whose: 'mine-or-unassigned' }, ['乙红色', '丙红色', '庚人工']],
    ['somebody’s', { assignee: '李某' }, ['甲_黄色']],
    ['what is overdue', { due: 'overdue' }, []],
    ['what is due today', { due: 'today' }, ['乙红色', '丙红色', '庚人工', '甲_黄色']],
    ['these', { ids: [] }, []],
  ])('filtered by %s', async (_what, filter, found) => {
    expect(await names(filter)).toEqual(found);
    expect((await page(filter)).total).toBe(found.length);
    expect(
      await queue.counts([{ ...EVERY_OPEN, ...filter }, EVERY_OPEN], {
        asker: OFFICE,
        now: town.now,
      }),
    ).toEqual([found.length, 4]);
  });

  it('finds an entity by its code', async () => {
    const code = '91431000MA4L1234X5';
    await town.rows(
      `with about as (select entity_id as id from alert where id = $1),
         named as (update entity set uscc = $2 where id in (select id from about))
       insert into entity_key (kind, value, entity_id, known_at) select 'uscc', $2, id, now() from about`,
      [ids['丙红色'], code],
    );
    for (const words of [code, code.toLowerCase(), code.slice(0, 12)])
      expect([words, await names({ words })]).toEqual([words, ['丙红色']]);
  });

  for (const sort of QUEUE_SORTS)
    for (const isDescending of [true, false])
      it(`by ${sort}${isDescending ? ', downwards' : ''}, tells of each alert once`, async () => {
        const found: string[] = [];
        let after: string | null = null;
        do {
          const part: Awaited<ReturnType<typeof page>> = await page({ state: 'all' }, OFFICE, {
            ...{ limit: 2, sort, isDescending, after },
          });
          found.push(...part.rows.map(({ id }) => nameOf(id)));
          after = part.next;
        } while (after !== null);
        expect([...found].sort()).toEqual([
          '丁结案',
          '丙红色',
          '乙红色',
          '庚人工',
          '戊并入',
          '甲_黄色',
        ]);
      });
});

describe('somebody of a unit', () => {
  const county = of(COUNTY, 'county');

  it('sees what the unit was told of, by its own deadline', async () => {
    const { rows } = await page({}, county);
    const own = (name: string) => rows.find(({ id }) => id === ids[name]);
    expect(own('丙红色')).toMatchObject({
      role: 'assist',
      dueAt: new Date(own('乙红色')!.dueAt!.getTime() + hours(38)),
    });
    expect(rows.map(({ id }) => nameOf(id))).toEqual(['乙红色', '丙红色', '庚人工', '甲_黄色']);
    for (const sort of QUEUE_SORTS)
      expect((await page({ due: 'week' }, county, { sort })).total).toBe(4);
  });

  it('has nothing where the unit was told nothing', async () => {
    expect(
      await page({ state: 'all' }, of({ units: ['health'], regions: 'all' }, 'health')),
    ).toEqual({
      ...{ rows: [], next: null, total: 0 },
    });
  });

  it('works on its own, whoever works on it elsewhere', async () => {
    expect(await names({ whose: 'unassigned' }, county)).toHaveLength(4);
    await town.step('entrusted', { alertId: ids['丙红色']!, unit: 'county', toPerson: '张某' });
    expect(await names({ whose: 'mine' }, county)).toEqual(['丙红色']);
    expect(await names({ whose: 'mine' })).toEqual(['乙红色']);
  });
});

describe('deadlines beside alerts', () => {
  it('are always the earliest that runs', async () => {
    const off = `select a.id from alert a where a.due_at is distinct from (
      select min(d.due_at) from duty d where d.alert_id = a.id and d.done_at is null and d.void_at is null
        and d.paused_at is null)`;
    expect(await town.rows(off)).toEqual([]);
    const alertId = ids['庚人工']!;
    const seen: (Date | null)[] = [];
    for (const kind of ['acknowledged', 'paused', 'resumed', 'refuted', 'reopened'] as const) {
      await town.step(kind, { alertId });
      expect([kind, await town.rows(off)]).toEqual([kind, []]);
      seen.push((await page({ ids: [alertId] })).rows[0]?.dueAt ?? null);
    }
    expect(seen[3]).toBeNull();
    expect(new Set(seen).size).toBeGreaterThan(2);
  });
});

describe('what somebody has seen', () => {
  it('tells how many records came since', async () => {
    const alertId = ids['甲_黄色']!;
    const [{ entity } = { entity: '' }] = await town.rows<{ entity: string }>(
      'select entity_id as entity from alert where id = $1',
      [alertId],
    );
    const [account] = await town.rows<{ id: string }>(
      `select id from account where login = 'zhang'`,
    );
    const me = { ...OFFICE, id: account!.id };
    const fresh = async () => {
      const [line] = (await page({ ids: [alertId] }, me)).rows;
      return [line?.seenAt !== null, line?.freshPieces];
    };
    await town.hear({ about: [entity], id: 'before' });
    expect(await fresh()).toEqual([false, 0]);
    await queue.noteSeen(me.id, alertId, town.now);
    town.wait(1);
    await town.rows('update record set current = true');
    expect(await fresh()).toEqual([true, 0]);
    await town.hear({ about: [entity], id: 'after' });
    await town.rows('update record set current = true');
    expect(await fresh()).toEqual([true, 1]);
    await queue.noteSeen(me.id, alertId, new Date(0));
    expect(await fresh()).toEqual([true, 1]);
  });
});

it('tells the version of each alert of a filter, up to a limit', async () => {
  const asked = { asker: OFFICE, now: town.now };
  const all = await queue.versions(EVERY_OPEN, asked, 500);
  expect(all.map(({ id }) => nameOf(id))).toHaveLength(4);
  expect(all.every(({ lastLine }) => lastLine !== null)).toBe(true);
  expect(await queue.versions(EVERY_OPEN, asked, 2)).toEqual(all.slice(0, 2));
});
