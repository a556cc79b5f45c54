import { Invalid, chinaMidnight, fingerprintOf, wordsOfIssue } from '@risk/kit';
import { cyclesIn } from './chain.js';
import { buildCondition, schemaProblems } from './condition.js';
import type { CompiledRule, LegalBasis } from './compiled-rule.js';
import { engineOf, type RuleEngine } from './engine.js';
import { exampleProblems } from './example-problems.js';
import { alwaysHolds, impossibleIn } from './impossible.js';
import { askedByExamples, askedByShape, strangeCodes, type KnownCodes } from './known-codes.js';
import type { Problem } from './problem.js';
import { rulesFileSchema, type RuleDefinition } from './schema.js';
import { compileTemplate, templateProblems } from './template.js';

/** A file of config/rules, already read as YAML. */
export interface RulesFile {
  readonly name: string;
  readonly content: unknown;
}

/** A definition with the name of its file. */
export interface FiledRule {
  readonly file: string;
  readonly rule: RuleDefinition;
}

/**
 * Compiles rule files once, or refuses all of them with file, rule and reason. Codes that rules ask for are held
 * against the known ones where these are given.
 */
export function compileRules(files: readonly RulesFile[], known?: KnownCodes): RuleEngine {
  const { rules, problems } = readRules(files);
  const built = rules.map(compileOne);
  const compiled = built.flatMap((one) => one.compiled ?? []);
  const found = [...problems, ...twice(rules), ...built.flatMap((one) => one.problems)];
  found.push(...cyclesIn(compiled));
  // Rules of a file that cannot be read are not strange, only unknown yet.
  if (known && problems.length === 0) found.push(...strangeCodes(compiled, idsOf(rules), known));
  if (found.length > 0) throw new Invalid(found.join('\n'), { problems: found });
  const definitions = rules.map(({ rule }) => rule);
  return engineOf(compiled, fingerprintOf(definitions).slice(0, 12));
}

const idsOf = (rules: readonly FiledRule[]): ReadonlySet<string> =>
  new Set(rules.map(({ rule }) => rule.id));

/** Reads the definitions of all files and says what is malformed. */
export function readRules(files: readonly RulesFile[]): { rules: FiledRule[]; problems: string[] } {
  const rules: FiledRule[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const parsed = rulesFileSchema.safeParse(file.content, { error: wordsOfIssue });
    if (parsed.success) rules.push(...parsed.data.rules.map((rule) => ({ file: file.name, rule })));
    else
      problems.push(
        ...schemaProblems(parsed.error, '').map(
          (p) => `${file.name} › ${idIn(file, p)}${p.at}：${p.says}`,
        ),
      );
  }
  return { rules, problems };
}

/** The id of the rule that a malformed place belongs to, as far as it can be read. */
function idIn(file: RulesFile, problem: Problem): string {
  const at = /^rules\[(\d+)\]/.exec(problem.at)?.[1];
  const list = (file.content as { rules?: unknown } | null)?.rules;
  if (at === undefined || !Array.isArray(list)) return '';
  const id = (list[Number(at)] as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? `${id} › ` : '';
}

function twice(rules: readonly FiledRule[]): string[] {
  const seen = new Map<string, string>();
  return rules.flatMap(({ file, rule }) => {
    const before = seen.get(rule.id);
    seen.set(rule.id, file);
    return before === undefined ? [] : [`${file} › ${rule.id}：编号重复，已见于 ${before}`];
  });
}

interface Compiling {
  readonly compiled: CompiledRule | null;
  readonly problems: readonly string[];
}

function compileOne({ file, rule }: FiledRule): Compiling {
  const { made, problems } = buildCondition(rule.when, rule.feed);
  const words = templateProblems(rule.because, rule.feed).map((says) => ({ at: 'because', says }));
  const found = [...problems, ...words, ...periodProblems(rule), ...exampleProblems(rule)];
  if (made) found.push(...impossibleIn(made.shape));
  if (!made || found.length > 0) {
    return {
      compiled: null,
      problems: found.map((p) => `${file} › ${rule.id} › ${p.at}：${p.says}`),
    };
  }
  const { id, title, feed, dimension, weight, halfLifeDays, elements, scheme } = rule;
  const { condition, shape } = made;
  const compiled: CompiledRule = {
    file,
    id,
    title,
    feed,
    condition,
    asks: [...askedByShape(shape), ...askedByExamples(rule)],
    remarks: alwaysHolds(shape) ? [`${file} › ${id} › when：条件永远成立`] : [],
    bases: basesOf(rule),
    verdict: { dimension, weight, halfLifeDays, elements, scheme },
    explain: compileTemplate(rule.because),
  };
  return { compiled, problems: [] };
}

const DAY = 86_400_000;
const midnight = (day: string): number => chinaMidnight(day).getTime();

function basesOf({ source }: RuleDefinition): LegalBasis[] {
  return (Array.isArray(source) ? source : [source]).map((one) => ({
    source: one,
    from: one.from === undefined ? -Infinity : midnight(one.from),
    to: one.to === undefined ? Infinity : midnight(one.to) + DAY,
  }));
}

function periodProblems(rule: RuleDefinition): Problem[] {
  return basesOf(rule).flatMap(({ from, to }) => {
    if (Number.isNaN(from) || Number.isNaN(to)) return [{ at: 'source', says: '没有这一天' }];
    return from < to ? [] : [{ at: 'source', says: '施行期间的终点早于起点' }];
  });
}
