import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EvidenceShelf, type Evidence, type NoteRequest } from '@risk/cases';
import { loadConfig } from '@risk/settings';
import { verdict } from '../../alerting/src/testing/verdicts.js';
import { Story } from '../../assessment/src/testing/knowledge-bed.js';
import { evidence, JsonPackages } from '../../cases/src/testing/desk-bed.js';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { emptyPgBed } from '../../store/src/testing/pg-bed.js';
import { storeDatabase } from '../../store/src/testing/store-database.js';
import { FakeLog } from '../../kit/src/testing/fake-log.js';
import { tieAlerts, type AlertDesk } from './alert-desk.js';
import { compileEngines, type Engines } from './compile-engines.js';
import { DutiesOnTheLadder, StepsByLife } from './desk-ports.js';
import { tieDesk, type WorkDesk } from './tie-desk.js';

class OneFile extends EvidenceShelf {
  of(): Promise<readonly Evidence[]> {
    return Promise.resolve([evidence('5')]);
  }
}

let db: Awaited<ReturnType<typeof storeDatabase>>;
let engines: Engines;
let alerts: AlertDesk;
let desk: WorkDesk;
let alertId: string;
const clock = new FakeClock();
beforeAll(async () => {
  db = await storeDatabase();
  engines = compileEngines(await loadConfig('config'));
});
afterAll(() => db.drop());

beforeEach(async () => {
  clock.goTo('2026-11-27T10:00:00+08:00');
  const story = new Story(await emptyPgBed(db.database));
  const { work } = story.bed;
  const { database } = db;
  alerts = tieAlerts({ engines, database, work, clock, log: new FakeLog() });
  const ports = {
    steps: new StepsByLife(alerts),
    duties: new DutiesOnTheLadder(),
    shelf: new OneFile(),
    packages: new JsonPackages(),
  };
  desk = tieDesk({ database, work, clock, engines }, ports);
  const entityId = await story.found('uscc:91431002MA4L000017', 'name:甲公司');
  const payload = { text: '13812345678', amount: 1_500_000, people: 12 };
  await story.complaint(entityId, 'c1', { reporterKey: 'p', payload });
  await work.run((tx) => alerts.raising.run(tx, [verdict(entityId, 'red')]));
  [{ id: alertId } = { id: '' }] = await db.database.rows<{ id: string }>('select id from alert');
});

const latest = async (): Promise<string> => {
  const [row] = await db.database.rows<{ id: string }>('select max(id) as id from alert_change');
  return row!.id;
};
const OFFICERS = ['张某', '李某'];
const open = async (by = '王某') =>
  desk.verifications.open({
    ...{ alertId, unit: 'jrb', officers: OFFICERS, by, because: '红色预警' },
    seen: await latest(),
  });
const prove = async (verificationId: string) => {
  let seen: string | null = null;
  for (const element of ['illegality', 'inducement', 'sociality'] as const) {
    const note = { kind: 'element', element, finding: 'met', evidence: ['record:1'] } as const;
    const told: NoteRequest = {
      ...{ verificationId, note, by: '张某', because: '查明', corrects: null, seen },
    };
    seen = (await desk.verifications.note(told)).id;
  }
  return seen;
};
const end = async (verificationId: string, seenEntry: string | null, more: object = {}) =>
  desk.verifications.conclude({
    ...{ verificationId, verdict: 'confirmed', scheme: 'illegal-fundraising', exposedOn: null },
    ...{ losses: 1, people: 2, by: '张某', because: '三性具备' },
    ...{ seen: await latest(), seenEntry, seenOutcome: null, ...more },
  });
const handOver = async (by = '张某') =>
  desk.handOvers.make({
    ...{ alertId, unit: 'jrb', to: 'gaj', officers: OFFICERS, approver: '刘主任' },
    number: '郴金办函〔2026〕1号',
    ...{ amount: null, people: null, losses: null, aggravated: [], by, because: '涉嫌犯罪' },
    seen: await latest(),
  });
const count = async (table: string) => (await db.database.rows(`select 1 from ${table}`)).length;
const kinds = async () =>
  (await db.database.rows<{ kind: string }>('select kind from alert_change order by id')).map(
    ({ kind }) => kind,
  );

/** How many of several attempts at once came through; the others were conflicts in words. */
async function winners(attempts: readonly Promise<unknown>[]): Promise<number> {
  const settled = await Promise.allSettled(attempts);
  const lost = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as object] : []));
  for (const reason of lost) expect(reason).toMatchObject({ kind: 'conflict' });
  return settled.length - lost.length;
}

describe('a case from alert to outcome', () => {
  it('is verified, confirmed, handed over, declined, and counted', async () => {
    const { id } = await open();
    await end(id, await prove(id));
    expect(await kinds()).toEqual(['raised', 'verifying', 'confirmed']);

    const made = await handOver();
    expect(made.facts).toMatchObject({
      amount: { value: 1_500_000, source: 'complaints' },
      complainants: 1,
      verification: { id, checklist: [{ finding: 'met' }, { finding: 'met' }, { finding: 'met' }] },
      from: { name: desk.unitName('jrb') },
    });
    expect(JSON.stringify(made)).not.toContain('13812345678');
    // Friday: the third working day after it is Wednesday.
    expect(made.dueAt.toISOString().slice(0, 10)).toBe('2026-12-02');
    expect(await desk.handOvers.package(made.id)).toMatchObject({ sha256: made.package.sha256 });

    const meeting = await desk.meetings.prepare({
      ...{ heldOn: '2026-12-01', chair: '陈市长', units: [], samples: false },
      ...{ by: '王某', because: '例会' },
    });
    expect(meeting.agenda.map(({ kind }) => kind)).toEqual(['red', 'receipt']);
    expect(meeting.title).toBe('全市防范化解涉众型非法经营活动稳定风险联席会议');
    const task = { unit: 'gaj', what: '三日内回执', dueOn: '2026-12-02' };
    clock.goTo('2026-12-01T10:00:00+08:00');
    await desk.meetings.decide({
      ...{ meetingId: meeting.id, item: 2, decision: '催办', tasks: [task] },
      ...{ by: '王某', because: '超期', seen: null },
    });

    await desk.handOvers.receipt({
      ...{ handOverId: made.id, answer: 'declined', number: '1号', receivedOn: '2026-11-27' },
      ...{ by: '李某', because: '情节显著轻微', seen: null },
    });
    expect((await kinds()).slice(3)).toEqual(['transferred', 'verifying']);

    const ledger = await desk.ledger({ from: '2026-11-01', to: null, unit: null, samples: false });
    expect(ledger.lines).toMatchObject([
      { unit: 'gaj', duties: { receipt: { owed: 1, inTime: 1 }, task: { owed: 1, pending: 1 } } },
      { unit: 'jrb', confirmed: 1, duties: { follow: { owed: 1, pending: 1 } } },
    ]);
    expect((await desk.meetings.minutes(meeting.id)).tasks).toMatchObject([
      { unitName: desk.unitName('gaj'), doneOn: null },
    ]);
  });

  it('is not closed while its verification is open, and is once that has its result', async () => {
    const { id } = await open();
    const close = async () =>
      alerts.take({
        ...{ alertId, kind: 'closed', unit: 'jrb', by: '王某', because: '归档' },
        seen: await latest(),
      });
    await expect(close()).rejects.toThrow(`核查任务 ${id} 还没有结论，不能办结`);
    expect(await kinds()).toEqual(['raised', 'verifying']);
    await end(id, await prove(id));
    await close();
    expect((await kinds()).at(-1)).toBe('closed');
  });

  it('keeps nothing of a conclusion whose alert has moved on', async () => {
    const { id } = await open();
    const seenEntry = await prove(id);
    await expect(end(id, seenEntry, { seen: '1' })).rejects.toMatchObject({ kind: 'conflict' });
    expect(await count('outcome')).toBe(0);
    expect((await desk.verifications.find(id)).entries).toHaveLength(3);
    expect(await kinds()).toEqual(['raised', 'verifying']);
  });
});

describe('two at once', () => {
  it('open one verification', async () => {
    expect(await winners([open('甲'), open('乙'), open('丙')])).toBe(1);
    expect(await count('verification')).toBe(1);
  });

  it('conclude one verification, once', async () => {
    const { id } = await open();
    const seenEntry = await prove(id);
    expect(await winners([end(id, seenEntry), end(id, seenEntry)])).toBe(1);
    expect(await count('outcome')).toBe(1);
  });

  it('hand over once', async () => {
    expect(await winners([handOver('甲'), handOver('乙')])).toBe(1);
    expect(await count('handover')).toBe(1);
    expect(await count("duty where kind = 'receipt'")).toBe(1);
  });

  it('finish a task once', async () => {
    const { id } = await desk.meetings.prepare({
      ...{ heldOn: '2026-12-01', chair: '陈市长', units: [], samples: false },
      ...{ by: '王某', because: '例会' },
    });
    clock.goTo('2026-12-01T10:00:00+08:00');
    const task = { unit: 'jrb', what: '查', dueOn: '2026-12-10' };
    const decision = { meetingId: id, item: null, decision: '查', tasks: [task, task] };
    const { decisions } = await desk.meetings.decide({
      ...{ ...decision, by: '王某', because: '急', seen: null },
    });
    const taskId = decisions[0]!.tasks[0]!.id;
    const finish = (by: string) => desk.meetings.finish({ taskId, by, because: '完成' });
    expect(await winners([finish('甲'), finish('乙'), finish('丙')])).toBe(1);
    expect(await desk.meetings.list(10)).toMatchObject([{ tasks: 2, tasksDone: 1 }]);
  });
});
