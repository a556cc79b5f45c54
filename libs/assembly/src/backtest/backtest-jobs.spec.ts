import { beforeEach, describe, expect, it } from '@jest/globals';
import { Conflict } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeLog } from '../../../kit/src/testing/fake-log.js';
import type { EditionTest } from './backtest-edition.js';
import { BacktestJobs } from './backtest-jobs.js';

const TEST = {
  ...{ editionId: '3', by: '张三', because: '看看影响' },
  period: { from: new Date(0), to: new Date(1) },
};

/** Backtests that end when they are told to. */
class Scene {
  refusal: Error | null = null;
  readonly running: { readonly test: EditionTest; end: (error?: Error) => void }[] = [];
  readonly log = new FakeLog();
  readonly jobs = new BacktestJobs({
    advance: {
      allowed: () => (this.refusal ? Promise.reject(this.refusal) : Promise.resolve()),
    },
    backtest: {
      run: (test: EditionTest) =>
        new Promise<never>((resolve, reject) => {
          this.running.push({
            test,
            end: (error) => {
              if (error) reject(error);
              else resolve(null as never);
            },
          });
        }),
    },
    clock: new FakeClock(),
    log: this.log,
  });
}

let scene: Scene;
beforeEach(() => {
  scene = new Scene();
});

describe('a backtest that nobody waits for', () => {
  it('tells how far it has come, and that it is done', async () => {
    expect(scene.jobs.of('3')).toBeNull();
    expect(await scene.jobs.start(TEST)).toMatchObject({ state: 'running', by: '张三', done: 0 });
    scene.running[0]?.test.onProgress?.(20, 90, '重放记录');
    expect(scene.jobs.of('3')).toMatchObject({ done: 20, of: 90, what: '重放记录' });
    scene.running[0]?.end();
    await scene.jobs.idle();
    expect(scene.jobs.of('3')).toMatchObject({ state: 'done', problem: null });
  });

  it('lets no other begin beside it, and another after it', async () => {
    await scene.jobs.start(TEST);
    await expect(scene.jobs.start({ ...TEST, editionId: '4' })).rejects.toThrow('正在回测版本 3');
    scene.running[0]?.end();
    await scene.jobs.idle();
    expect(await scene.jobs.start({ ...TEST, editionId: '4' })).toMatchObject({ state: 'running' });
  });

  it.each([
    [new Conflict('没有记录'), '没有记录'],
    [new Error('socket hang up'), '服务器出错，请稍后再试'],
  ])('says why it failed, in words for people: %s', async (error, problem) => {
    await scene.jobs.start(TEST);
    scene.running[0]?.end(error);
    await scene.jobs.idle();
    expect(scene.jobs.of('3')).toMatchObject({ state: 'failed', problem });
    expect(scene.log.lines).toMatchObject([{ level: 'warn' }]);
  });

  it('does not begin where the step may not be taken', async () => {
    scene.refusal = new Conflict('版本 3 已撤回');
    await expect(scene.jobs.start(TEST)).rejects.toThrow('已撤回');
    expect(scene.jobs.of('3')).toBeNull();
  });
});
