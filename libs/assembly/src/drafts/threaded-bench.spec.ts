import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from '@jest/globals';
import { seconds } from '@risk/kit';
import type { BenchGround } from './bench-worker.js';
import { ThreadedBench } from './threaded-bench.js';

/** A thread that answers with what it was given, except that one task keeps it for ever. */
const THREAD = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id, given: [book] }) => {
    while (book === '没完没了');
    if (book === '摔倒') process.exit(1);
    parentPort.postMessage({ id, answer: book });
  });`;

let bench: ThreadedBench;
let started = 0;

const fresh = (deadline: number): void => {
  started = 0;
  bench = new ThreadedBench(() => Promise.resolve({} as BenchGround), {
    deadline: seconds(deadline),
    start: () => {
      started += 1;
      return new Worker(THREAD, { eval: true });
    },
  });
};
const ask = (book: string): Promise<unknown> => bench.whole(book as never);

afterEach(() => bench.close());

describe('tasks in a thread of their own', () => {
  it('are answered in turn by one thread', async () => {
    fresh(20);
    await expect(Promise.all(['甲', '乙', '丙'].map(ask))).resolves.toEqual(['甲', '乙', '丙']);
    expect(started).toBe(1);
  });

  it('end at the deadline, and those behind are answered by another thread', async () => {
    fresh(5);
    const [stuck, behind] = [ask('没完没了'), ask('乙')];
    await expect(stuck).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('检查超过 5 秒还没有结果，已经停止'),
    });
    await expect(behind).resolves.toBe('乙');
    expect(started).toBe(2);
  });

  it('fail with the thread that they ran in, and only they', async () => {
    fresh(20);
    const [lost, behind] = [ask('摔倒'), ask('乙')];
    await expect(lost).rejects.toThrow('检查草案的线程提前结束');
    await expect(behind).resolves.toBe('乙');
  });
});
