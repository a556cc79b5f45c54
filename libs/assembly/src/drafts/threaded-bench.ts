import { Worker } from 'node:worker_threads';
import { Invalid, minutes } from '@risk/kit';
import type { BenchAnswer, BenchGround, BenchMessage, BenchTasks } from './bench-worker.js';

/** The same tasks, answered later. */
export type Bench = {
  readonly [Name in keyof BenchTasks]: (
    ...given: Parameters<BenchTasks[Name]>
  ) => Promise<ReturnType<BenchTasks[Name]>>;
};

/** Nobody drafts all day; a thread that stands by takes memory. */
const IDLE = minutes(10);

/** A task on its way, and the thread that has it. */
interface Waiting {
  readonly worker: Worker;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Compiles and tries drafts in a thread of its own, so that records go on being judged meanwhile. */
export class ThreadedBench implements Bench {
  private worker: Promise<Worker> | null = null;
  private idle: NodeJS.Timeout | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  constructor(private readonly ground: () => Promise<BenchGround>) {}

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

  private async ask<Name extends keyof BenchTasks>(
    name: Name,
    given: Parameters<BenchTasks[Name]>,
  ): Promise<ReturnType<BenchTasks[Name]>> {
    const worker = await this.standing();
    if (this.idle) clearTimeout(this.idle);
    this.idle = setTimeout(() => void this.close(), IDLE).unref();
    const id = (this.last += 1);
    const answer = new Promise<unknown>((resolve, reject) => {
      this.waiting.set(id, { worker, resolve, reject });
    });
    worker.postMessage({ id, name, given } satisfies BenchMessage);
    return (await answer) as ReturnType<BenchTasks[Name]>;
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
    const workerData = await this.ground().catch((error: unknown) => {
      ended();
      throw error;
    });
    const worker = new Worker(new URL('./bench-worker.js', import.meta.url), { workerData });
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
    const asked = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('answer' in answer) asked?.resolve(answer.answer);
    else if ('refused' in answer) asked?.reject(new Invalid(answer.says));
    else asked?.reject(new Error(answer.failed));
  }

  /** Whoever waits for a thread that ended is told; the next task starts another. */
  private lose(worker: Worker, error: Error): void {
    for (const [id, asked] of this.waiting) {
      if (asked.worker !== worker) continue;
      this.waiting.delete(id);
      asked.reject(error);
    }
  }
}
