import { describe, expect, it } from '@jest/globals';
import type { UnitOfWork } from '@risk/kit';
import { NOW } from '../../../assessment/src/testing/judged.js';
import type { HandOverFacts } from '../handover/hand-over.js';
import { thresholdsOf } from '../handover/thresholds.js';
import type { HandOverStore } from '../handover/ports.js';
import type { MeetingStore } from '../meeting/ports.js';
import type { VerificationStore } from '../verification/ports.js';
import { evidence, NOTHING_OPEN } from './desk-bed.js';

/** The stores of the desk over a house in which some alerts are raised. */
export interface DeskStores {
  readonly work: UnitOfWork;
  readonly verifications: VerificationStore;
  readonly handOvers: HandOverStore;
  readonly meetings: MeetingStore;
  /** Raises an alert on a new entity. */
  readonly raise: () => Promise<{ readonly alertId: string; readonly entityId: string }>;
}

export const verificationOn = (alertId: string) => ({
  alertId,
  unit: 'jrb',
  officers: ['张某', '李某'],
  by: '王某',
  because: '红色预警',
  at: NOW,
});

export const visit = {
  kind: 'visit',
  happenedAt: new Date('2026-11-01T09:30:00+08:00'),
  officers: ['张某', '李某'],
  result: '门店在营业，墙上挂着“保本”',
  approver: null,
  evidence: ['attachment:1'],
  by: '张某',
  because: '现场核查',
  at: NOW,
  corrects: null,
} as const;

export const factsOn = (alertId: string, more: Partial<HandOverFacts> = {}): HandOverFacts => ({
  alert: { id: alertId, tier: 'red', stage: 'raised', raisedAt: NOW, sample: false },
  entity: { id: '1', name: '甲公司', uscc: null, address: '北湖区1号', regionCode: '431002' },
  index: {
    score: 87.654321,
    scheme: 'illegal-fundraising',
    dimensions: { compliance: 1, inducement: 2, spread: 3, complaint: 4, relation: 5 },
    elements: { illegality: true, publicity: false, inducement: true, sociality: false },
    reasons: [{ code: 'x', because: '承诺保本' }],
  },
  complaints: 3,
  complainants: 2,
  amount: { value: 1_234_567.89, source: 'officers' },
  people: { value: 160, source: 'complaints' },
  losses: { value: null, source: null },
  aggravated: ['influence'],
  thresholds: thresholdsOf({ amount: 1, people: 2, losses: null, aggravated: [] }),
  verification: null,
  evidence: [evidence('1')],
  from: { code: 'jrb', name: '市委金融办' },
  to: { code: 'gaj', name: '市公安局' },
  officers: ['张某', '李某'],
  approver: '刘主任',
  by: '张某',
  because: '涉嫌犯罪',
  at: NOW,
  ...more,
});

const MARK = { name: '移送.zip', size: 12_345, sha256: 'a'.repeat(64), sm3: 'b'.repeat(64) };

export const handOverOn = (alertId: string) => ({
  alertId,
  follows: null,
  facts: factsOn(alertId),
  package: MARK,
  dutyId: '5',
  dueAt: NOW,
});

const filed = {
  answer: 'filed',
  number: '郴公（经）立字〔2026〕1号',
  receivedOn: '2026-11-03',
  by: '张某',
  because: '收到通知书',
  at: NOW,
} as const;

export const meetingOn = (heldOn: string) => ({
  heldOn,
  title: '联席会议',
  chair: '陈市长',
  units: ['jrb', 'gaj'],
  by: '王某',
  because: '半年例会',
  at: NOW,
  sample: false,
  agenda: [
    { no: 1, kind: 'red', alertId: '7', unit: null, subject: '甲公司', because: '未办结' } as const,
  ],
  matters: {
    ...NOTHING_OPEN,
    reds: [
      { alertId: '7', entityName: '甲公司', tier: 'red', stage: 'raised', raisedAt: NOW } as const,
    ],
  },
});

const DECISION = {
  item: 1,
  decision: '由市场监管局牵头',
  by: '王某',
  because: '登记地在本市',
  at: NOW,
  tasks: [
    { unit: 'scj', what: '查处广告', dueAt: NOW, dutyId: '8' },
    { unit: 'jrb', what: '组织认定', dueAt: NOW, dutyId: '9' },
  ],
};

/** What every store of the desk promises; the fakes and the real ones all pass it. */
export function promisesOfDeskStores(open: () => Promise<DeskStores>): void {
  describe('verifications', () => {
    it('are kept as they were opened, in their order, each alert its own', async () => {
      const { work, verifications, raise } = await open();
      const [a, b] = [await raise(), await raise()];
      const keep = (alertId: string) =>
        work.run((tx) => verifications.open(tx, verificationOn(alertId)));
      const first = await keep(a.alertId);
      const second = await keep(a.alertId);
      expect(first).toEqual({
        id: first.id,
        entityId: a.entityId,
        ...verificationOn(a.alertId),
        entries: [],
      });
      const of = (alertId: string) => work.run((tx) => verifications.ofAlert(tx, alertId));
      expect(await of(a.alertId)).toEqual([first, second]);
      expect(await of(b.alertId)).toEqual([]);
      expect(await work.run((tx) => verifications.find(tx, '999'))).toBeNull();
    });

    it('grow by entries, which come back as they were noted', async () => {
      const { work, verifications, raise } = await open();
      const { alertId } = await raise();
      const { id } = await work.run((tx) => verifications.open(tx, verificationOn(alertId)));
      const first = await work.run((tx) => verifications.append(tx, id, visit));
      const finding = {
        kind: 'element',
        element: 'illegality',
        finding: 'met',
        evidence: [`entry:${first.id}`],
        by: '李某',
        because: '没有许可',
        at: NOW,
        corrects: null,
      } as const;
      const second = await work.run((tx) => verifications.append(tx, id, finding));
      const again = { ...finding, finding: 'unclear', corrects: second.id } as const;
      const third = await work.run((tx) => verifications.append(tx, id, again));
      const found = await work.run((tx) => verifications.find(tx, id));
      expect(first).toEqual({ id: first.id, ...visit });
      expect(found?.entries).toEqual([
        first,
        { id: second.id, ...finding },
        { id: third.id, ...again },
      ]);
    });
  });

  describe('hand-overs', () => {
    it('keep the facts to the letter and in their order, so that they can be packed again', async () => {
      const { work, handOvers, raise } = await open();
      const { alertId } = await raise();
      const kept = await work.run((tx) => handOvers.keep(tx, handOverOn(alertId)));
      expect(kept).toEqual({ id: kept.id, ...handOverOn(alertId), taken: null, receipts: [] });
      const found = await work.run((tx) => handOvers.find(tx, kept.id));
      expect(JSON.stringify(found?.facts)).toBe(JSON.stringify(factsOn(alertId)));
    });

    it('say that they were taken in', async () => {
      const { work, handOvers, raise } = await open();
      const { alertId } = await raise();
      const { id } = await work.run((tx) => handOvers.keep(tx, handOverOn(alertId)));
      const taken = { by: '李某', because: '材料齐全', at: filed.at };
      await work.run((tx) => handOvers.takeIn(tx, id, taken));
      expect(await work.run((tx) => handOvers.find(tx, id))).toMatchObject({ id, taken });
    });

    it('are listed, the newest first, with their receipts in order', async () => {
      const { work, handOvers, raise } = await open();
      const { alertId } = await raise();
      const keep = (follows: string | null) =>
        work.run((tx) => handOvers.keep(tx, { ...handOverOn(alertId), follows }));
      const first = await keep(null);
      const more = { ...filed, answer: 'material', number: null } as const;
      const asked = await work.run((tx) => handOvers.answer(tx, first.id, more));
      const told = await work.run((tx) => handOvers.answer(tx, first.id, filed));
      const second = await keep(first.id);
      expect(asked).toEqual({ id: asked.id, ...more });
      const list = await work.run((tx) => handOvers.list(tx, 10));
      expect(list).toEqual([second, { ...first, receipts: [asked, told] }]);
      expect(await work.run((tx) => handOvers.list(tx, 1))).toEqual([second]);
      expect(await work.run((tx) => handOvers.ofAlert(tx, alertId))).toEqual([...list].reverse());
    });
  });

  describe('meetings', () => {
    it('are kept with their agenda, decisions and tasks, and listed with how far they are', async () => {
      const { work, meetings } = await open();
      const { id } = await work.run((tx) => meetings.keep(tx, meetingOn('2026-12-01')));
      const later = await work.run((tx) => meetings.keep(tx, meetingOn('2026-12-02')));
      await work.run((tx) => meetings.decide(tx, id, DECISION));
      await work.run((tx) => meetings.decide(tx, id, { ...DECISION, item: null, tasks: [] }));
      const found = await work.run((tx) => meetings.lock(tx, id));
      const [first, second] = found!.decisions;
      const { tasks, ...rest } = DECISION;
      expect(found).toMatchObject({ id, ...meetingOn('2026-12-01') });
      expect(first).toMatchObject({ ...rest, tasks: tasks.map((t) => ({ ...t, done: null })) });
      expect(second).toMatchObject({ item: null, tasks: [] });

      const taskId = first!.tasks[0]!.id;
      const done = { by: '赵某', because: '已查处', at: NOW };
      expect(await work.run((tx) => meetings.ofTask(tx, taskId))).toBe(id);
      await work.run((tx) => meetings.finish(tx, taskId, done));
      const after = await work.run((tx) => meetings.find(tx, id));
      expect(after?.decisions[0]?.tasks.map((task) => task.done)).toEqual([done, null]);
      const list = await work.run((tx) => meetings.list(tx, 10));
      expect(list.map((l) => [l.id, l.items, l.tasks, l.tasksDone])).toEqual([
        [later.id, 1, 0, 0],
        [id, 1, 2, 1],
      ]);
    });

    it('that are not there are null', async () => {
      const { work, meetings } = await open();
      expect(await work.run((tx) => meetings.find(tx, '999'))).toBeNull();
      expect(await work.run((tx) => meetings.lock(tx, '999'))).toBeNull();
      expect(await work.run((tx) => meetings.ofTask(tx, '999'))).toBeNull();
    });
  });
}
