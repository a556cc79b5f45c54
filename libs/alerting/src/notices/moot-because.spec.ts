import { describe, expect, it } from '@jest/globals';
import { alert } from '../testing/verdicts.js';
import { leasedNotice, noticeAlert, noticeDuty, NOW } from '../testing/notices.js';
import { mootBecause } from './moot-because.js';
import type { LeasedNotice } from './ports.js';

const closed = { status: 'closed', stage: 'closed' } as const;
const merged = (tier: 'red' | 'yellow') =>
  noticeAlert({ status: 'merged', tier: 'orange', merged: { into: '9', tier } });
const later = new Date(NOW.getTime() + 60_000);

describe('a notice whose turn has come', () => {
  it.each<[string, Partial<LeasedNotice>, string | null]>([
    ['an alert that stands', {}, null],
    ['an alert that was closed', { alert: noticeAlert(closed) }, '预警已办结'],
    ['an alert merged into a stronger one', { alert: merged('red') }, '已并入预警 9'],
    ['an alert that stands above its goal', { alert: merged('yellow') }, null],
    [
      'progress of a closed alert: it is closed',
      { kind: 'progress', alert: noticeAlert(closed) },
      null,
    ],
    ['a duty that stands', { kind: 'reminder', duty: noticeDuty() }, null],
    ['a duty done', { kind: 'reminder', duty: noticeDuty({ isDone: true }) }, '事项已办理'],
    [
      'a duty no longer owed',
      { kind: 'escalation', duty: noticeDuty({ voidBecause: '已改派' }) },
      '事项已不需办理：已改派',
    ],
    ['a paused duty', { kind: 'escalation', duty: noticeDuty({ isPaused: true }) }, '已暂停计时'],
    [
      'a deadline moved into the future',
      { kind: 'escalation', duty: noticeDuty({ dueAt: later }) },
      '时限已改为 2026-11-02 09:01，尚未到期',
    ],
    [
      'a digest of which something is open',
      { kind: 'digest', items: [{ noticeId: '1', alert: alert(), dueAt: null, knownTo: null }] },
      null,
    ],
    [
      'a digest of which nothing is open',
      {
        kind: 'digest',
        items: [{ noticeId: '1', alert: alert(closed), dueAt: null, knownTo: null }],
      },
      '所列预警均已办结或并案',
    ],
  ])('%s', (_name, over, because) => {
    expect(mootBecause(leasedNotice(over), NOW)).toBe(because);
  });
});
