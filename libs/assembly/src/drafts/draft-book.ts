import {
  rulesIn,
  withoutRule,
  withRule,
  withWords,
  wordListsIn,
  type Changes,
  type RuleEdit,
  type WholeBook,
  type WordChange,
} from '@risk/editions';
import { Invalid } from '@risk/kit';
import { problemOfTerm } from '@risk/keywords';
import { pathOf, placedProblem } from '@risk/rules';
import { parseYaml } from '@risk/settings';

/** Something that is wrong in a draft, where somebody can mend it. */
export interface DraftProblem {
  /** The rule it is about; null of none in particular. */
  readonly rule: string | null;
  /** The list of words it is about. */
  readonly list: string | null;
  /** The part of the rule: a field, `when` or `examples`; empty for the whole. */
  readonly part: string;
  /** The line of that part, counted from 1; null where it has none. */
  readonly line: number | null;
  readonly says: string;
}

/** A draft as far as its texts can be read; the compiler has not seen it yet. */
export interface DraftBook {
  readonly book: WholeBook;
  readonly problems: readonly DraftProblem[];
  /** Says at which line a sentence of the compiler points. */
  readonly placed: (sentence: string) => DraftProblem;
}

type LineOf = (path: readonly PropertyKey[]) => number | undefined;
type Lines = Readonly<Record<'when' | 'examples', LineOf>>;

/** Writes changes into a book; what cannot be read is left as it was, and said. */
export function draftBook(base: WholeBook, changes: Changes): DraftBook {
  const problems: DraftProblem[] = [];
  const lines = new Map<string, Lines>();
  let rules = base.rules;
  const known = new Set(rulesIn(base).map(({ rule }) => rule.id));
  for (const id of changes.removed) {
    if (!known.has(id)) problems.push(problem({ rule: id, says: `没有规则 ${id}，不能删除` }));
    rules = withoutRule(rules, id);
  }
  for (const edit of changes.rules) {
    const read = readEdit(edit);
    problems.push(...read.problems);
    if (!read.rule) continue;
    lines.set(edit.id, read.lines);
    problems.push(...homeless(edit, rules));
    rules = withRule(rules, { file: edit.file, rule: { ...read.rule, id: edit.id } });
  }
  const wrong = changes.words.map((change) => wordProblems(base, change));
  problems.push(...wrong.flat());
  const right = changes.words.filter((_, at) => wrong[at]?.length === 0);
  const lexicon = withWords(base.lexicon, right);
  const placed = (sentence: string): DraftProblem => placedIn(sentence, lines);
  return { book: { rules, scoring: base.scoring, lexicon }, problems, placed };
}

const problem = (more: Partial<DraftProblem> & Pick<DraftProblem, 'says'>): DraftProblem => ({
  ...{ rule: null, list: null, part: '', line: null },
  ...more,
});

/** A new rule must go into a file that is there. */
function homeless({ id, file }: RuleEdit, rules: WholeBook['rules']): DraftProblem[] {
  if (rules.some(({ name }) => name === file)) return [];
  if (rulesIn({ rules }).some(({ rule }) => rule.id === id)) return [];
  return [problem({ rule: id, part: 'file', says: `没有规则文件 ${file}` })];
}

interface ReadEdit {
  readonly rule: Readonly<Record<string, unknown>> | null;
  readonly lines: Lines;
  readonly problems: readonly DraftProblem[];
}

function readEdit({ id, fields, when, examples }: RuleEdit): ReadEdit {
  const parts = { when: readPart(id, 'when', when), examples: readPart(id, 'examples', examples) };
  const problems = [parts.when, parts.examples].flatMap((one) => one.problem ?? []);
  const lines = { when: parts.when.lineOf, examples: parts.examples.lineOf };
  if (problems.length > 0) return { rule: null, lines, problems };
  const rule = { ...fields, when: parts.when.content, examples: parts.examples.content };
  return { rule, lines, problems };
}

interface ReadPart {
  readonly content: unknown;
  readonly lineOf: LineOf;
  readonly problem: DraftProblem | null;
}

const NOWHERE: LineOf = () => undefined;

function readPart(rule: string, part: 'when' | 'examples', text: string): ReadPart {
  try {
    const { content, lineOf = NOWHERE } = parseYaml(part, text);
    return { content: content ?? undefined, lineOf, problem: null };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const { line, fault } = error.facts as { readonly line?: number; readonly fault?: string };
    const says = `不是正确的 YAML：${fault ?? error.message}`;
    return {
      ...{ content: undefined, lineOf: NOWHERE },
      problem: problem({ rule, part, line: line ?? null, says }),
    };
  }
}

/** Where a sentence of the compiler points: the part of a rule, and the line of it. */
function placedIn(sentence: string, lines: ReadonlyMap<string, Lines>): DraftProblem {
  const { rule, at, says } = placedProblem(sentence);
  if (rule === null) return problem({ says });
  const [part = '', ...path] = pathOf(at);
  const name = String(part);
  const known = lines.get(rule);
  const lineOf = name === 'when' || name === 'examples' ? known?.[name] : undefined;
  const within = path.length === 0 || name === 'source' ? '' : lineOf ? '' : `${at}：`;
  return problem({ rule, part: name, line: lineOf?.(path) ?? null, says: `${within}${says}` });
}

/** What is wrong with words before anything is compiled: a list that is not there, a word that says nothing. */
function wordProblems({ lexicon }: WholeBook, { list, add, remove }: WordChange): DraftProblem[] {
  const found = wordListsIn(lexicon).find(({ id }) => id === list);
  if (!found) return [problem({ list, says: `词库里没有“${list}”` })];
  if (found.kind === 'compound')
    return [problem({ list, says: `组合“${found.title}”的词由配置文件维护，不能在这里增减` })];
  const known = new Set(found.words.map(({ term }) => term));
  const strange = remove.filter((term) => !known.has(term));
  return [
    ...strange.map((term) => problem({ list, says: `“${term}”不在“${found.title}”里，不能移除` })),
    ...add.flatMap((term, at) => {
      const says = problemOfTerm({ term }) ?? (known.has(term) ? '已经在这一类里' : null);
      return says === null ? [] : [problem({ list, line: at + 1, says: `“${term}”：${says}` })];
    }),
    ...(add.length === 0 && known.size > 0 && known.size === remove.length
      ? [problem({ list, says: `“${found.title}”至少要留一个词` })]
      : []),
  ];
}
