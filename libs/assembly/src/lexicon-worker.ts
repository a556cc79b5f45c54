import { parentPort, workerData } from 'node:worker_threads';
import { RiskError } from '@risk/kit';
import { packLexicon, type PackedLexicon } from '@risk/keywords';
import { loadLexicon } from '@risk/settings';
import { lexiconOf } from './compile-judging.js';

/** What the thread tells the house. */
export type LexiconMessage =
  | { readonly kind: 'packed'; readonly packed: PackedLexicon }
  | { readonly kind: 'refused'; readonly reason: string };

/** The memory of compiled tables changes hands instead of being copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(buffersOf) : [];
}

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
