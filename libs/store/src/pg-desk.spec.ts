import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RaiseAlerts } from '@risk/alerting';
import { TellNobody } from '../../alerting/src/testing/tell-nobody.js';
import { verdict } from '../../alerting/src/testing/verdicts.js';
import { NOW, daysAgo } from '../../assessment/src/testing/judged.js';
import { Story } from '../../assessment/src/testing/knowledge-bed.js';
import {
  handOverOn,
  meetingOn,
  promisesOfDeskStores,
  verificationOn,
  visit,
} from '../../cases/src/testing/desk-stores.contract.js';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { PgAlerts } from './pg-alerts.js';
import { PgCaseRecords } from './pg-case-records.js';
import { PgHandOvers } from './pg-hand-overs.js';
import { PgMatterBook } from './pg-matter-book.js';
import { PgMeetings } from './pg-meetings.js';
import { PgUnitLedger } from './pg-unit-ledger.js';
import { PgVerifications } from './pg-verifications.js';
import { removeSamples } from './remove-samples.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
const stores = {
  verifications: new PgVerifications(),
  handOvers: new PgHandOvers(),
  meetings: new PgMeetings(),
};
const clock = new FakeClock();
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

/** Empty tables, and a way to raise alerts. */
async function begin() {
  const story = new Story(await emptyPgBed(db.database));
  const { work } = story.bed;
  let founded = 0;
  const raise = async (sample = false) => {
    const entityId = await story.foundAs([`name:甲${++founded}`], { sample });
    const use = new RaiseAlerts(new PgAlerts(), new TellNobody(), clock);
    await work.run((tx) => use.run(tx, [{ ...verdict(entityId, 'red'), sample }]));
    const rows = await db.database.rows<{ id: string }>(
      'select id from alert where entity_id = $1',
      [entityId],
    );
    return { alertId: rows[0]!.id, entityId };
  };
  return { story, work, raise, ...stores };
}

const count = async (table: string): Promise<number> =>
  (await db.database.rows(`select 1 from ${table}`)).length;

describe('the stores of the desk in PostgreSQL', () => {
  promisesOfDeskStores(begin);
});

/** Every table of the desk, and a column to tamper with. */
const TAMPERED = {
  verification: 'because',
  verification_entry: 'because',
  handover: 'sha256',
  handover_receipt: 'because',
  handover_taken: 'because',
  meeting: 'because',
  meeting_decision: 'because',
  meeting_task: 'what',
  meeting_task_done: 'because',
};
const TABLES = Object.keys(TAMPERED);

/** One row in each table of the desk. */
async function worked(sample: boolean) {
  const house = await begin();
  const { work, raise, verifications, handOvers, meetings } = house;
  const { alertId } = await raise(sample);
  await work.run(async (tx) => {
    const { id } = await verifications.open(tx, verificationOn(alertId));
    const first = await verifications.append(tx, id, visit);
    await verifications.append(tx, id, { ...visit, corrects: first.id });
    const handOver = await handOvers.keep(tx, handOverOn(alertId));
    const receipt = { answer: 'material', number: null, receivedOn: '2026-11-03' } as const;
    await handOvers.takeIn(tx, handOver.id, { by: '张', because: '齐全', at: NOW });
    await handOvers.answer(tx, handOver.id, { ...receipt, by: '张', because: '函', at: NOW });
    const meeting = await meetings.keep(tx, { ...meetingOn('2026-12-01'), sample });
    await meetings.decide(tx, meeting.id, {
      ...{ item: null, decision: '查', by: '王', because: '急', at: NOW },
      tasks: [{ unit: 'jrb', what: '查', dueAt: NOW, dutyId: '1' }],
    });
    const [decision] = (await meetings.find(tx, meeting.id))!.decisions;
    await meetings.finish(tx, decision!.tasks[0]!.id, { by: '王', because: '完', at: NOW });
  });
  return { ...house, alertId };
}

describe('what was done on a case', () => {
  it.each(Object.entries(TAMPERED))(
    '%s cannot be changed, removed or emptied',
    async (table, column) => {
      await worked(false);
      for (const sql of [
        `update ${table} set ${column} = ${column}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ])
        await expect(db.database.rows(sql)).rejects.toThrow(/只能追加|只许追加/);
      expect(await count(table)).toBeGreaterThan(0);
    },
  );

  it('keeps its alert and its entity, too', async () => {
    await worked(false);
    for (const table of ['alert', 'entity'])
      await expect(db.database.rows(`delete from ${table}`)).rejects.toThrow('有核查或移送');
  });

  it('on samples goes with the samples', async () => {
    const { work } = await worked(true);
    await work.run((tx) => removeSamples(tx, []));
    for (const table of [...TABLES, 'alert'])
      expect([table, await count(table)]).toEqual([table, 0]);
  });

  it.each([
    [
      'one officer twice',
      `insert into verification (alert_id, unit, officers, opened_by, because, opened_at)
       select id, 'jrb', '{张,张}', '王', '急', now() from alert`,
      'verification_two_officers',
    ],
    [
      'approved by whoever asked',
      `insert into handover (alert_id, facts, package_name, package_size, sha256, sm3, to_unit, duty_id,
         due_at, made_by, approver, made_at)
       select id, '{}', 'x', 1, repeat('a', 64), repeat('b', 64), 'gaj', 1, now(), '王', '王', now() from alert`,
      'handover_approved_by_another',
    ],
    [
      'an entry corrected twice',
      `insert into verification_entry (verification_id, kind, noted_by, because, noted_at, detail, corrects)
       select verification_id, kind, noted_by, because, noted_at, detail, corrects from verification_entry
       where corrects is not null`,
      'verification_entry_corrected_once',
    ],
    [
      'a decision of the police without a number',
      `insert into handover_receipt (handover_id, answer, received_on, entered_by, because, entered_at)
       select id, 'filed', '2026-11-03', '王', '函', now() from handover`,
      'handover_receipt_numbered',
    ],
  ])('%s is refused by the database itself', async (_name, sql, constraint) => {
    await worked(false);
    const attempt = db.database.lend((client) => client.query(sql));
    await expect(attempt).rejects.toMatchObject(
      constraint.endsWith('once') ? { kind: 'unavailable' } : { constraint },
    );
  });
});

/** A duty as alerting keeps it. */
const owe = (more: Readonly<Record<string, unknown>>) => {
  const duty = {
    ...{ unit: 'jrb', role: 'lead', kind: 'answer', subject: '反馈', because: '期限' },
    alert_id: null,
    ...('done_at' in more && { done_by: '张某' }),
    ...('void_at' in more && { void_because: '已并入' }),
    ...{ opened_at: NOW, due_at: NOW, first_due_at: NOW, ...more },
  };
  const names = Object.keys(duty);
  const places = names.map((_, at) => `$${at + 1}`);
  return db.database.rows(
    `insert into duty (${names.join(', ')}) values (${places.join(', ')})`,
    Object.values(duty),
  );
};
const step = (alertId: string, kind: string, unit: string | null, at = NOW) =>
  db.database.rows(
    `insert into alert_change (alert_id, kind, to_tier, news, at, source, by, unit, because)
     values ($1, $2, 'red', '{}', $3, 'person', '李某', $4, '登记地在外县')`,
    [alertId, kind, at, unit],
  );

describe('what a joint meeting has to talk about', () => {
  const read = (work: Awaited<ReturnType<typeof begin>>['work'], samples = false) =>
    work.run((tx) => new PgMatterBook().open(tx, NOW, samples));

  it('is what is open: reds, disputes, overdue duties, hand-overs without a receipt', async () => {
    const { work, raise, handOvers } = await begin();
    const [red, calm, closed] = [await raise(), await raise(), await raise()];
    await db.database.rows(`update alert set tier = 'yellow' where id = $1`, [calm.alertId]);
    await db.database.rows(`update alert set status = 'closed', stage = 'closed' where id = $1`, [
      closed.alertId,
    ]);
    await step(red.alertId, 'disputed', 'scj');
    await step(calm.alertId, 'disputed', 'scj');
    await step(calm.alertId, 'assigned', 'jrb');
    await owe({ alert_id: red.alertId, due_at: daysAgo(1), subject: '逾期的' });
    await owe({ due_at: daysAgo(1), done_at: NOW });
    await owe({ due_at: daysAgo(1), void_at: NOW });
    await owe({ due_at: daysAgo(1), paused_at: NOW });
    await owe({ due_at: daysAgo(-1) });
    const handOver = await work.run((tx) => handOvers.keep(tx, handOverOn(calm.alertId)));

    const matters = await read(work);
    expect(matters.reds.map((m) => m.alertId)).toEqual([red.alertId]);
    expect(matters.disputes).toMatchObject([
      { alertId: red.alertId, unit: 'scj', by: '李某', because: '登记地在外县' },
    ]);
    expect(matters.overdue.map((m) => m.subject)).toEqual(['逾期的']);
    expect(matters.receipts).toMatchObject([
      { handOverId: handOver.id, alertId: calm.alertId, unit: 'gaj', dueAt: NOW },
    ]);
  });

  it('leaves a receipt that came, and samples, out', async () => {
    const { work, raise, handOvers } = await begin();
    const [sample, real] = [await raise(true), await raise()];
    const { id } = await work.run((tx) => handOvers.keep(tx, handOverOn(real.alertId)));
    const came = { answer: 'filed', number: '1', receivedOn: '2026-11-03' } as const;
    await work.run((tx) => handOvers.answer(tx, id, { ...came, by: '张', because: '函', at: NOW }));
    expect(await read(work)).toMatchObject({ receipts: [], reds: [{ alertId: real.alertId }] });
    expect((await read(work, true)).reds.map((m) => m.alertId)).toEqual([
      sample.alertId,
      real.alertId,
    ]);
  });
});

describe('what records say of a case', () => {
  const file = new PgCaseRecords();

  it('is the sum of what each person names once, and who complained is only counted', async () => {
    const { story, work } = await begin();
    const [draft, whole] = [await story.found('name:甲'), await story.found('uscc:1', 'name:乙')];
    const tell = (to: string, id: string, reporterKey: string | null, payload: object) =>
      story.complaint(to, id, { reporterKey, payload: { text: '举报', ...payload } });
    await tell(draft, 'c1', 'p', { amount: 100, people: 3 });
    await tell(draft, 'c2', 'p', { amount: 250.5 });
    await tell(whole, 'c3', 'q', { amount: 1000, people: 5 });
    await tell(whole, 'c4', null, {});
    await story.merge(draft, whole);
    for (const id of [draft, whole])
      expect(await work.run((tx) => file.figuresOf(tx, id))).toMatchObject({
        amount: 1250.5,
        people: 5,
        complaints: 4,
        complainants: 3,
      });
  });

  it('is nothing, not zero, where nobody complained', async () => {
    const { story, work } = await begin();
    const id = await story.found('name:甲');
    const told = { amount: null, people: null, complaints: 0, complainants: 0 };
    expect(await work.run((tx) => file.figuresOf(tx, id))).toMatchObject(told);
    await expect(work.run((tx) => file.figuresOf(tx, '999'))).rejects.toThrow('没有主体');
  });

  it('tells its own records from those of others', async () => {
    const { story, work } = await begin();
    const [a, b] = [await story.found('name:甲'), await story.found('name:乙')];
    await story.complaint(a, 'c1');
    await story.complaint(b, 'c2');
    expect(await work.run((tx) => file.amongst(tx, a, ['1', '2', '9']))).toEqual(['1']);
  });
});

const justAfter = (moment: Date): Date => new Date(moment.getTime() + 1);

describe('the ledger of units', () => {
  const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
  const read = (more: object = {}) =>
    new PgUnitLedger(db.database).read({
      ...{ period: NOVEMBER, unit: null, samples: false, asOf: justAfter(NOW) },
      ...more,
    });

  it('counts every duty once, by how it ended, and findings by who found', async () => {
    const { raise } = await begin();
    const [a, b, sample] = [await raise(), await raise(), await raise(true)];
    const ack = { kind: 'acknowledge', alert_id: a.alertId, opened_at: daysAgo(0) };
    const early = daysAgo(0);
    await owe({ ...ack, due_at: NOW, done_at: early });
    await owe({ ...ack, due_at: daysAgo(-1) });
    await owe({ ...ack, alert_id: b.alertId, due_at: daysAgo(1), done_at: NOW });
    await owe({ ...ack, due_at: daysAgo(1), void_at: daysAgo(0.5) });
    await owe({ ...ack, due_at: daysAgo(0.5), void_at: daysAgo(1) });
    await owe({ ...ack, alert_id: sample.alertId });
    await owe({ unit: 'gaj', kind: 'receipt', due_at: daysAgo(1) });
    await owe({ unit: 'gaj', alert_id: a.alertId, due_at: daysAgo(1) });
    await step(a.alertId, 'paused', 'gaj');
    await owe({ unit: 'gaj', kind: 'task', opened_at: new Date('2026-10-31T23:59:00+08:00') });
    await step(a.alertId, 'confirmed', 'scj');
    await step(b.alertId, 'refuted', 'scj');
    await step(b.alertId, 'refuted', 'scj');
    const nothing = { owed: 0, inTime: 0, late: 0, overdue: 0, pending: 0 };
    expect(await read()).toMatchObject([
      {
        unit: 'gaj',
        received: 0,
        duties: {
          receipt: { owed: 1, overdue: 1, pending: 0 },
          answer: { owed: 1, overdue: 0, pending: 1 },
          task: nothing,
        },
      },
      {
        unit: 'jrb',
        received: 2,
        duties: { acknowledge: { owed: 4, inTime: 1, late: 1, overdue: 1, pending: 1 } },
      },
      { unit: 'scj', received: 0, confirmed: 1, refuted: 1 },
    ]);
    expect((await read({ unit: 'gaj' })).map(({ unit }) => unit)).toEqual(['gaj']);
    const [, withSample] = await read({ samples: true });
    expect(withSample).toMatchObject({ received: 3 });
    expect(await read({ period: { from: '2026-12-01', to: '2026-12-31' } })).toEqual([]);
  });

  it('is that of its moment, whatever was done, ended, paused or put off later', async () => {
    const { raise } = await begin();
    const { alertId } = await raise();
    const opened = { alert_id: alertId, opened_at: daysAgo(1), due_at: daysAgo(0.5) };
    for (const kind of ['acknowledge', 'answer', 'receipt', 'task', 'follow'])
      await owe({ ...opened, kind });
    const then = await read({ asOf: daysAgo(0) });
    expect(then).toMatchObject([{ unit: 'jrb', duties: { answer: { owed: 1, overdue: 1 } } }]);
    const of = (kind: string, change: string) =>
      db.database.rows(`update duty set ${change} where kind = $2`, [NOW, kind]);
    await of('acknowledge', "done_at = $1, done_by = '张某'");
    await of('receipt', "void_at = $1, void_because = '已办结'");
    await of('task', "due_at = $1::timestamptz + interval '9 days', next_at = $1, round = 2");
    await step(alertId, 'paused', 'jrb');
    await step(alertId, 'confirmed', 'jrb');
    await owe({ alert_id: alertId, unit: 'gaj' });
    expect(await read({ asOf: daysAgo(0) })).toEqual(then);
    const later = await read();
    expect(later).toMatchObject([
      { unit: 'gaj' },
      {
        unit: 'jrb',
        confirmed: 1,
        duties: {
          acknowledge: { late: 1 },
          answer: { pending: 1 },
          receipt: { owed: 1, overdue: 1 },
          task: { pending: 1 },
        },
      },
    ]);
  });
});
