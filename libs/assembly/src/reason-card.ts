import { citation, type Engine, type LegalElement } from '@risk/domain';
import { YIELD_CODES } from '@risk/keywords';
import type { Judging } from './compile-judging.js';

/** What a code of a reason is called, rests on and touches, by the engines in force. */
export interface ReasonCard {
  readonly title: string;
  readonly engine: Engine;
  /** The legal bases in words: `防范和处置非法集资条例第二条`. */
  readonly bases: readonly string[];
  readonly elements: readonly LegalElement[];
}

const ELEMENT_OF_YIELD: Readonly<Record<string, LegalElement>> = {
  [YIELD_CODES.return]: 'inducement',
  [YIELD_CODES.loan]: 'illegality',
};

/** The card of a code; a code that nothing in force bears any more stands for itself. */
export function reasonCard({ keywords, rules, titleOf }: Judging, code: string): ReasonCard {
  const title = titleOf(code) ?? code;
  const rule = rules.cards.get(code);
  if (rule) {
    const bases = rule.sources.map(citation);
    return { title, engine: 'rules', bases: [...new Set(bases)], elements: rule.elements };
  }
  const word = keywords.entry(code);
  if (word) return { title, engine: 'keywords', bases: [word.source], elements: word.elements };
  const element = ELEMENT_OF_YIELD[code];
  if (element) return { title, engine: 'numbers', bases: [], elements: [element] };
  return { title, engine: 'classifier', bases: [], elements: [] };
}
