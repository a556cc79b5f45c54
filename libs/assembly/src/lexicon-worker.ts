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

async function compiled(dir: string): Promise<LexiconMessage> {
  try {
    const read = await loadLexicon(dir);
    const files = read.map(plainFile);
    return { kind: 'packed', packed: packLexicon(lexiconOf(read)), files };
  } catch (error) {
    if (!(error instanceof RiskError)) throw error;
    return { kind: 'refused', reason: error.message };
  }
}

/** Reading and compiling a lexicon takes a good part of a second: records go on being judged meanwhile. */
const message = await compiled(workerData as string);
parentPort?.postMessage(message, [...new Set(buffersOf(message))]);
