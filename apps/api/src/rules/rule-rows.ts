import type { CodeFigures, RuleSheet } from '@risk/assembly';
import type { Precision } from '@risk/cases';
import type { WordList } from '@risk/editions';
import { foldText } from '@risk/keywords';

/** What a rule or a list of words did lately. */
export interface Struck {
  /** Records and entities within thirty days, in the whole city. */
  readonly records: number;
  readonly entities: number;
  readonly precision: Precision | null;
}

/** A rule as a line of the list. */
export type RuleRow = Omit<RuleSheet, 'examples' | 'because'> &
  Struck & { readonly examples: number };

/** A list of words as a line of the list. */
export type WordRow = Omit<WordList, 'words' | 'cue' | 'compound'> &
  Struck & {
    readonly words: number;
    /** Words that hold what was looked for; none where nothing was. */
    readonly matched: readonly string[];
  };

const MOST_MATCHED = 12;

export function struckIn({ of }: CodeFigures, code: string): Struck {
  const { records = 0, entities = 0, precision = null } = of.get(code) ?? {};
  return { records, entities, precision };
}

/** Rules as lines, those that hold the words looked for. */
export const ruleRows = (
  sheets: readonly RuleSheet[],
  figures: CodeFigures,
  q: string,
): readonly RuleRow[] =>
  sheets
    .filter(({ id, title, because, sources }) =>
      holds([id, title, because, ...sources.map(({ law }) => law)], q),
    )
    .map(({ examples, because: _, ...sheet }) => ({
      ...{ ...sheet, ...struckIn(figures, sheet.id), examples: examples.length },
    }));

/** Lists of words as lines, those that hold the words looked for. */
export const wordRows = (
  lists: readonly WordList[],
  figures: CodeFigures,
  q: string,
): readonly WordRow[] =>
  lists.flatMap(({ words, cue: _cue, compound: _compound, ...list }) => {
    const matched = q === '' ? [] : words.filter(({ term }) => holds([term], q));
    if (matched.length === 0 && !holds([list.id, list.title, list.source], q)) return [];
    return [
      {
        ...{ ...list, ...struckIn(figures, list.id), words: words.length },
        matched: matched.slice(0, MOST_MATCHED).map(({ term }) => term),
      },
    ];
  });

/** Whether any text holds the words looked for, whatever their width, case or script. */
function holds(texts: readonly string[], q: string): boolean {
  const wanted = foldText(q);
  return texts.some((text) => foldText(text).includes(wanted));
}
