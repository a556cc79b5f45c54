import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Invalid } from '@risk/kit';
import { FakeLog } from '../../../kit/src/testing/fake-log.js';
import type { AlertLine, TierMove } from '../source.js';
import { linesOf } from '../testing/a-dossier.js';
import {
  aMove,
  anAlertLine,
  anOwing,
  compositionOf,
  FixedLedgers,
  FixedSource,
} from '../testing/fixed-source.js';
import { assembled } from './compose-bulletin.js';

const linesIn = async (...asked: Parameters<typeof compositionOf>) =>
  linesOf({ blocks: (await compositionOf(...asked)).body });

/** A source in which alerts cannot be read, and everything else can. */
class WithoutAlerts extends FixedSource {
  constructor(private readonly error: Error) {
    super({ moves: [aMove()] });
  }

  override raised = () => Promise.reject(this.error);
}

describe('a bulletin', () => {
  const source = new FixedSource({
    raised: [anAlertLine()],
    moves: [aMove()],
    owing: [anOwing()],
  });

  it('begins with what matters most, then each section in the order of the policy', async () => {
    const lines = await linesIn(['moves', 'alerts'], { source });
    expect(lines.slice(0, 2)).toEqual([
      '# 本期要情',
      '等级上调 1 件、下调 0 件（下调均由人工作出）。新增预警 1 件：橙色 1 件。',
    ]);
    const headings = lines.filter((line) => ['# 等级变动', '# 新增预警'].includes(line));
    expect(headings).toEqual(['# 等级变动', '# 新增预警']);
  });

  it('gathers figures, sheets and names of all sections', async () => {
    const { figures, sheets, named, isQuiet, broken } = await compositionOf(['alerts', 'moves'], {
      source,
    });
    expect(figures.map(({ label }) => label)).toEqual(['新增预警', '等级上调', '等级下调']);
    expect(sheets.map(({ name }) => name)).toEqual(['新增预警', '等级变动']);
    expect(named).toEqual([{ entityId: '7', name: '甲投资' }]);
    expect([isQuiet, broken]).toEqual([false, []]);
  });

  it('is quiet when nothing happened, and says so', async () => {
    const { isQuiet, body } = await compositionOf(['moves', 'ledger']);
    expect(isQuiet).toBe(true);
    expect(linesOf({ blocks: body })[1]).toBe('本期没有需要报告的事项。');
  });

  it('is the same for the same question', async () => {
    const sections = ['feeds', 'alerts', 'moves', 'owing', 'comparison', 'ledger'];
    const [first, second] = [
      await compositionOf(sections, { source }),
      await compositionOf(sections, { source }),
    ];
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
  });

  it('of a section that nobody knows is no bulletin', async () => {
    await expect(compositionOf(['weather'])).rejects.toThrow('no section is called weather');
  });
});

/** A source that answers about alerts when it is told to, and remembers what else it was asked. */
class SlowAboutAlerts extends FixedSource {
  readonly told: string[] = [];
  answer: () => void = () => undefined;

  override raised = (): Promise<AlertLine[]> => {
    this.told.push('alerts');
    return new Promise((resolve) => (this.answer = () => resolve([anAlertLine()])));
  };

  override moves = (): Promise<TierMove[]> => {
    this.told.push('moves');
    return Promise.resolve([aMove()]);
  };
}

describe('sections', () => {
  it('are read beside one that takes long, and stand in their order', async () => {
    const source = new SlowAboutAlerts();
    const composed = linesIn(['alerts', 'moves', 'ledger'], { source });
    await nextTurn();
    expect(source.told).toEqual(['alerts', 'moves']);
    source.answer();
    const headings = (await composed).filter((line) => line.startsWith('# '));
    expect(headings.indexOf('# 新增预警')).toBeLessThan(headings.indexOf('# 等级变动'));
  });

  it('are read two at a time and no more', async () => {
    const source = new SlowAboutAlerts();
    void compositionOf(['alerts', 'alerts', 'moves'], { source });
    await nextTurn();
    expect(source.told).toEqual(['alerts', 'alerts']);
    source.answer();
    await nextTurn();
    expect(source.told).toEqual(['alerts', 'alerts', 'moves']);
  });
});

describe('a section that breaks', () => {
  const brokenBy = (error: Error, log = new FakeLog()) =>
    compositionOf(['alerts', 'moves'], { source: new WithoutAlerts(error) }, { log });

  it('is named with why, and seen in its own place; the others stand', async () => {
    const { broken, body, isQuiet } = await brokenBy(new Invalid('预警表正在迁移'));
    expect(broken).toEqual([{ section: '新增预警', why: '预警表正在迁移' }]);
    const lines = linesOf({ blocks: body });
    expect(lines[lines.indexOf('# 新增预警') + 1]).toBe('【本部分未能生成】预警表正在迁移');
    expect(lines).toContain('# 上调');
    expect(isQuiet).toBe(false);
  });

  it('is the first thing that the summary says', async () => {
    const { body } = await brokenBy(new Invalid('x'));
    expect(linesOf({ blocks: body })[1]).toMatch(
      /^“新增预警”未能生成，本期不完整，不得签发。等级上调 1 件/,
    );
  });

  it('keeps for the log what only a programmer understands', async () => {
    const log = new FakeLog();
    const { broken, body } = await brokenBy(new TypeError('x is not a function'), log);
    expect(broken[0]?.why).toBe('读取数据时出错，详见运行日志');
    expect(JSON.stringify(body)).not.toContain('not a function');
    expect(log.lines).toMatchObject([
      { level: 'error', facts: { section: 'alerts', error: 'TypeError: x is not a function' } },
    ]);
  });

  it('does not make a bulletin quiet although nothing else happened', async () => {
    const source = new FixedSource();
    source.failing = new Error('down');
    const { isQuiet, broken } = await compositionOf(['alerts', 'ledger'], {
      source,
      ledgers: new FixedLedgers(),
    });
    expect([isQuiet, broken.length]).toEqual([false, 1]);
  });
});

it('nothing at all is said to be nothing', () => {
  expect(linesOf({ blocks: assembled([]).body })).toEqual([
    '# 本期要情',
    '本期没有需要报告的事项。',
  ]);
});
