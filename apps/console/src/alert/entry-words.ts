import type { Entry } from '../api/alert-case.js';
import { ACTION_KINDS_TOLD, ELEMENTS, FINDINGS, OUTCOMES, wordOf } from './words.js';

/** An entry of a verification in a few words: 认定非法性具备. */
export function entryWords(entry: Entry): string {
  if (entry.kind === 'element')
    return `认定${wordOf(ELEMENTS, entry.element)}${wordOf(FINDINGS, entry.finding)}`;
  if (entry.kind === 'concluded') return `结案：${wordOf(OUTCOMES, entry.verdict)}`;
  return ACTION_KINDS_TOLD[entry.kind]?.name ?? entry.kind;
}
