import { elementName, outcomeName } from '@risk/domain';
import { findingName } from './checklist.js';
import { ACTIONS, type Note } from './verification.js';

/** An entry in a few words: `认定非法性具备`. */
export function sayEntry(note: Note): string {
  if (note.kind === 'element')
    return `认定${elementName(note.element)}${findingName(note.finding)}`;
  if (note.kind === 'concluded') return `结案：${outcomeName(note.verdict)}`;
  return `记录${ACTIONS[note.kind].name}`;
}
