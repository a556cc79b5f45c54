import { Worker } from 'node:worker_threads';
import { Invalid } from '@risk/kit';
import type { PackedLexicon } from '@risk/keywords';
import type { LexiconMessage, LexiconTask, LexiconText } from './lexicon-worker.js';

/** A compiled lexicon and what it was compiled from. */
export interface PackedText {
  readonly packed: PackedLexicon;
  readonly files: LexiconText;
}

/** Compiles a lexicon in a thread, of a folder or of files at hand; throws Invalid naming file, line and reason. */
export const packInThread = (task: LexiconTask): Promise<PackedText> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./lexicon-worker.js', import.meta.url), {
      workerData: task,
    });
    worker.on('message', (message: LexiconMessage) => {
      if (message.kind === 'packed') resolve(message);
      else reject(new Invalid(message.reason));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      reject(new Error(`编译词库的线程提前结束（${code}）`));
    });
  });
