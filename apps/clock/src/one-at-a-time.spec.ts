import { describe, expect, it } from '@jest/globals';
import { FakeLog } from '../../../libs/kit/src/testing/fake-log.js';
import { OneAtATime } from './one-at-a-time.js';

/** A job whose runs end when the test says so. */
class Job {
  begun = 0;
  private readonly ends: { resolve(): void; reject(error: unknown): void }[] = [];

  readonly run = (): Promise<void> => {
    this.begun += 1;
    return new Promise((resolve, reject) => this.ends.push({ resolve, reject }));
  };

  finish(): void {
    this.ends.shift()?.resolve();
  }

  fail(error: unknown): void {
    this.ends.shift()?.reject(error);
  }
}

function started() {
  const job = new Job();
  const log = new FakeLog();
  return { job, log, runner: new OneAtATime('deliver', log, job.run) };
}

/** Whether a promise has settled by now. */
async function settled(promise: Promise<unknown>): Promise<boolean> {
  const first = await Promise.race([promise.then(() => 'done'), new Promise(setImmediate)]);
  return first === 'done';
}

describe('a job', () => {
  it('runs once, however often the clock ticks meanwhile', async () => {
    const { job, runner } = started();
    const first = runner.tick();
    await Promise.all([runner.tick(), runner.tick()]);
    expect(job.begun).toBe(1);
    job.finish();
    await first;
  });

  it('runs again at the tick after its end', async () => {
    const { job, runner } = started();
    for (const times of [1, 2, 3]) {
      const run = runner.tick();
      expect(job.begun).toBe(times);
      job.finish();
      await run;
    }
  });

  it.each<[string, (job: Job) => void]>([
    ['an error', (job) => job.fail(new Error('no database'))],
    ['something that is no error', (job) => job.fail('no database')],
  ])('that fails with %s is logged and tried again', async (_name, fail) => {
    const { job, log, runner } = started();
    const run = runner.tick();
    fail(job);
    await run;
    expect(log.lines).toEqual([
      {
        level: 'warn',
        sentence: 'a scheduled job failed and will be tried again',
        facts: { job: 'deliver', error: expect.stringContaining('no database') },
      },
    ]);
    void runner.tick();
    expect(job.begun).toBe(2);
  });

  it('that throws before it gives a promise is no different', async () => {
    const log = new FakeLog();
    let calls = 0;
    const runner = new OneAtATime('broken', log, () => {
      calls += 1;
      throw new TypeError('bug');
    });
    await runner.tick();
    await runner.tick();
    expect([calls, log.lines.length]).toEqual([2, 2]);
  });
});

describe('the end of the house', () => {
  it('waits for the run that goes on, and for nothing when none does', async () => {
    const { job, runner } = started();
    const run = runner.tick();
    const idle = runner.idle();
    expect(await settled(idle)).toBe(false);
    job.finish();
    await idle;
    await run;
    expect(await settled(new OneAtATime('x', new FakeLog(), job.run).idle())).toBe(true);
  });

  it('lets no late tick begin another run', async () => {
    const { job, runner } = started();
    await runner.idle();
    await runner.tick();
    expect(job.begun).toBe(0);
  });
});
