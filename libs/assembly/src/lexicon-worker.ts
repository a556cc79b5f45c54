import { parentPort, workerData } from 'node:worker_threads';
import { RiskError } from '@risk/kit';
import { buffersOf, packLexicon, type PackedLexicon } from '@risk/keywords';
import { loadLexicon } from '@risk/settings';
import { lexiconOf } from './compile-judging.js';

/** What the thread tells the house. */
export type LexiconMessage =
  | { readonly kind: 'packed'; readonly packed: PackedLexicon }
  | { readonly kind: 'refused'; readonly reason: string };

async function compiled(dir: string): Promise<LexiconMessage> {
  try {
    return { kind: 'packed', packed: packLexicon(lexiconOf(await loadLexicon(dir))) };
  } catch (error) {
    if (!(error instanceof RiskError)) throw error;
    return { kind: 'refused', reason: error.message };
  }
}

/** Reading and compiling a lexicon takes a good part of a second: records go on being judged meanwhile. */
const message = await compiled(workerData as string);
parentPort?.postMessage(message, [...new Set(buffersOf(message))]);
