import { canonicalJson } from '@risk/kit';
import type { BookFile } from '../edition.js';
import { rulesIn, type FiledText } from './rules-in.js';
import { wordListsIn, type WordList } from './word-lists.js';

/** Two books whose words are both at hand. */
export interface WholeBook {
  readonly rules: readonly BookFile[];
  readonly scoring: BookFile;
  readonly lexicon: readonly BookFile[];
}

/** A rule that one book has and the other has not, or has otherwise. */
export interface RuleDifference {
  readonly id: string;
  readonly title: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** What differs: the names of the parts of a rule, with what they were and are; null is nothing there. */
  readonly parts: readonly {
    readonly name: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
}

/** A list of words with those that came and those that left. */
export interface WordDifference {
  readonly list: string;
  readonly title: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What one book says otherwise than another. */
export interface Difference {
  readonly rules: readonly RuleDifference[];
  readonly words: readonly WordDifference[];
  readonly isScoringOther: boolean;
}

/** Compares two books rule by rule and word by word. */
export function differenceBetween(before: WholeBook, after: WholeBook): Difference {
  return {
    rules: ruleDifferences(rulesIn(before), rulesIn(after)),
    words: wordDifferences(wordListsIn(before.lexicon), wordListsIn(after.lexicon)),
    isScoringOther: !isAlike(before.scoring.content, after.scoring.content),
  };
}

/** Parts that nobody wrote are the same as parts that say nothing, one basis the same as a list of one. */
const isAlike = (a: unknown, b: unknown): boolean => said(a) === said(b);

function said(part: unknown): string {
  if (!Array.isArray(part)) return canonicalJson(part ?? null);
  return part.length === 1 ? said(part[0]) : canonicalJson(part.length === 0 ? null : part);
}

function titleOf({ rule }: FiledText): string {
  const { title } = rule as { readonly title?: unknown };
  return typeof title === 'string' ? title : '';
}

function ruleDifferences(
  before: readonly FiledText[],
  after: readonly FiledText[],
): RuleDifference[] {
  const [old, now] = [byId(before), byId(after)];
  const ids = [...new Set([...now.keys(), ...old.keys()])];
  return ids.flatMap((id) => ruleDifference(id, old.get(id), now.get(id)) ?? []);
}

const byId = (rules: readonly FiledText[]): ReadonlyMap<string, FiledText> =>
  new Map(rules.map((one) => [one.rule.id, one]));

function ruleDifference(
  id: string,
  before: FiledText | undefined,
  after: FiledText | undefined,
): RuleDifference | null {
  const parts = partsBetween(before?.rule ?? {}, after?.rule ?? {});
  if (parts.length === 0) return null;
  const kind = !before ? 'added' : after ? 'changed' : 'removed';
  const told = after ?? before;
  return { id, title: told ? titleOf(told) : '', kind, parts };
}

/** What differs between two versions of a rule, in the order in which rules are written. */
export function partsBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): RuleDifference['parts'] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return names
    .filter((name) => name !== 'id' && !isAlike(before[name], after[name]))
    .map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null }));
}

function wordDifferences(
  before: readonly WordList[],
  after: readonly WordList[],
): WordDifference[] {
  const old = new Map(before.map((list) => [list.id, list]));
  const now = new Map(after.map((list) => [list.id, list]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const [was, is] = [termsOf(old.get(id)), termsOf(now.get(id))];
    const added = [...is].filter((term) => !was.has(term));
    const removed = [...was].filter((term) => !is.has(term));
    if (added.length + removed.length === 0) return [];
    const title = (now.get(id) ?? old.get(id))?.title ?? '';
    return [{ list: id, title, added, removed }];
  });
}

const termsOf = (list: WordList | undefined): ReadonlySet<string> =>
  new Set(list?.words.map(({ term }) => term));
