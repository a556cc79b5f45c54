import { Worker } from 'node:worker_threads';
import { Invalid, minutes, seconds, type Milliseconds } from '@risk/kit';
import type { BenchAnswer, BenchGround, BenchMessage, BenchTasks } from './bench-worker.js';

/** The same tasks, answered later. */
export type Bench = {
  readonly [Name in keyof BenchTasks]: (
    ...given: Parameters<BenchTasks[Name]>
  ) => Promise<ReturnType<BenchTasks[Name]>>;
};

/** Nobody drafts all day; a thread that stands by takes memory. */
const IDLE = minutes(10);

/** Longer than the slowest honest check on a busy machine, shorter than the patience of whoever waits. */
const DEADLINE = seconds(30);

/** How a thread is started, and how long one task may take. */
export interface BenchSetting {
  readonly start: (ground: BenchGround) => Worker;
  readonly deadline: Milliseconds;
}

const SETTING: BenchSetting = {
  start: (workerData) => new Worker(new URL('./bench-worker.js', import.meta.url), { workerData }),
  deadline: DEADLINE,
};

/** The task that a thread has, and who waits for it. */
interface Waiting {
  readonly id: number;
  readonly worker: Worker;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Compiles and tries drafts in a thread of its own, so that records go on being judged meanwhile. The thread has one
 * task at a time: one that does not end is ended with its thread, and those behind it get another.
 */
export class ThreadedBench implements Bench {
  private worker: Promise<Worker> | null = null;
  private idle: NodeJS.Timeout | null = null;
  private waiting: Waiting | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private last = 0;

  constructor(
    private readonly ground: () => Promise<BenchGround>,
    private readonly setting: BenchSetting = SETTING,
  ) {}

  readonly check: Bench['check'] = (...given) => this.ask('check', given);
  readonly whole: Bench['whole'] = (...given) => this.ask('whole', given);
  readonly try: Bench['try'] = (...given) => this.ask('try', given);
  readonly tryChanges: Bench['tryChanges'] = (...given) => this.ask('tryChanges', given);
  readonly difference: Bench['difference'] = (...given) => this.ask('difference', given);

  async close(): Promise<void> {
    if (this.idle) clearTimeout(this.idle);
    const ending = this.worker;
    this.worker = null;
    await (await ending?.catch(() => null))?.terminate();
  }

  /** Waits for its turn, whatever became of those before. */
  private ask<Name extends keyof BenchTasks>(
    name: Name,
    given: Parameters<BenchTasks[Name]>,
  ): Promise<ReturnType<BenchTasks[Name]>> {
    const answer = this.turn.then(() => this.hand(name, given));
    this.turn = answer.catch(() => null);
    return answer as Promise<ReturnType<BenchTasks[Name]>>;
  }

  private async hand(name: keyof BenchTasks, given: readonly unknown[]): Promise<unknown> {
    const worker = await this.standing();
    if (this.idle) clearTimeout(this.idle);
    this.idle = setTimeout(() => void this.close(), IDLE).unref();
    const id = (this.last += 1);
    const answer = new Promise<unknown>((resolve, reject) => {
      this.waiting = { id, worker, resolve, reject };
    });
    const watch = setTimeout(() => void this.giveUp(worker), this.setting.deadline);
    worker.postMessage({ id, name, given } satisfies BenchMessage);
    return answer.finally(() => {
      clearTimeout(watch);
    });
  }

  /** Ends the thread of a task that does not end. */
  private async giveUp(worker: Worker): Promise<void> {
    this.worker = null;
    this.lose(worker, new Invalid(tookTooLong(this.setting.deadline)));
    await worker.terminate();
  }

  /** The thread that stands by; one that cannot be started, or that ends, makes room for another. */
  private standing(): Promise<Worker> {
    if (this.worker) return this.worker;
    const starting = this.start(() => {
      if (this.worker === starting) this.worker = null;
    });
    this.worker = starting;
    return starting;
  }

  private async start(ended: () => void): Promise<Worker> {
    const ground = await this.ground().catch((error: unknown) => {
      ended();
      throw error;
    });
    const worker = this.setting.start(ground);
    const lose = (error: Error): void => {
      ended();
      this.lose(worker, error);
    };
    worker.on('message', (answer: BenchAnswer) => {
      this.take(answer);
    });
    worker.on('error', lose);
    worker.on('exit', () => {
      lose(new Error('检查草案的线程提前结束'));
    });
    return worker;
  }

  private take(answer: BenchAnswer): void {
    const asked = this.waiting;
    if (asked?.id !== answer.id) return;
    this.waiting = null;
    if ('answer' in answer) asked.resolve(answer.answer);
    else if ('refused' in answer) asked.reject(new Invalid(answer.says));
    else asked.reject(new Error(answer.failed));
  }

  /** Whoever waits for a thread that ended is told; the next task starts another. */
  private lose(worker: Worker, error: Error): void {
    const asked = this.waiting;
    if (asked?.worker !== worker) return;
    this.waiting = null;
    asked.reject(error);
  }
}

const tookTooLong = (deadline: Milliseconds): string =>
  `检查超过 ${deadline / 1_000} 秒还没有结果，已经停止：多半是规则里的正则表达式太慢，或者文字太长，请改写后再试`;
