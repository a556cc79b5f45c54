import { parentPort, workerData } from 'node:worker_threads';
import {
  differenceBetween,
  type Changes,
  type Difference,
  type Tried,
  type WholeBook,
} from '@risk/editions';
import { RiskError, type ErrorKind } from '@risk/kit';
import { compileRegions } from '@risk/routing';
import type { JudgingFiles } from '../compile-judging.js';
import { DraftBench, type BookReport, type ChangesReport } from './draft-bench.js';
import type { Trial } from './try-text.js';

/** What the thread is started with. */
export interface BenchGround {
  readonly files: JudgingFiles;
  readonly regions: unknown;
}

/** What may be asked of the thread, and what it answers. */
export interface BenchTasks {
  readonly check: (base: WholeBook, changes: Changes) => ChangesReport;
  readonly whole: (book: WholeBook) => BookReport;
  readonly try: (book: WholeBook, tried: Tried, at: Date) => Trial;
  readonly tryChanges: (base: WholeBook, changes: Changes, tried: Tried, at: Date) => Trial;
  readonly difference: (before: WholeBook, after: WholeBook) => Difference;
}

/** A task on its way to the thread. */
export interface BenchMessage {
  readonly id: number;
  readonly name: keyof BenchTasks;
  readonly given: readonly unknown[];
}

/** An answer on its way back; a refusal keeps its kind and its sentence. */
export type BenchAnswer =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly refused: ErrorKind; readonly says: string }
  | { readonly id: number; readonly failed: string };

const { files, regions } = workerData as BenchGround;
const bench = new DraftBench(files, compileRegions(regions));

const TASKS: BenchTasks = {
  check: (base, changes) => bench.check(base, changes),
  whole: (book) => bench.checkWhole(book),
  try: (book, tried, at) => bench.try(book, tried, at),
  tryChanges: (base, changes, tried, at) => bench.tryChanges(base, changes, tried, at),
  difference: differenceBetween,
};

function answerTo({ id, name, given }: BenchMessage): BenchAnswer {
  try {
    const task = TASKS[name] as (...given: readonly unknown[]) => unknown;
    return { id, answer: task(...given) };
  } catch (error) {
    if (error instanceof RiskError) return { id, refused: error.kind, says: error.message };
    return { id, failed: String(error) };
  }
}

parentPort?.on('message', (message: BenchMessage) => {
  parentPort?.postMessage(answerTo(message));
});
