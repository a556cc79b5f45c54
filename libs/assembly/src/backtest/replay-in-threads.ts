import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Replayed } from '@risk/assessment';
import type { IdRange } from '@risk/store';
import type { ReplayMessage, ReplayTask } from './replay-worker.js';

/** Row ids a thread is handed at once. */
const STRETCH = 4_000n;
/** More threads than this would only wait for the database. */
const MOST_THREADS = 4;

/** Cuts a range of row ids into stretches. */
export function* stretchesOf([after, upTo]: IdRange): Generator<IdRange> {
  for (let from = BigInt(after); from < BigInt(upTo); from += STRETCH) {
    const to = from + STRETCH;
    yield [String(from), String(to < BigInt(upTo) ? to : BigInt(upTo))];
  }
}

/** Replays all stretches in threads, as many as there are processors, and hands on what each makes of them. */
export async function replayInThreads(
  task: ReplayTask,
  ids: IdRange,
  onReplayed: (replayed: Replayed) => void,
): Promise<void> {
  const stretches = stretchesOf(ids);
  const wanted = Number((BigInt(ids[1]) - BigInt(ids[0]) + STRETCH - 1n) / STRETCH);
  const threads = Math.max(1, Math.min(availableParallelism(), MOST_THREADS, wanted));
  const running = Array.from({ length: threads }, () => replayThread(task, stretches, onReplayed));
  await Promise.all(running);
}

function replayThread(
  task: ReplayTask,
  stretches: Generator<IdRange>,
  onReplayed: (replayed: Replayed) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./replay-worker.js', import.meta.url), { workerData: task });
    // Nothing is left for the other threads: they end with what they have in hand.
    const fail = (error: Error): void => {
      stretches.return(undefined);
      reject(error);
    };
    worker.on('message', (message: ReplayMessage) => {
      if (message.kind === 'failed') {
        fail(new Error(message.reason));
        void worker.terminate();
        return;
      }
      if (message.kind === 'replayed') onReplayed(message.replayed);
      const next = stretches.next();
      worker.postMessage(next.done === true ? 'end' : next.value);
    });
    worker.on('error', fail);
    worker.on('exit', () => {
      resolve();
    });
  });
}
