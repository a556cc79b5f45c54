import { pathText, wordsOfIssue } from '@risk/kit';
import type { z } from 'zod';
import type { Facts, Subject } from './facts.js';
import type { Operator } from './operators/operator.js';
import { OPERATORS } from './operators/table.js';
import type { Problem } from './problem.js';
import type { Question, Shape } from './shape.js';
import { jointSight, type Condition, type Reasons, type Sight } from './sight.js';

/** A condition tree made ready to run and to be examined. */
interface Made {
  readonly condition: Condition;
  readonly shape: Shape;
}

export interface Built {
  /** Null when there are problems. */
  readonly made: Made | null;
  readonly problems: readonly Problem[];
}

const GROUPS = ['all', 'any', 'not', 'of'] as const;
const DEEPEST = 12;

/** Compiles a condition tree into closures, or says what is wrong where. */
export function buildCondition(node: unknown, subject: Subject, at = 'when', depth = 0): Built {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) {
    return wrong(at, '条件须是一个映射，如 { text: text, containsAny: […] }');
  }
  if (depth > DEEPEST) return wrong(at, `条件嵌套超过 ${DEEPEST} 层`);
  const group = GROUPS.find((key) => key in node);
  if (group) return buildGroup(group, node as Record<string, unknown>, subject, at, depth);
  return buildLeaf(node as Record<string, unknown>, subject, at);
}

const refused = (problems: readonly Problem[]): Built => ({ made: null, problems });
const wrong = (at: string, says: string): Built => refused([{ at, says }]);

function buildLeaf(node: Record<string, unknown>, subject: Subject, at: string): Built {
  const asked = OPERATORS.filter((operator) => operator.key in node);
  const [operator] = asked;
  if (!operator)
    return wrong(at, `没有这样的条件：${Object.keys(node).join('、')}；可用：${names()}`);
  if (asked.length > 1)
    return wrong(at, `一个条件只能问一件事，这里有 ${asked.map((o) => o.key).join('、')}`);
  const parsed = operator.schema.safeParse(node, { error: wordsOfIssue });
  if (!parsed.success) return refused(schemaProblems(parsed.error, at));
  const problems = operator.problems(parsed.data, subject).map((says) => ({ at, says }));
  if (problems.length > 0) return refused(problems);
  const condition = operator.compile(parsed.data, subject);
  return { made: { condition, shape: questionOf(operator, parsed.data, subject, at) }, problems };
}

function questionOf(operator: Operator, args: unknown, subject: Subject, at: string): Question {
  const key = JSON.stringify(args);
  const claims = operator.claims(args, subject) ?? { says: key };
  const tells = operator.tells(args, subject) ?? claims.says;
  return { kind: 'question', at, key, asks: operator.asks(args), tells, ...claims };
}

const names = (): string =>
  [...OPERATORS.map((o) => o.key), 'all', 'any', 'not', 'atLeast+of'].join('、');

/** The problems that a schema found, each with its place below one. */
export const schemaProblems = (error: z.ZodError, at: string): Problem[] =>
  error.issues.map(({ path, message }) => ({ at: pathText([at, ...path]), says: message }));

function buildGroup(
  group: (typeof GROUPS)[number],
  node: Record<string, unknown>,
  subject: Subject,
  at: string,
  depth: number,
): Built {
  const extra = Object.keys(node).filter(
    (key) => key !== group && !(group === 'of' && key === 'atLeast'),
  );
  if (extra.length > 0) return wrong(at, `不认识 ${extra.join('、')}`);
  if (group === 'not')
    return negate(buildCondition(node['not'], subject, `${at}.not`, depth + 1), at);
  const list = node[group];
  if (!Array.isArray(list) || list.length === 0)
    return wrong(`${at}.${group}`, '须是至少一个条件的列表');
  const parts = list.map((item, i) =>
    buildCondition(item, subject, `${at}.${group}[${i}]`, depth + 1),
  );
  const problems = parts.flatMap((part) => part.problems);
  const needed = neededOf(group, node, list.length);
  if (needed === null) return wrong(at, `atLeast 须是 1 到 ${list.length} 之间的整数`);
  return problems.length > 0
    ? refused(problems)
    : some(
        needed,
        parts.flatMap((part) => part.made ?? []),
        at,
      );
}

function neededOf(
  group: 'all' | 'any' | 'of',
  node: Record<string, unknown>,
  size: number,
): number | null {
  if (group === 'all') return size;
  if (group === 'any') return 1;
  const n = node['atLeast'];
  return typeof n === 'number' && Number.isInteger(n) && n >= 1 && n <= size ? n : null;
}

function negate({ made, problems }: Built, at: string): Built {
  if (!made) return { made, problems };
  const { condition } = made;
  const look = (facts: Facts): Sight => {
    const inner = condition.look(facts);
    return jointSight(!inner.held, [inner], DENIED);
  };
  const shape: Shape = { kind: 'not', at, part: made.shape };
  return {
    problems,
    made: { condition: { test: (facts) => !condition.test(facts), look }, shape },
  };
}

function some(needed: number, made: readonly Made[], at: string): Built {
  const parts = made.map(({ condition }) => condition);
  const reasons = gathered(needed);
  const condition: Condition = {
    test: testOf(needed, parts),
    look: (facts) => lookAll(needed, parts, facts, reasons),
  };
  const shape: Shape = { kind: 'some', at, needed, parts: made.map((one) => one.shape) };
  return { made: { condition, shape }, problems: [] };
}

function testOf(needed: number, parts: readonly Condition[]): (facts: Facts) => boolean {
  if (needed === parts.length) return (facts) => parts.every((part) => part.test(facts));
  if (needed === 1) return (facts) => parts.some((part) => part.test(facts));
  return (facts) => {
    let held = 0;
    return parts.some((part) => part.test(facts) && ++held >= needed);
  };
}

const DENIED: Reasons<readonly Sight[]> = {
  joins: 'not',
  tell: (parts) => `并非：${parts.map((part) => part.says).join('；')}`,
  find: () => [],
};

/** What held, where enough did; else what was lacking. */
const gathered = (needed: number): Reasons<readonly Sight[]> => ({
  joins: needed,
  tell: (parts, held) =>
    parts
      .filter((part) => part.held === held)
      .map((part) => part.says)
      .join('；'),
  find: (parts) => parts.filter((part) => part.held).flatMap((part) => part.evidence),
});

function lookAll(
  needed: number,
  conditions: readonly Condition[],
  facts: Facts,
  reasons: Reasons<readonly Sight[]>,
): Sight {
  const parts: Sight[] = [];
  let holding = 0;
  for (const condition of conditions) {
    const part = condition.look(facts);
    if (part.held) holding++;
    parts.push(part);
  }
  return jointSight(holding >= needed, parts, reasons);
}
