import type { Entry } from '../api/alert-case.js';
import { ELEMENT_WORDS, FINDING_WORDS, VERDICT_WORDS, wordOf } from '../shown/words.js';
import { ACTION_KINDS_TOLD } from './words.js';

/** An entry of a verification in a few words: 认定非法性具备. */
export function entryWords(entry: Entry): string {
  if (entry.kind === 'element')
    return `认定${wordOf(ELEMENT_WORDS, entry.element)}${wordOf(FINDING_WORDS, entry.finding)}`;
  if (entry.kind === 'concluded') return `结案：${wordOf(VERDICT_WORDS, entry.verdict)}`;
  return ACTION_KINDS_TOLD[entry.kind]?.name ?? entry.kind;
}
