import { Invalid } from '@risk/kit';
import {
  lexiconFileSchema,
  type Lexicon,
  type LexiconFile,
  type LexiconTerm,
  type YieldStep,
} from './lexicon.js';
import { problemOfTerm, type TermRule } from './term.js';

/** One file of config/lexicon as YAML gave it. */
export interface LexiconSource {
  readonly name: string;
  readonly data: unknown;
}

/** Something in the lexicon that a person should mend: `error` stops it, `remark` does not. */
export interface LexiconProblem {
  readonly severity: 'error' | 'remark';
  readonly message: string;
}

/** A term of YAML as a scanner rule. */
export const ruleOf = (term: LexiconTerm): TermRule => (typeof term === 'string' ? { term } : term);

const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (place, key) =>
      typeof key === 'number' ? `${place}[${key}]` : `${place}${place && '.'}${String(key)}`,
    '',
  );

function read(source: LexiconSource, problems: LexiconProblem[]): LexiconFile | null {
  const parsed = lexiconFileSchema.safeParse(source.data ?? {});
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    problems.push({
      severity: 'error',
      message: `${source.name} › ${placeOf(issue.path)}：${issue.message}`,
    });
  return null;
}

const ascending = (steps: readonly YieldStep[]): YieldStep[] =>
  [...steps].sort((a, b) => a.above - b.above);

function join(files: readonly LexiconFile[]): Lexicon {
  return {
    entries: files.flatMap((file) => file.entries),
    allow: files.flatMap((file) => file.allow.flatMap((group) => group.terms)),
    cues: files.flatMap((file) => file.cues),
    returns: ascending(files.flatMap((file) => file.yields?.returns ?? [])),
    loans: ascending(files.flatMap((file) => file.yields?.loans ?? [])),
  };
}

/** Checks all files of a lexicon and joins them; every problem names file and key. */
export function checkLexicon(sources: readonly LexiconSource[]): {
  readonly lexicon: Lexicon;
  readonly problems: readonly LexiconProblem[];
} {
  const problems: LexiconProblem[] = [];
  const files = sources.flatMap((source) => {
    const file = read(source, problems);
    if (file) problems.push(...termProblems(source.name, file));
    return file ? [file] : [];
  });
  const lexicon = join(files);
  problems.push(...doubles(lexicon));
  return { lexicon, problems };
}

/** Joins the files of a lexicon, or throws Invalid naming everything that is wrong. */
export function parseLexicon(sources: readonly LexiconSource[]): Lexicon {
  const { lexicon, problems } = checkLexicon(sources);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new Invalid(errors.map((error) => error.message).join('\n'));
  return lexicon;
}

function* termsOf(file: LexiconFile): Generator<[place: string, rule: TermRule]> {
  for (const entry of file.entries)
    for (const term of entry.terms) yield [`entries(${entry.code}).terms`, ruleOf(term)];
  for (const group of file.allow)
    for (const term of group.terms) yield ['allow.terms', ruleOf(term)];
  for (const group of file.cues)
    for (const term of group.terms) yield [`cues(${group.kind}).terms`, { term }];
}

function termProblems(name: string, file: LexiconFile): LexiconProblem[] {
  return [...termsOf(file)].flatMap(([place, rule]) => {
    const problem = problemOfTerm(rule);
    return problem
      ? [{ severity: 'error' as const, message: `${name} › ${place}“${rule.term}”：${problem}` }]
      : [];
  });
}

function doubles({ entries }: Lexicon): LexiconProblem[] {
  const problems: LexiconProblem[] = [];
  const codes = new Set<string>();
  const owners = new Map<string, string>();
  for (const entry of entries) {
    if (codes.has(entry.code))
      problems.push({ severity: 'error', message: `词库代码“${entry.code}”出现了两次` });
    codes.add(entry.code);
    for (const { term } of entry.terms.map(ruleOf)) {
      const owner = owners.get(term);
      if (owner !== undefined)
        problems.push({
          severity: 'remark',
          message: `词条“${term}”在“${owner}”和“${entry.code}”中重复`,
        });
      owners.set(term, entry.code);
    }
  }
  return problems;
}
