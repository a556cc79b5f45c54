import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hours } from '@risk/kit';
import { reason, verdict } from '../../../alerting/src/testing/verdicts.js';
import { Story } from '../../../assessment/src/testing/knowledge-bed.js';
import { emptyPgBed } from '../testing/pg-bed.js';
import { PgCity } from '../testing/pg-city.js';
import { storeDatabase } from '../testing/store-database.js';
import { PgAlertBook } from './pg-alert-book.js';
import { PgDebuts } from './pg-debuts.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let story: Story;
let city: PgCity;
beforeAll(async () => {
  db = await storeDatabase();
});
beforeEach(async () => {
  story = new Story(await emptyPgBed(db.database));
  city = new PgCity(db.database);
});
afterAll(() => db.drop());

const held = () =>
  db.database.rows<{ told: boolean | null }>(
    'select alert_id, cause, cause_id, told from alert_hush order by id',
  );

describe('an alert in the database', () => {
  it('goes its way from raised to closed, and what was owed ends with it', async () => {
    const id = await story.found('name:a');
    await city.raise(id, 'orange');
    await city.step('acknowledged', { unit: 'county' });
    await city.step('acknowledged');
    expect((await city.alerts())[0]).toMatchObject({ stage: 'acknowledged', status: 'open' });
    expect((await city.duties()).map(({ line }) => line)).toEqual([
      'office answer',
      'county answer',
    ]);
    await city.step('verifying');
    await city.step('confirmed', { detail: { visits: 2 } });
    await city.step('closed');
    expect((await city.alerts())[0]).toMatchObject({ stage: 'closed', status: 'closed' });
    expect(await city.duties()).toEqual([]);
    const log = await db.database.rows(
      'select kind, by, unit, from_stage, to_stage, detail from alert_change order by id',
    );
    expect(log.slice(-2)).toEqual([
      {
        kind: 'confirmed',
        by: '张某',
        unit: 'office',
        from_stage: 'verifying',
        to_stage: 'confirmed',
        detail: { visits: 2 },
      },
      {
        kind: 'closed',
        by: '张某',
        unit: 'office',
        from_stage: 'confirmed',
        to_stage: 'closed',
        detail: null,
      },
    ]);
  });

  it('changed when a person did something, not when time passed', async () => {
    const id = await story.found('name:a');
    await city.raise(id, 'orange');
    const changed = async () =>
      (await db.database.rows<{ at: Date }>('select changed_at as at from alert'))[0]!.at;
    const raised = await changed();
    city.clock.advance(hours(9));
    await city.tick();
    expect(await changed()).toEqual(raised);
    await city.step('noted', { because: '已电话联系' });
    expect(await changed()).toEqual(city.clock.now());
    expect((await city.alerts())[0]).toMatchObject({ stage: 'raised' });
  });

  it('keeps its log: nothing of it is changed or taken away, except that it was published', async () => {
    const id = await story.found('name:a');
    await city.raise(id, 'orange');
    await db.database.rows('update alert_change set published_at = now()');
    for (const sql of [
      "update alert_change set because = 'x'",
      "update alert_change set by = 'x'",
      'delete from alert_change',
    ])
      await expect(db.database.rows(sql)).rejects.toThrow('只能追加');
    await db.database.rows('delete from alert');
    expect(await db.database.rows('select from alert_change')).toEqual([]);
  });

  it('that was refuted rests once closed; only a higher tier opens another', async () => {
    const id = await story.found('name:a');
    await city.raise(id, 'yellow');
    await city.step('refuted');
    await city.raise(id, 'yellow');
    await city.step('closed');
    await city.raise(id, 'yellow');
    expect(await city.alerts()).toHaveLength(1);
    await city.raise(id, 'orange');
    expect(await city.alerts()).toHaveLength(2);
    await city.raise(await story.found('name:b'), 'blue');
    await expect(city.step('reopened')).rejects.toThrow('另有一件未办结');
  });

  it('that was refuted is taken up by stronger evidence', async () => {
    const id = await story.found('name:a');
    await city.raise(id, 'yellow');
    await city.step('refuted');
    await city.raise(id, 'red', ['b']);
    expect((await city.alerts())[0]).toMatchObject({ stage: 'raised', tier: 'red' });
    expect(await city.duties()).toHaveLength(4);
  });

  it('gives the earlier of two deadlines and a ladder that begins anew when it rises', async () => {
    const id = await story.found('name:a');
    await city.raise(id, 'blue');
    const due = () =>
      db.database.rows<object>('select due_at, first_due_at, round from duty order by id');
    const before = await due();
    city.clock.advance(hours(1));
    await city.raise(id, 'red', ['b']);
    expect(await due()).toEqual(before.map((one) => ({ ...one, round: 2 })));
  });

  it('calls ever higher ones, each once, also when two look at once', async () => {
    await city.raise(await story.found('name:a'), 'orange');
    const before = (await city.mails()).length;
    for (let hour = 0; hour < 8; hour++) {
      await Promise.all([city.tick(), new PgCityAt(city).tick()]);
      city.clock.advance(hours(1));
    }
    const called = (await city.mails()).slice(before).filter((m) => m.includes('acknowledge#1.'));
    expect(called).toEqual([
      'office/liaison acknowledge#1.1:remind-1',
      'office/liaison acknowledge#1.1:overdue-1',
      'office/head acknowledge#1.1:overdue-2',
      'office/liaison acknowledge#1.1:overdue-3',
      'office/convener acknowledge#1.1:overdue-4',
    ]);
  });

  it('pauses and goes on with the time that was left', async () => {
    await city.raise(await story.found('name:a'), 'orange');
    city.clock.advance(hours(10));
    await city.step('paused', { because: '等待审计报告' });
    city.clock.advance(hours(100));
    await city.step('resumed');
    const [row] = await db.database.rows<{ due_at: Date; paused_at: Date | null; round: number }>(
      "select due_at, paused_at, round from duty where unit = 'office' and kind = 'answer'",
    );
    expect(row).toEqual({
      due_at: new Date(city.clock.now().getTime() + hours(30)),
      paused_at: null,
      round: 2,
    });
  });

  it('runs again with the time that was left when it rises during a pause', async () => {
    const id = await story.found('name:a');
    await city.raise(id, 'yellow');
    city.clock.advance(hours(39));
    await city.step('paused', { because: '等待审计报告' });
    city.clock.advance(hours(100));
    await city.raise(id, 'red', ['b']);
    expect(
      await db.database.rows(
        "select due_at, paused_at from duty where unit = 'office' and kind = 'answer'",
      ),
    ).toEqual([{ due_at: new Date(city.clock.now().getTime() + hours(1)), paused_at: null }]);
  });
});

describe('an alert that was assigned', () => {
  it('is led by whom it was assigned to last, also when it is opened again and when it rises', async () => {
    const id = await story.found('name:a');
    await city.raise(id, 'orange');
    await city.step('assigned', { toUnit: 'county', because: '登记地在本县' });
    await city.step('assigned', { unit: 'county', toUnit: 'health', because: '医疗机构' });
    await expect(city.step('refuted', { unit: 'county' })).rejects.toThrow('只有主办单位');
    await city.step('refuted', { unit: 'health' });
    await city.step('reopened', { unit: 'health' });
    await city.raise(id, 'red', ['b']);
    const leads = await db.database.rows(
      "select distinct unit from duty where role = 'lead' and done_at is null and void_at is null",
    );
    expect(leads).toEqual([{ unit: 'health' }]);
    const told = await city.work.run((tx) => city.on.life.toldUnits(tx, '1'));
    expect(told.map(({ unit, role }) => `${unit} ${role}`)).toEqual([
      'county assist',
      'health lead',
      'office copy',
      'police copy',
    ]);
  });
});

/** The same city looked at by another process at the same time. */
class PgCityAt extends PgCity {
  constructor(other: PgCity) {
    super(other.database);
    this.clock.goTo(other.clock.now().toISOString());
  }
}

describe('two officials at once', () => {
  it('never overwrite each other, whoever comes first', async () => {
    await city.raise(await story.found('name:a'), 'orange');
    const seen = await city.on.lastLine('1');
    const other = new PgCityAt(city);
    const tries = await Promise.allSettled([
      city.step('verifying', { seen }),
      other.step('refuted', { seen }),
      city.step('transferred', { seen }),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const steps = await db.database.rows(
      "select from alert_change where kind in ('verifying', 'refuted', 'transferred')",
    );
    expect(steps).toHaveLength(1);
  });

  it('who merge crosswise do not wait for each other for ever', async () => {
    await city.raise(await story.found('name:a'), 'orange');
    await city.raise(await story.found('name:b'), 'orange');
    const other = new PgCityAt(city);
    const tries = await Promise.allSettled([city.merge('1', '2'), other.merge('2', '1')]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('merged alerts in the database', () => {
  const owed = (alertId: string) =>
    db.database.rows<{ unit: string; kind: string; due_at: Date }>(
      `select unit, role, kind, due_at from duty
       where alert_id = $1 and done_at is null and void_at is null order by id`,
      [alertId],
    );

  it('go on as one and can be taken apart, each with what it had', async () => {
    const [a, b] = [await story.found('name:a'), await story.found('name:b')];
    await city.raise(a, 'orange');
    await city.raise(b, 'yellow');
    await city.step('acknowledged', { alertId: '2' });
    const before = await owed('2');
    expect(before.map(({ unit, kind }) => `${unit} ${kind}`)).toEqual([
      'office answer',
      'county acknowledge',
      'county answer',
    ]);
    await city.merge('2', '1');
    expect((await city.alerts())[1]).toMatchObject({ status: 'merged', merged_into: '1' });
    expect(await owed('2')).toEqual(before);
    expect(await city.raise(b, 'yellow', ['b'])).toEqual({ raised: 0, upgraded: 0 });
    city.clock.advance(hours(9));
    await city.unmerge('2');
    const mails = (await city.mails()).length;
    await city.tick();
    expect((await city.alerts())[1]).toMatchObject({
      status: 'open',
      stage: 'acknowledged',
      merged_into: null,
    });
    expect(await owed('2')).toEqual(before);
    expect((await city.mails()).slice(mails - 3, mails)).toEqual([
      'county/liaison unmerged#7',
      'office/liaison unmerged#7',
      'police/liaison unmerged#7',
    ]);
  });

  it('end with the result of the one that goes on, and are owed again once taken out', async () => {
    const [a, b] = [await story.found('name:a'), await story.found('name:b')];
    await city.raise(a, 'orange');
    await city.raise(b, 'orange');
    const before = await owed('2');
    await city.merge('2', '1');
    await city.step('refuted');
    expect(await owed('2')).toEqual([]);
    await city.unmerge('2');
    expect(await owed('2')).toEqual(before);
    expect(await owed('1')).toEqual([]);
  });

  it('part by themselves when the other rises above', async () => {
    const [a, b] = [await story.found('name:a'), await story.found('name:b')];
    await city.raise(a, 'orange');
    await city.raise(b, 'yellow');
    await expect(city.merge('1', '2')).rejects.toThrow('不能并入等级较低的一件');
    await city.merge('2', '1');
    await city.raise(b, 'orange', ['c']);
    expect(await held()).toEqual([{ alert_id: '2', cause: 'merged', cause_id: '1', told: null }]);
    await city.raise(b, 'red', ['d']);
    expect((await city.alerts())[1]).toMatchObject({ status: 'open', merged_into: null });
    expect(await held()).toMatchObject([{ told: true }]);
    await city.step('acknowledged', { alertId: '2', unit: 'county' });
    const log = await db.database.rows(
      'select kind, by, detail from alert_change where alert_id = 1 order by id desc limit 1',
    );
    expect(log).toEqual([{ kind: 'released', by: null, detail: { from: '2' } }]);
  });

  it('show the earliest deadline of all that is done there', async () => {
    const [a, b] = [await story.found('name:a'), await story.found('name:b')];
    await city.raise(b, 'orange');
    city.clock.advance(hours(1));
    await city.raise(a, 'orange');
    const due = async (id: string) =>
      (await db.database.rows<{ due_at: Date }>('select due_at from alert where id = $1', [id]))[0]
        ?.due_at;
    const [early, late] = [await due('1'), await due('2')];
    await city.merge('1', '2');
    expect(await due('2')).toEqual(early);
    await city.unmerge('1');
    expect([await due('1'), await due('2')]).toEqual([early, late]);
  });
});

describe('silences and kin in the database', () => {
  it('a silence is of somebody who is there, and of the whole entity that is meant', async () => {
    await expect(city.silence({ entityId: '987654' })).rejects.toThrow('entity：没有主体 987654');
    const [part, whole] = [await story.found('name:a'), await story.found('name:b')];
    await story.merge(part, whole);
    await city.silence({ entityId: part });
    expect(await db.database.rows('select entity_id from silence')).toEqual([{ entity_id: whole }]);
    await city.raise(whole, 'blue');
    expect(await city.mails()).toEqual([]);
  });

  it('the life of an alert that is none is not an empty one', async () => {
    await expect(new PgAlertBook(db.database).lifeOf('99999999')).rejects.toThrow(
      '没有预警 99999999',
    );
  });

  it('hold back and let go: at the end of a silence everybody is told', async () => {
    const id = await story.found('name:a');
    await city.silence({ entityId: id });
    await city.raise(id, 'blue');
    await city.tick();
    expect([await city.mails(), await city.duties()]).toEqual([[], []]);
    city.clock.advance(hours(25));
    await Promise.all([city.tick(), new PgCityAt(city).tick()]);
    expect(await city.mails()).toHaveLength(3);
    expect(await held()).toMatchObject([{ told: true }]);
  });

  it('a red silences the blues of who is tied to it, in one group, until it is over', async () => {
    const [a, b, c] = [
      await story.found('name:a', 'phone:1'),
      await story.found('name:b', 'phone:1'),
      await story.found('name:c'),
    ];
    await city.raise(a, 'red');
    await city.raiseAll([verdict(b, 'blue'), verdict(c, 'blue')]);
    expect((await city.mails()).filter((mail) => mail.includes('raised:blue'))).toHaveLength(3);
    expect((await city.alerts()).map(({ group_id }) => group_id)).toEqual(['1', '1', null]);
    await city.step('refuted');
    await city.tick();
    expect((await city.mails()).filter((mail) => mail.includes('raised:blue'))).toHaveLength(6);
  });

  it('a tie of registrations counts as well, a key of too many does not', async () => {
    const ties = { representative: ['张三@4310'] };
    const [a, b] = [await story.found('name:a'), await story.found('name:b')];
    await story.describe(a, { ties });
    await story.describe(b, { ties });
    for (let i = 0; i < 31; i++) await story.found(`name:many${i}`, 'phone:9');
    const [c, d] = [await story.found('name:c', 'phone:9'), await story.found('name:d', 'phone:9')];
    await city.raiseAll([a, b, c, d].map((id) => verdict(id, 'orange')));
    expect((await city.alerts()).map(({ group_id }) => group_id)).toEqual(['1', '1', null, null]);
  });

  it('a new rule that raises too many is held, told to the office once, and released', async () => {
    const debuts = new PgDebuts();
    const note = (codes: string[]) =>
      story.bed.work.run((tx) => debuts.note(tx, codes, city.clock.now()));
    await note(['a']);
    await note(['a', 'new']);
    const ids = await Promise.all(['a', 'b', 'c', 'd'].map((n) => story.found(`name:${n}`)));
    await city.raiseAll(ids.map((id) => verdict(id, 'orange', [reason('new')])));
    await city.raise(await story.found('name:e'), 'red', ['new']);
    await city.raise(await story.found('name:f'), 'red', ['a']);
    expect((await city.mails()).filter((mail) => !mail.includes('raised:red#6'))).toEqual([
      'office/liaison flood#1',
    ]);
    await city.endFlood('1', true);
    await city.tick();
    expect((await city.mails()).filter((mail) => mail.includes('~'))).toHaveLength(15);
    expect((await held()).every((one) => one.told === true)).toBe(true);
  });
});
