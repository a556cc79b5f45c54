import { Worker } from 'node:worker_threads';
import { BulletinPress, type PressedFile } from '@risk/bulletins';
import type { Paper, Sheet } from '@risk/domain';
import { minutes } from '@risk/kit';
import type { Printed, PrintTask } from './print-worker.js';

interface Waiting {
  readonly resolve: (files: PressedFile[]) => void;
  readonly reject: (error: Error) => void;
}

/** Fonts and painter take memory: a thread that nobody needs ends. */
const IDLE = minutes(1);

/** Prints bulletins in a thread of its own: drawing and setting take seconds, and records go on coming meanwhile. */
export class PrintInThread extends BulletinPress {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private next = 0;
  private idle: NodeJS.Timeout | null = null;

  prepare(): void {
    this.thread().postMessage('prepare');
    if (this.waiting.size === 0) this.rest();
  }

  press(paper: Paper, sheets: readonly Sheet[]): Promise<PressedFile[]> {
    const task = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(task, { resolve, reject });
      const wanted: PrintTask = { task, paper, sheets };
      this.thread().postMessage(wanted);
    });
  }

  async close(): Promise<void> {
    if (this.idle) clearTimeout(this.idle);
    await this.worker?.terminate();
  }

  private thread(): Worker {
    if (this.idle) clearTimeout(this.idle);
    this.worker ??= this.started();
    // A process does not end while somebody waits for a paper; a thread at rest holds up nobody.
    this.worker.ref();
    return this.worker;
  }

  private started(): Worker {
    const worker = new Worker(new URL('./print-worker.js', import.meta.url));
    worker.on('message', (message: Printed) => {
      this.settle(message);
    });
    worker.on('error', (error) => {
      this.failAll(error);
    });
    worker.on('exit', () => {
      this.failAll(new Error('排印线程提前结束'));
      if (this.worker === worker) this.worker = null;
    });
    return worker;
  }

  private settle(message: Printed): void {
    const waiting = this.waiting.get(message.task);
    this.waiting.delete(message.task);
    if ('failed' in message) waiting?.reject(new Error(message.failed));
    else waiting?.resolve([...message.files]);
    if (this.waiting.size === 0) this.rest();
  }

  private rest(): void {
    this.worker?.unref();
    this.idle = setTimeout(() => void this.worker?.terminate(), IDLE);
    this.idle.unref();
  }

  private failAll(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
