import type { CodeFigure, CodeFigures, RuleSheet } from '@risk/assembly';
import type { WordList } from '@risk/editions';
import { foldText } from '@risk/keywords';

/** What a code did, as far as it is counted. */
export interface Struck extends Pick<CodeFigure, 'precision'> {
  /** Null while nobody has counted yet. */
  readonly records: number | null;
  readonly entities: number | null;
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

const NOTHING: CodeFigure = { records: 0, entities: 0, precision: null };
const NOT_COUNTED: Struck = { records: null, entities: null, precision: null };

export const struckIn = ({ asOf, of }: CodeFigures, code: string): Struck =>
  asOf === null ? NOT_COUNTED : (of.get(code) ?? NOTHING);

/** Rules as lines, those that hold the words looked for. */
export const ruleRows = (
  sheets: readonly RuleSheet[],
  figures: CodeFigures,
  q: string,
): readonly RuleRow[] => {
  const holds = holding(q);
  return sheets
    .filter(({ id, title, because, sources }) =>
      holds([id, title, because, ...sources.map(({ law }) => law)]),
    )
    .map(({ examples, because: _, ...sheet }) => ({
      ...{ ...sheet, ...struckIn(figures, sheet.id), examples: examples.length },
    }));
};

/** Lists of words as lines, those that hold the words looked for. */
export const wordRows = (
  lists: readonly WordList[],
  figures: CodeFigures,
  q: string,
): readonly WordRow[] => {
  const holds = holding(q);
  return lists.flatMap(({ words, cue: _cue, compound: _compound, ...list }) => {
    const matched = q === '' ? [] : words.filter(({ term }) => holds([term]));
    if (matched.length === 0 && !holds([list.id, list.title, list.source])) return [];
    return [
      {
        ...{ ...list, ...struckIn(figures, list.id), words: words.length },
        matched: matched.slice(0, MOST_MATCHED).map(({ term }) => term),
      },
    ];
  });
};

/** Whether any text holds the words looked for, whatever their width, case or script. */
function holding(q: string): (texts: readonly string[]) => boolean {
  const wanted = foldText(q);
  return (texts) => texts.some((text) => foldText(text).includes(wanted));
}
