import { parentPort, workerData } from 'node:worker_threads';
import { RiskError } from '@risk/kit';
import { buffersOf, packLexicon, type PackedLexicon } from '@risk/keywords';
import { loadLexicon, plainFile } from '@risk/settings';
import { lexiconOf } from './compile-judging.js';

/** The files of a lexicon, as they were read. */
export type LexiconText = readonly { readonly name: string; readonly content: unknown }[];

/** What the thread tells the house. */
export type LexiconMessage =
  | { readonly kind: 'packed'; readonly packed: PackedLexicon; readonly files: LexiconText }
  | { readonly kind: 'refused'; readonly reason: string };

/** What the thread is to compile: the files of a folder, or some that were read already. */
export type LexiconTask = { readonly dir: string } | { readonly files: LexiconText };

async function compiled(task: LexiconTask): Promise<LexiconMessage> {
  try {
    const read = 'dir' in task ? await loadLexicon(task.dir) : task.files;
    const files = read.map(plainFile);
    return { kind: 'packed', packed: packLexicon(lexiconOf(read)), files };
  } catch (error) {
    if (!(error instanceof RiskError)) throw error;
    return { kind: 'refused', reason: error.message };
  }
}

/** Reading and compiling a lexicon takes a good part of a second: records go on being judged meanwhile. */
const message = await compiled(workerData as LexiconTask);
parentPort?.postMessage(message, [...new Set(buffersOf(message))]);
