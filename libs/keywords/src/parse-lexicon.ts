import { Invalid, pathText, wordsOfIssue } from '@risk/kit';
import type { z } from 'zod';
import {
  lexiconFileSchema,
  type Compound,
  type CueGroup,
  type Lexicon,
  type LexiconEntry,
  type LexiconFile,
  type LexiconTerm,
  type YieldStep,
} from './lexicon.js';
import { problemOfTerm, type TermRule } from './term.js';

/** One file of config/lexicon as YAML gave it. */
export interface LexiconSource {
  readonly name: string;
  readonly data: unknown;
  /** The line, counted from 1, on which what stands at a path was written. */
  readonly lineOf?: (path: readonly PropertyKey[]) => number | undefined;
}

/** A term of YAML as a scanner rule, without its policy. */
export function ruleOf(term: LexiconTerm): TermRule {
  if (typeof term === 'string') return { term };
  const { policy: _policy, ...rule } = term;
  return rule;
}

/** A term of a code as a scanner rule: its own policy or the code's says whether disguises count. */
export function termRuleOf(entry: LexiconEntry, term: LexiconTerm): TermRule {
  const policy = (typeof term === 'string' ? undefined : term.policy) ?? entry.policy;
  const rule = ruleOf(term);
  return policy === 'plain' ? rule : { ...rule, homophone: true };
}

/** A cue as a scanner rule. */
export const cueRuleOf = (term: CueGroup['terms'][number]): TermRule =>
  typeof term === 'string' ? { term } : term;

/** Where an issue is; a key too many has a line of its own. */
const pathOf = (issue: z.core.$ZodIssue): PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;

/** A place in a file, as people look for it: `inducement.yaml 第 12 行 › entries[0].weight`. */
function whereIs({ name, lineOf }: LexiconSource, path: readonly PropertyKey[]): string {
  const line = lineOf?.(path);
  return `${name}${line === undefined ? '' : ` 第 ${line} 行`} › ${pathText(path)}`;
}

const NO_TERM = '须是一个词，或 { term: 词, policy: … } 这样的映射';

/** What is wrong with something that may be written in two ways, told of the way that was meant. */
function plainIssues(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find((found) => found.every(({ path }) => path.length > 0));
  if (!meant) return [{ ...issue, message: NO_TERM }];
  return meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

interface ReadFile {
  readonly source: LexiconSource;
  readonly file: LexiconFile | null;
  readonly problems: readonly string[];
}

function read(source: LexiconSource): ReadFile {
  const parsed = lexiconFileSchema.safeParse(source.data ?? {}, { error: wordsOfIssue });
  if (parsed.success)
    return { source, file: parsed.data, problems: termProblems(source, parsed.data) };
  const problems = parsed.error.issues
    .flatMap((issue) => plainIssues(issue))
    .map((issue) => `${whereIs(source, pathOf(issue))}：${issue.message}`);
  return { source, file: null, problems };
}

function* termsOf(file: LexiconFile): Generator<[path: PropertyKey[], rule: TermRule]> {
  for (const [i, entry] of file.entries.entries())
    for (const [j, term] of entry.terms.entries())
      yield [['entries', i, 'terms', j], termRuleOf(entry, term)];
  for (const [i, compound] of file.compounds.entries())
    for (const [path, term] of partsOf(compound)) yield [['compounds', i, ...path], { term }];
  for (const [i, group] of file.allow.entries())
    for (const [j, term] of group.terms.entries()) yield [['allow', i, 'terms', j], ruleOf(term)];
  for (const [i, group] of file.cues.entries())
    for (const [j, term] of group.terms.entries()) yield [['cues', i, 'terms', j], cueRuleOf(term)];
}

function* partsOf(compound: Compound): Generator<[path: PropertyKey[], term: string]> {
  const isWord = (part: string): boolean => !part.startsWith('code:');
  for (const [j, group] of compound.of.entries())
    for (const word of group.filter(isWord)) yield [['of', j], word];
  for (const word of (compound.without ?? []).filter(isWord)) yield [['without'], word];
}

function termProblems(source: LexiconSource, file: LexiconFile): string[] {
  return [...termsOf(file)].flatMap(([path, rule]) => {
    const problem = problemOfTerm(rule);
    return problem === null ? [] : [`${whereIs(source, path)}“${rule.term}”：${problem}`];
  });
}

const ascending = (steps: readonly YieldStep[]): YieldStep[] =>
  [...steps].sort((a, b) => a.above - b.above);

function join(files: readonly LexiconFile[]): Lexicon {
  return {
    entries: files.flatMap((file) => file.entries),
    compounds: files.flatMap((file) => file.compounds),
    allow: files.flatMap((file) => file.allow.flatMap((group) => group.terms)),
    cues: files.flatMap((file) => file.cues),
    returns: ascending(files.flatMap((file) => file.yields?.returns ?? [])),
    loans: ascending(files.flatMap((file) => file.yields?.loans ?? [])),
  };
}

/** A code and where it is written. */
interface PlacedCode {
  readonly code: string;
  readonly where: string;
}

const placedCodes = ({ source, file }: ReadFile): PlacedCode[] =>
  (['entries', 'compounds'] as const).flatMap((list) =>
    (file?.[list] ?? []).map(({ code }, i) => ({
      code,
      where: whereIs(source, [list, i, 'code']),
    })),
  );

/** A code belongs to one place. */
function codesTwice(files: readonly ReadFile[]): string[] {
  const first = new Map<string, string>();
  return files.flatMap(placedCodes).flatMap(({ code, where }) => {
    const before = first.get(code);
    if (before === undefined) first.set(code, where);
    return before === undefined ? [] : [`${where}：代码“${code}”已经写在 ${before}`];
  });
}

/** A compound may only speak of codes that are there. */
function strangeCodes(files: readonly ReadFile[]): string[] {
  const entries = files.flatMap(({ file }) => file?.entries ?? []);
  const known = new Set(entries.map(({ code }) => `code:${code}`));
  return files.flatMap(({ source, file }) =>
    (file?.compounds ?? []).flatMap(({ code, of, without = [] }, i) =>
      [...of.flat(), ...without]
        .filter((word) => word.startsWith('code:') && !known.has(word))
        .map(
          (word) => `${whereIs(source, ['compounds', i])}：组合“${code}”提到的“${word}”不在词库里`,
        ),
    ),
  );
}

/** A term of a code and where it is written. */
export interface PlacedTerm {
  readonly entry: LexiconEntry;
  readonly term: LexiconTerm;
  readonly where: string;
}

/** The terms of all codes with their places; of files that can be read. */
export const placedTerms = (sources: readonly LexiconSource[]): PlacedTerm[] =>
  sources.map(read).flatMap(({ source, file }) =>
    (file?.entries ?? []).flatMap((entry, i) =>
      entry.terms.map((term, j) => ({
        entry,
        term,
        where: whereIs(source, ['entries', i, 'terms', j]),
      })),
    ),
  );

/** Joins the files of a lexicon, or throws Invalid naming everything that is wrong by file, line and key. */
export function parseLexicon(sources: readonly LexiconSource[]): Lexicon {
  const files = sources.map(read);
  const problems = [
    ...files.flatMap((file) => file.problems),
    ...codesTwice(files),
    // Codes of a file that cannot be read are not strange, only unknown yet.
    ...(files.every(({ file }) => file) ? strangeCodes(files) : []),
  ];
  if (problems.length > 0) throw new Invalid(problems.join('\n'), { problems });
  return join(files.flatMap(({ file }) => file ?? []));
}
