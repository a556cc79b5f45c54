import { beforeEach, describe, expect, it } from '@jest/globals';
import { DeskBed, NOTHING_OPEN, UNITS } from '../testing/desk-bed.js';
import type { DecisionRequest } from './decide-at-meeting.js';
import type { Matters } from './matters.js';
import { minutesOf } from './minutes.js';
import type { MeetingRequest } from './prepare-meeting.js';

const AT = new Date('2026-11-20T09:00:00+08:00');
const DUE = new Date('2026-11-25T18:00:00+08:00');
const OPEN: Matters = {
  reds: [{ alertId: '7', entityName: '甲公司', tier: 'red', stage: 'raised', raisedAt: AT }],
  disputes: [
    {
      alertId: '8',
      entityName: '乙公司',
      unit: 'scj',
      by: '赵某',
      because: '登记地在外县',
      at: AT,
    },
  ],
  overdue: [
    {
      ...{ dutyId: '3', alertId: null, entityName: null, unit: 'jrb', kind: 'task' },
      ...{ subject: '清理名录', dueAt: DUE },
    },
  ],
  receipts: [
    {
      ...{ handOverId: '2', alertId: '9', entityName: '丙公司', unit: 'gaj' },
      ...{ handedOverAt: AT, dueAt: DUE },
    },
  ],
};

let bed: DeskBed;
beforeEach(async () => {
  bed = await DeskBed.made();
  bed.matters.matters = OPEN;
});

const prepare = (more: Partial<MeetingRequest> = {}) =>
  bed.prepare.run(bed.tx, {
    heldOn: '2026-12-01',
    chair: '陈市长',
    units: [],
    samples: false,
    by: '王某',
    because: '半年例会',
    ...more,
  });

const decide = (more: Partial<DecisionRequest> = {}) =>
  bed.decide.run(bed.tx, {
    meetingId: '1',
    item: 1,
    decision: '由市场监管局先行查处广告',
    tasks: [{ unit: 'scj', what: '查处广告', dueOn: '2026-12-10' }],
    by: '王某',
    because: '会议一致同意',
    seen: bed.meetings.kept[0]?.decisions.at(-1)?.id ?? null,
    ...more,
  });

const finish = (more: object = {}) =>
  bed.finish.run(bed.tx, { taskId: '1', by: '钱某', because: '已查处', ...more });

describe('preparing', () => {
  it('builds the agenda from what is open, and keeps what it was built from', async () => {
    const meeting = await prepare();
    expect(meeting.agenda.map(({ no, kind, unit }) => [no, kind, unit])).toEqual([
      [1, 'red', null],
      [2, 'dispute', 'scj'],
      [3, 'overdue', 'jrb'],
      [4, 'receipt', 'gaj'],
    ]);
    expect(meeting.agenda.map(({ because }) => because)).toEqual([
      '红色预警，2026-11-20 09:00 提出，尚未办结',
      '市市场监管局（赵某）2026-11-20 09:00 提出：登记地在外县；依据《防范和处置非法集资条例》第二十条',
      '市委金融办应于 2026-11-25 18:00 前办理',
      '2026-11-20 09:00 移送市公安局，尚无回执，应于 2026-11-25 18:00 前回执',
    ]);
    expect(meeting).toMatchObject({
      title: '联席会议',
      matters: OPEN,
      units: ['scj', 'jrb', 'gaj'],
    });
    bed.matters.matters = NOTHING_OPEN;
    expect(bed.meetings.kept[0]?.agenda).toHaveLength(4);
  });

  it('says what is overdue of an alert, though the duty itself says no more than its kind', async () => {
    const [task] = OPEN.overdue;
    const owed = { ...task!, alertId: '7', entityName: '甲公司', kind: 'answer', subject: '' };
    bed.matters.matters = {
      ...NOTHING_OPEN,
      overdue: [owed, { ...owed, subject: '清理名录' }, task!],
    };
    expect((await prepare()).agenda.map(({ subject }) => subject)).toEqual([
      '甲公司：反馈',
      '甲公司：清理名录',
      '清理名录',
    ]);
  });

  it.each<[Partial<MeetingRequest>, string]>([
    [{ heldOn: '2026-11-26' }, 'heldOn：会议日期 2026-11-26 早于今天'],
    [{ heldOn: 'morgen' }, 'heldOn：不是日期'],
    [{ chair: '' }, 'chair：'],
    [{ units: ['x'] }, 'units：没有代码为“x”的单位'],
    [{ by: '' }, 'by：'],
  ])('%j is refused: %s', async (more, words) => {
    await expect(prepare(more)).rejects.toThrow(words);
    expect(bed.meetings.kept).toEqual([]);
  });
});

describe('deciding', () => {
  beforeEach(async () => {
    await prepare();
    bed.clock.goTo('2026-12-01T10:00:00+08:00');
  });

  it('waits for the day of the meeting', async () => {
    bed.clock.goTo('2026-11-30T23:59:00+08:00');
    await expect(decide()).rejects.toMatchObject({
      kind: 'conflict',
      message: '会议 1 定于 2026-12-01 召开，还没有开会，不能记录决定',
    });
    expect(bed.duties.owed).toEqual([]);
    bed.clock.goTo('2026-12-01T00:00:00+08:00');
    expect((await decide()).decisions).toHaveLength(1);
  });

  it('turns what was decided into duties of units, until the end of their day', async () => {
    const { decisions } = await decide();
    expect(decisions).toMatchObject([
      { item: 1, tasks: [{ unit: 'scj', done: null, dutyId: '1' }] },
    ]);
    expect(bed.duties.owed).toMatchObject([
      {
        alertId: '7',
        unit: 'scj',
        kind: 'task',
        subject: '查处广告',
        because: '联席会议 2026-12-01 决定',
        dueAt: new Date('2026-12-10T23:59:59.999+08:00'),
      },
    ]);
  });

  it('outside of the agenda concerns no alert, and need not give tasks', async () => {
    await decide({ item: null });
    expect(bed.duties.owed[0]?.alertId).toBeNull();
    expect((await decide({ item: null, tasks: [] })).decisions).toHaveLength(2);
  });

  it.each<[Partial<DecisionRequest>, string]>([
    [{ item: 5 }, 'item：议题只有 4 个，没有第 5 个'],
    [{ decision: ' ' }, 'decision：不能为空'],
    [{ tasks: [{ unit: 'x', what: '查', dueOn: '2026-12-10' }] }, 'tasks.unit：'],
    [{ tasks: [{ unit: 'jrb', what: '', dueOn: '2026-12-10' }] }, 'tasks.what：'],
    [{ tasks: [{ unit: 'jrb', what: '查', dueOn: '2026-11-26' }] }, 'tasks.dueOn：期限'],
    [{ tasks: [{ unit: 'jrb', what: '查', dueOn: '2026-13-01' }] }, 'tasks.dueOn：不是日期'],
    [{ meetingId: '9' }, '没有会议“9”'],
    [{ seen: '4' }, '这次会议没有编号为 4 的决定'],
  ])('%j is refused: %s', async (more, words) => {
    await expect(decide(more)).rejects.toThrow(words);
    expect(bed.meetings.kept[0]?.decisions).toEqual([]);
    expect(bed.duties.owed).toEqual([]);
  });

  it('is refused to who did not see what was decided meanwhile', async () => {
    await decide();
    await expect(decide({ seen: null })).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('a task', () => {
  beforeEach(async () => {
    await prepare();
    bed.clock.goTo('2026-12-01T10:00:00+08:00');
    await decide();
  });

  it('is finished once, and its duty with it', async () => {
    await finish();
    expect(bed.duties.owed[0]?.doneBy).toBe('钱某');
    await expect(finish({ by: '孙某' })).rejects.toMatchObject({
      kind: 'conflict',
      message: '任务 1 已由 钱某 于 2026-12-01 10:00 报告完成（已查处）',
    });
    await expect(finish({ taskId: '9' })).rejects.toThrow('没有任务“9”');
  });

  it('stands in the minutes with its unit and whether it is done', async () => {
    await decide({ item: null, decision: '下月再议', tasks: [] });
    await finish();
    const minutes = minutesOf(bed.meetings.kept[0]!, (unit) => UNITS[unit]!);
    expect(minutes).toMatchObject({
      title: '联席会议',
      unitNames: ['市市场监管局', '市委金融办', '市公安局'],
      tasks: [
        {
          unitName: '市市场监管局',
          what: '查处广告',
          dueOn: '2026-12-10',
          doneOn: '2026-12-01',
        },
      ],
    });
    expect(minutes.items.map(({ kind, decisions }) => [kind, decisions])).toEqual([
      ['红色预警', ['由市场监管局先行查处广告']],
      ['管辖争议', []],
      ['逾期未办', []],
      ['移送未回执', []],
      ['其他', ['下月再议']],
    ]);
  });
});
