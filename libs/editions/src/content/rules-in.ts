import type { BookFile, RuleBook } from '../edition.js';

/** A rule as its file has it, read no deeper than its id. */
export type RuleText = Readonly<Record<string, unknown>> & { readonly id: string };

/** A rule and the file it stands in. */
export interface FiledText {
  readonly file: string;
  readonly rule: RuleText;
}

const hasId = (item: unknown): item is RuleText =>
  typeof item === 'object' && item !== null && typeof (item as { id?: unknown }).id === 'string';

const listIn = ({ content }: BookFile): readonly unknown[] => {
  const { rules } = (content ?? {}) as { readonly rules?: unknown };
  return Array.isArray(rules) ? rules : [];
};

/** All rules of a book, in the order of its files. */
export const rulesIn = ({ rules }: Pick<RuleBook, 'rules'>): readonly FiledText[] =>
  rules.flatMap((file) =>
    listIn(file)
      .filter(hasId)
      .map((rule) => ({ file: file.name, rule })),
  );

/** The files with one rule in the place of that with its id, at the end of a file where there was none. */
export function withRule(files: readonly BookFile[], { file, rule }: FiledText): BookFile[] {
  const isThere = rulesIn({ rules: files }).some((one) => one.rule.id === rule.id);
  return files.map((one) => {
    const list = listIn(one);
    const place = list.findIndex((item) => hasId(item) && item.id === rule.id);
    if (place >= 0) return relisted(one, list.with(place, rule));
    return !isThere && one.name === file ? relisted(one, [...list, rule]) : one;
  });
}

/** The files without a rule. */
export const withoutRule = (files: readonly BookFile[], id: string): BookFile[] =>
  files.map((file) => {
    const list = listIn(file);
    const left = list.filter((item) => !(hasId(item) && item.id === id));
    return left.length === list.length ? file : relisted(file, left);
  });

const relisted = ({ name, content }: BookFile, rules: readonly unknown[]): BookFile => ({
  name,
  content: { ...(content as object), rules },
});
