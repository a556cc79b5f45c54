import { lexiconFileSchema, type LexiconFile } from '@risk/keywords';
import type { BookFile } from '../edition.js';

/** What the words of a list are there for. */
export type WordKind = 'code' | 'compound' | 'allow' | 'cue';

/** A word and what may be undone to find it. */
export interface Word {
  readonly term: string;
  /** What else is written beside it: `exact`, `digits`, `repeat`, `edges`, `policy`. */
  readonly flags: Readonly<Record<string, unknown>>;
}

/** A list of words of the lexicon: those of a code, of a compound, phrases that are allowed, cues. */
export interface WordList {
  /** A code, or `allow:file:n` and `cue:file:n` where there is none. */
  readonly id: string;
  readonly kind: WordKind;
  readonly file: string;
  readonly title: string;
  readonly source: string;
  readonly words: readonly Word[];
  /** The code with what it weighs; null of phrases and cues. */
  readonly meaning: WordMeaning | null;
  /** How a cue works; null of anything else. */
  readonly cue: Omit<LexiconFile['cues'][number], 'terms' | 'source'> | null;
  /** What makes a compound; null of anything else. */
  readonly compound: Pick<
    LexiconFile['compounds'][number],
    'of' | 'atLeast' | 'within' | 'without'
  > | null;
}

/** What a code means. */
export type WordMeaning = Pick<
  LexiconFile['entries'][number],
  'scheme' | 'elements' | 'dimension' | 'weight' | 'halfLifeDays'
> & {
  /** How sure a hit must be; of a compound none. */
  readonly policy: LexiconFile['entries'][number]['policy'] | null;
  readonly fields: readonly string[] | null;
};

type Term = LexiconFile['entries'][number]['terms'][number];

const wordOf = (term: Term | LexiconFile['cues'][number]['terms'][number]): Word => {
  if (typeof term === 'string') return { term, flags: {} };
  const { term: text, ...flags } = term;
  return { term: text, flags };
};

const CUE_TITLES: Readonly<Record<LexiconFile['cues'][number]['kind'], string>> = {
  negation: '否定语境',
  warning: '警示宣传语境',
  denial: '辟谣语境',
  quotation: '引述语境',
  mask: '看着像提示词而不是的说法',
};

/** Every list of words of a lexicon, in the order of its files. */
export const wordListsIn = (files: readonly BookFile[]): readonly WordList[] =>
  files.flatMap((file) => listsOf(file, lexiconFileSchema.parse(file.content ?? {})));

function listsOf({ name }: BookFile, file: LexiconFile): WordList[] {
  const base = baseName(name);
  const none = { meaning: null, cue: null, compound: null };
  return [
    ...file.entries.map(({ code, title, source, terms, ...meaning }) => ({
      ...{ ...none, id: code, kind: 'code' as const, file: name, title, source },
      words: terms.map(wordOf),
      meaning: { ...meaning, fields: meaning.fields ?? null },
    })),
    ...file.compounds.map(({ code, title, source, of, atLeast, within, without, ...meaning }) => ({
      ...{ ...none, id: code, kind: 'compound' as const, file: name, title, source },
      words: [...of.flat(), ...(without ?? [])].map((term) => ({ term, flags: {} })),
      meaning: { ...meaning, policy: null, fields: meaning.fields ?? null },
      compound: { of, within, ...(atLeast && { atLeast }), ...(without && { without }) },
    })),
    ...file.allow.map(({ source, terms }, at) => ({
      ...{ ...none, id: `allow:${base}:${String(at)}`, kind: 'allow' as const, file: name },
      ...{ title: '放行短语', source, words: terms.map(wordOf) },
    })),
    ...file.cues.map(({ terms, source, ...cue }, at) => ({
      ...{ ...none, id: `cue:${base}:${String(at)}`, kind: 'cue' as const, file: name },
      ...{ title: CUE_TITLES[cue.kind], source, words: terms.map(wordOf), cue },
    })),
  ];
}

const baseName = (name: string): string => name.replace(/^.*\//u, '').replace(/\.ya?ml$/u, '');

/** Words that come to a list and that leave it. */
export interface WordChange {
  readonly list: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** A lexicon with some words more and some less; lists that do not exist stay out. */
export const withWords = (
  files: readonly BookFile[],
  changes: readonly WordChange[],
): readonly BookFile[] =>
  changes.length === 0 ? files : files.map((file) => rewritten(file, changes));

type Lists = Readonly<
  Record<string, readonly { readonly code?: string; readonly terms: readonly Term[] }[]>
>;

function rewritten(file: BookFile, changes: readonly WordChange[]): BookFile {
  const content = (file.content ?? {}) as Lists;
  const base = baseName(file.name);
  const parts = {
    entries: (at: number) => content['entries']?.[at]?.code ?? '',
    allow: (at: number) => `allow:${base}:${String(at)}`,
    cues: (at: number) => `cue:${base}:${String(at)}`,
  };
  const changed = Object.entries(parts).flatMap(([part, idOf]) => {
    const lists = content[part];
    if (!lists?.some((_, at) => changes.some(({ list }) => list === idOf(at)))) return [];
    const next = lists.map((list, at) => {
      const change = changes.find((one) => one.list === idOf(at));
      return change ? { ...list, terms: reworded(list.terms, change) } : list;
    });
    return [[part, next] as const];
  });
  if (changed.length === 0) return file;
  return { name: file.name, content: { ...content, ...Object.fromEntries(changed) } };
}

function reworded(terms: readonly Term[], { add, remove }: WordChange): readonly Term[] {
  const textOf = (term: Term): string => (typeof term === 'string' ? term : term.term);
  const left = terms.filter((term) => !remove.includes(textOf(term)));
  const known = new Set(left.map(textOf));
  return [...left, ...add.filter((term) => !known.has(term))];
}
