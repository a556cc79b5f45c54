import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { concernsOf } from './concerns-of.js';
import type { HouseReading } from './house-state.js';
import { switchesOf } from './switches-of.js';
import { TellHouseState, type HouseSigns } from './tell-house-state.js';

const AT = new Date('2026-11-28T01:00:00Z');
const WAITING = {
  ...{ notices: [], oldestDueNotice: null, deadLetters: 0, oldestDeadLetter: null },
  ...{ untoldChanges: 0, oldestUntoldChange: null, overdueDuties: 0 },
};
const DATABASE = {
  ...{ version: '17.2', sizeBytes: 9, migrationsApplied: 3, migrationsKnown: 3 },
  ...{ lastMigration: 'x', isEmbedded: true, pool: { total: 2, idle: 2, waiting: 0 } },
};
const PROCESS = {
  ...{ version: '1', commit: null, node: 'v20', startedAt: AT },
  ...{ residentBytes: 9, heapBytes: 9, lagSeconds: 0.01 },
};
const WELL: HouseReading = {
  ...{ at: AT, missing: [], feeds: [], waiting: WAITING, database: DATABASE, process: PROCESS },
  sources: { late: 0, fresh: 1, free: 0, never: 0 },
  audit: { lines: 5, verified: null, witnessedAt: AT },
  switches: [{ name: '邮件', isOn: true, note: '' }],
};

describe('what is not well', () => {
  it('is nothing where all is well', () => {
    expect(concernsOf(WELL)).toEqual([]);
  });

  it.each<[string, 'bad' | 'look', Partial<HouseReading>]>([
    ['数据库不可用', 'bad', { missing: ['数据库不可用'] }],
    ['读不到数据库里的数', 'bad', { waiting: null }],
    ['还差 1 次升级', 'bad', { database: { ...DATABASE, migrationsApplied: 2 } }],
    [
      ...(['3 个请求在等数据库连接', 'bad'] as const),
      { database: { ...DATABASE, pool: { total: 8, idle: 0, waiting: 3 } } },
    ],
    ['最早的已等 2 小时', 'bad', { waiting: { ...WAITING, oldestDueNotice: 7_300 } }],
    [
      ...(['3 条通知未送达', 'look'] as const),
      {
        waiting: {
          ...WAITING,
          notices: [
            { state: 'unknown', count: 1 },
            { state: 'refused', count: 2 },
            { state: 'sent', count: 9 },
          ],
        },
      },
    ],
    [
      '最早的已放 5 分钟',
      'look',
      { waiting: { ...WAITING, deadLetters: 2, oldestDeadLetter: 300 } },
    ],
    ['最早的已放 3 天', 'bad', { waiting: { ...WAITING, deadLetters: 2, oldestDeadLetter: 3e5 } }],
    [
      ...(['4 条预警变化没有发往 Kafka', 'bad'] as const),
      { waiting: { ...WAITING, untoldChanges: 4, oldestUntoldChange: 900 } },
    ],
    ['2 个来源超过约定', 'look', { sources: { late: 2, fresh: 0, free: 0, never: 0 } }],
    ['5 项应办事项已经逾期', 'look', { waiting: { ...WAITING, overdueDuties: 5 } }],
    [
      ...(['核验发现 1 处不符', 'bad'] as const),
      { audit: { lines: 5, witnessedAt: AT, verified: { state: 'done', at: AT, faults: 1 } } },
    ],
    [
      ...(['核验没有跑完', 'look'] as const),
      { audit: { lines: 5, witnessedAt: AT, verified: { state: 'failed', at: AT, faults: 0 } } },
    ],
    ['延迟 500 毫秒', 'look', { process: { ...PROCESS, lagSeconds: 0.5 } }],
    ['没有接通邮件', 'look', { switches: [{ name: '邮件', isOn: false, note: '' }] }],
  ])('%s is %s, with what to do about it', (words, grade, change) => {
    const [concern, ...more] = concernsOf({ ...WELL, ...change });
    expect(more).toEqual([]);
    expect(concern?.grade).toBe(grade);
    expect(concern?.sentence).toContain(words);
    expect(concern?.remedy.length).toBeGreaterThan(5);
  });

  it('comes by its gravity', () => {
    const waiting = { ...WAITING, overdueDuties: 1, untoldChanges: 1, oldestUntoldChange: 1_000 };
    const told = concernsOf({ ...WELL, missing: ['Kafka 不可用'], waiting });
    expect(told.map(({ grade }) => grade)).toEqual(['bad', 'bad', 'look']);
  });
});

describe('the state of the house', () => {
  const signs: HouseSigns = {
    switches: WELL.switches,
    missing: () => Promise.resolve([]),
    arrivals: () => Promise.resolve({ feeds: [], sources: WELL.sources }),
    waiting: () => Promise.resolve({ ...WAITING, auditLines: 5 }),
    audit: (lines) => Promise.resolve({ lines, verified: null, witnessedAt: AT }),
    database: () => Promise.resolve(DATABASE),
    process: () => Promise.resolve(PROCESS),
  };
  const state = (change: Partial<HouseSigns> = {}) =>
    new TellHouseState({ ...signs, ...change }, new FakeClock(AT.toISOString())).run();

  it('is what its parts tell', async () => {
    expect(await state()).toEqual({ ...WELL, concerns: [] });
  });

  it('is told as far as it can be read', async () => {
    const away = () => Promise.reject(new Error('away'));
    const told = await state({ waiting: away, database: away, arrivals: away });
    expect(told).toMatchObject({ waiting: null, database: null, audit: null, feeds: null });
    expect(told.concerns.map(({ sentence }) => sentence)).toEqual(['读不到数据库里的数']);
  });
});

it('a switch says yes or no and never where to', () => {
  const told = switchesOf(
    {
      ...{ smtpUrl: 'smtp://user:secret@mail.example', kafkaBrokers: ['k:9092'], metrics: null },
      ...{ identityPlatform: null, publicPage: { ownPlace: null }, samples: false },
    },
    2,
  );
  expect(told.map(({ isOn }) => isOn)).toEqual([true, true, true, false, true, false, false]);
  expect(JSON.stringify(told)).not.toMatch(/secret|mail\.example|9092/);
});
