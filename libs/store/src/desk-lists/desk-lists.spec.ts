import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WHOLE_CITY, type Sight } from '@risk/domain';
import { PgPresentLedger } from '../pg-present-ledger.js';
import { PgUnitLedger } from '../pg-unit-ledger.js';
import { SightedCity } from '../testing/sighted-city.js';
import { storeDatabase } from '../testing/store-database.js';
import { PgDeskLists } from './pg-desk-lists.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let city: SightedCity;
let lists: PgDeskLists;
beforeAll(async () => {
  db = await storeDatabase();
  lists = new PgDeskLists(db.database);
});
beforeEach(async () => {
  city = await SightedCity.empty(db.database);
});
afterAll(() => db.drop());

const NOW = new Date('2026-11-28T10:00:00+08:00');
const MARKET: Sight = { units: ['scj'], regions: 'all' };
const page = { limit: 50, after: null, isDescending: false };
const set = (table: string, id: string, values: string) =>
  db.database.rows(`update ${table} set ${values} where id = $1`, [id]);
const ids = ({ rows }: { readonly rows: readonly { readonly id: string }[] }) =>
  rows.map(({ id }) => id);

describe('the inbox of a unit', () => {
  const inbox = (more: object = {}) =>
    lists.inbox({
      ...{ ...page, sort: 'urgency', isDescending: true, unit: 'scj', isRead: null },
      ...{ kind: null, words: null, ...more },
    });

  it('has what is late first, then what was handed over, then the rest, and what was read last', async () => {
    const alert = await city.alert();
    const [read, plain, given, late] = [
      await city.notice('scj', alert),
      await city.notice('scj', alert),
      await city.notice('scj', alert),
      await city.notice('scj', alert),
    ];
    await city.notice('gaj', alert);
    await set('notice', read, `read_at = now(), read_by = '钱某'`);
    await set('notice', given, `kind = 'progress', step = 'transferred#9'`);
    await set('notice', late, `kind = 'escalation'`);
    expect(ids(await inbox())).toEqual([late, given, plain, read]);
    expect(ids(await inbox({ isRead: true }))).toEqual([read]);
    expect(ids(await inbox({ kind: 'handover' }))).toEqual([given]);
    expect(ids(await inbox({ kind: 'escalation', isRead: false }))).toEqual([late]);
    const first = await inbox({ limit: 3 });
    expect([first.total, ids(await inbox({ limit: 3, after: first.next }))]).toEqual([4, [read]]);
  });

  it('is searched by the name of the firm and by the subject, taken as they are', async () => {
    const alert = await city.alert();
    const [about, other] = [await city.notice('scj', alert), await city.notice('scj', null)];
    await set('notice', other, `subject = '汇总 100%'`);
    expect(ids(await inbox({ words: '甲公' }))).toEqual([about]);
    expect(ids(await inbox({ words: '100%' }))).toEqual([other]);
    expect(ids(await inbox({ words: '%' }))).toEqual([other]);
  });

  it('tells what the unit owes next, and shows one message to no other unit', async () => {
    const alert = await city.alert();
    const id = await city.notice('scj', alert);
    const duty = await city.duty('scj', alert);
    await set('duty', duty, `due_at = '2026-11-29T09:00:00+08:00'`);
    await city.duty('gaj', alert);
    expect(await lists.message('scj', id)).toMatchObject({
      ...{ id, entityName: '甲公司', tier: 'red', dutyKind: 'task', body: null },
      dueAt: new Date('2026-11-29T09:00:00+08:00'),
    });
    expect(await lists.message('gaj', id)).toBeNull();
    await set('notice', id, `recipient = 'scj/head'`);
    expect(await lists.message('scj', id)).toMatchObject({ recipientKey: 'scj/head' });
    expect(await lists.recipientOf('scj', id)).toBe('scj/head');
    expect(await lists.recipientOf('gaj', id)).toBeNull();
  });
});

describe('duties', () => {
  const duties = (more: object = {}) =>
    lists.duties({
      ...{ ...page, sort: 'dueAt', state: 'all', unit: null, kind: null, alertId: null },
      ...{ words: null, now: NOW, sight: WHOLE_CITY, ...more },
    });

  it('stand, are late or were done, each in its heap and in its sight', async () => {
    const alert = await city.alert();
    const due = (day: string) => `due_at = '2026-11-${day}T10:00:00+08:00'`;
    const [done, late, paused, standing, voided, foreign] = [
      await city.duty('scj', alert),
      await city.duty('scj', alert),
      await city.duty('scj', alert),
      await city.duty('scj', null),
      await city.duty('scj', alert),
      await city.duty('gaj', alert),
    ];
    await set('duty', done, `${due('20')}, done_at = now(), done_by = '钱某'`);
    await set('duty', late, due('21'));
    await set('duty', paused, `${due('22')}, paused_at = now()`);
    await set('duty', standing, due('30'));
    await set('duty', voided, `${due('23')}, void_at = now(), void_because = '办结'`);
    await set('duty', foreign, due('24'));
    const own = { unit: 'scj' };
    expect(ids(await duties({ ...own, state: 'standing' }))).toEqual([late, paused, standing]);
    expect(ids(await duties({ ...own, state: 'overdue' }))).toEqual([late]);
    expect(ids(await duties({ ...own, state: 'done', sort: 'doneAt' }))).toEqual([done]);
    expect(ids(await duties(own))).toEqual([done, late, paused, voided, standing]);
    expect(ids(await duties({ state: 'overdue' }))).toEqual([late, foreign]);
    expect(ids(await duties({ state: 'overdue', sight: MARKET }))).toEqual([late]);
    expect(ids(await duties({ alertId: alert, words: '甲', state: 'standing' }))).toEqual([
      ...[late, paused, foreign],
    ]);
  });
});

describe('hand-overs', () => {
  it('wait until they are answered, and are seen by whoever gets them', async () => {
    const alert = await city.alert();
    const [first, second] = [await city.handover(alert, 'gaj'), await city.handover(alert, 'xgaj')];
    await db.database.rows(
      `insert into handover_receipt (handover_id, answer, number, received_on, entered_by, because, entered_at)
       values ($1, 'filed', '1号', '2026-11-27', '李某', '函', now())`,
      [second],
    );
    const list = (more: object = {}) =>
      lists.handOvers({
        ...{ ...page, sort: 'dueAt', state: 'all', alertId: null, now: NOW, sight: WHOLE_CITY },
        ...more,
      });
    expect(ids(await list({ state: 'waiting' }))).toEqual([first]);
    expect((await list({ state: 'answered' })).rows).toMatchObject([
      { id: second, answer: 'filed' },
    ]);
    expect(ids(await list({ sight: { units: ['gaj'], regions: 'all' } }))).toEqual([first]);
    expect(ids(await list({ sight: MARKET }))).toEqual([]);
  });
});

describe('meetings, notices and bulletins', () => {
  it('are those in sight', async () => {
    const [own, other] = [await city.meeting(['scj', 'jrb']), await city.meeting(['gaj'])];
    const task = await city.task('scj');
    const meetings = (more: object = {}) =>
      lists.meetings({ ...page, sort: 'heldOn', isOpen: false, sight: WHOLE_CITY, ...more });
    expect((await meetings()).total).toBe(3);
    expect(ids(await meetings({ sight: MARKET }))).toEqual([own, String(Number(other) + 1)]);
    expect((await meetings({ isOpen: true })).rows).toMatchObject([
      { decisions: 1, tasks: 1, tasksDone: 0 },
    ]);
    expect(task).toMatch(/^\d+$/);
    const [told] = [await city.notice('scj', null), await city.notice('gaj', null)];
    const notices = await lists.notices({
      ...{ ...page, sort: 'number', state: 'sent', kind: null, alertId: null, unit: null },
      ...{ channel: null, sight: MARKET },
    });
    expect(ids(notices)).toEqual([told]);
    const [issued] = [await city.bulletin('unit:scj'), await city.bulletin('unit:scj', 'draft')];
    const bulletins = await lists.bulletins({
      ...{ ...page, sort: 'composedAt', kind: null, scope: null, words: null },
      ...{ states: ['issued'], sight: MARKET },
    });
    expect(ids(bulletins)).toEqual([issued]);
  });
});

describe('the ledger of the present', () => {
  const period = { from: '2026-11-01', to: '2026-11-28' };
  const question = { period, unit: null, samples: false, asOf: NOW };

  /** Duties of every fate, on both sides of the period. */
  async function eventful(): Promise<void> {
    const alert = await city.alert();
    const fates = [
      `kind = 'acknowledge', done_at = '2026-11-10T12:00:00+08:00', done_by = '钱某'`,
      `kind = 'acknowledge', done_at = '2026-11-25T10:00:00+08:00', done_by = '钱某'`,
      `kind = 'answer'`,
      `kind = 'answer', due_at = '2026-12-20T10:00:00+08:00'`,
      `kind = 'answer', void_at = '2026-11-11T10:00:00+08:00', void_because = '办结'`,
      `kind = 'answer', void_at = '2026-11-21T10:00:00+08:00', void_because = '已改派'`,
      `kind = 'task', opened_at = '2026-10-31T23:59:00+08:00'`,
      `kind = 'task', opened_at = '2026-11-01T00:00:00+08:00'`,
    ];
    for (const fate of fates) {
      const id = await city.duty('scj', alert);
      await set('duty', id, `opened_at = '2026-11-10T10:00:00+08:00'`);
      await set('duty', id, `due_at = '2026-11-20T10:00:00+08:00'`);
      await set('duty', id, fate);
    }
    await db.database.rows('delete from duty_deadline');
    for (const kind of ['confirmed', 'refuted', 'refuted'])
      await db.database.rows(
        `insert into alert_change (alert_id, kind, from_tier, to_tier, news, at, source, by, unit, because)
         values ($1, $2, 'red', 'red', '{}', '2026-11-12T10:00:00+08:00', 'person', '钱某', 'scj', '查过')`,
        [alert, kind],
      );
  }

  it('counts as that of the past does, and tells how long things took', async () => {
    await eventful();
    const [now] = await new PgPresentLedger(db.database).read(question);
    const [then] = await new PgUnitLedger(db.database).read(question);
    const { medianHours, ...counted } = now!;
    expect(counted).toEqual(then);
    expect(counted.duties.acknowledge).toEqual({
      ...{ owed: 2, inTime: 1, late: 1, overdue: 0, pending: 0 },
    });
    expect(counted.duties.answer).toMatchObject({ owed: 3, overdue: 2, pending: 1 });
    // Two hours and fifteen days.
    expect(medianHours).toEqual({
      acknowledge: 181,
      answer: null,
      receipt: null,
      task: null,
      follow: null,
    });
  });

  it('leads from each figure to as many duties and findings as it counts', async () => {
    await eventful();
    const [line] = await new PgPresentLedger(db.database).read(question);
    const behind = { ...page, ...period, unit: 'scj', samples: false } as const;
    for (const kind of ['acknowledge', 'answer', 'task'] as const)
      for (const outcome of ['owed', 'inTime', 'late', 'overdue', 'pending'] as const) {
        const asked = { ...behind, sort: 'dueAt', kind, outcome, now: NOW } as const;
        const { total } = await lists.ledgerDuties(asked);
        expect([kind, outcome, total]).toEqual([kind, outcome, line?.duties[kind][outcome]]);
      }
    const found = await lists.ledgerFindings({ ...behind, sort: 'at', verdict: 'refuted' });
    expect([found.rows[0]?.because, line?.refuted]).toEqual(['查过', 1]);
  });
});

describe('what is kept quiet', () => {
  it('is told with what it holds back', async () => {
    const alert = await city.alert();
    const [silence] = await db.database.rows<{ id: string }>(
      `insert into silence (scheme, tiers, owner, because, starts_at, ends_at, made_at)
       values ('pyramid-selling', '{blue}', '王某', '专项', now(), '2027-01-01', now()) returning id`,
    );
    await db.database.rows(
      `insert into alert_hush (alert_id, change_id, cause, cause_id, because, since)
       values ($1, 1, 'silence', $2, '静默', now())`,
      [alert, silence?.id],
    );
    const silences = (inForceAt: Date | null) =>
      lists.silences({ ...page, sort: 'endsAt', inForceAt });
    expect((await silences(NOW)).rows).toMatchObject([{ owner: '王某', held: 1 }]);
    expect((await silences(new Date('2027-01-02T00:00:00+08:00'))).total).toBe(0);
    expect((await silences(null)).total).toBe(1);
    const hushed = { ...page, sort: 'tier', cause: 'silence' } as const;
    expect((await lists.hushed(hushed)).rows).toMatchObject([{ id: alert, tier: 'red' }]);
    expect((await lists.hushed({ ...hushed, cause: 'flood' })).total).toBe(0);
    await db.database.rows(`insert into flood (code, opened_at) values ('x', now())`);
    const floods = { ...page, sort: 'openedAt', isOpen: true } as const;
    expect((await lists.floods(floods)).rows).toMatchObject([
      { code: 'x', held: 0, released: null },
    ]);
  });
});
