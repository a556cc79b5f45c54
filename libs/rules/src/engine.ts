import type { Dimension, Evidence, LegalElement, Scheme } from '@risk/domain';
import type { Facts, Subject } from './facts.js';
import type { RuleSource } from './schema.js';
import { leadingPlaces, type Condition, type Sight } from './sight.js';

/** A rule that fired, with its sentence and the strongest place it rests on. */
export interface Finding {
  readonly rule: string;
  readonly title: string;
  readonly source: RuleSource;
  readonly dimension: Dimension;
  readonly weight: number;
  readonly halfLifeDays: number | null;
  readonly elements: readonly LegalElement[];
  readonly scheme: Scheme | null;
  readonly because: string;
  readonly evidence: Evidence | null;
}

/** What one rule saw, whether it fired or not. */
export interface RuleTrace {
  readonly rule: string;
  readonly title: string;
  readonly fired: boolean;
  /** Why a rule was not asked: its legal basis does not hold at that time; else null. */
  readonly notInForce: string | null;
  readonly sight: Sight;
}

/** A legal basis with the milliseconds between which it holds. */
export interface LegalBasis {
  readonly source: RuleSource;
  readonly from: number;
  readonly to: number;
}

/** A rule ready to run. */
export interface CompiledRule {
  readonly id: string;
  readonly title: string;
  readonly feed: Subject;
  readonly bases: readonly LegalBasis[];
  readonly condition: Condition;
  readonly verdict: Pick<Finding, 'dimension' | 'weight' | 'halfLifeDays' | 'elements' | 'scheme'>;
  readonly explain: (facts: Facts, seen: Sight) => string;
}

/** Compiled rules of one version. */
export interface RuleEngine {
  readonly version: string;
  readonly size: number;
  /** The rules that fire, in the order of the files. */
  readonly evaluate: (facts: Facts) => Finding[];
  /** What every rule for this feed saw. */
  readonly trace: (facts: Facts) => RuleTrace[];
}

/** Puts compiled rules into an engine that asks only the rules of the record's feed. */
export function engineOf(rules: readonly CompiledRule[], version: string): RuleEngine {
  const byFeed: Record<Subject, CompiledRule[]> = {
    registration: [],
    complaint: [],
    advertisement: [],
    entity: [],
  };
  for (const rule of rules) byFeed[rule.feed].push(rule);
  return {
    version,
    size: rules.length,
    evaluate: (facts) => evaluate(byFeed[facts.feed], facts),
    trace: (facts) => byFeed[facts.feed].map((rule) => traceOf(rule, facts)),
  };
}

function evaluate(rules: readonly CompiledRule[], facts: Facts): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const basis = basisAt(rule, facts.occurredAt);
    if (basis && rule.condition.test(facts)) findings.push(find(rule, basis.source, facts));
  }
  return findings;
}

/** The basis that held at that time. */
function basisAt(rule: CompiledRule, when: Date): LegalBasis | undefined {
  const at = when.getTime();
  return rule.bases.find((basis) => at >= basis.from && at < basis.to);
}

function find(rule: CompiledRule, source: RuleSource, facts: Facts): Finding {
  const seen = rule.condition.look(facts);
  const { id, title, verdict } = rule;
  const because = rule.explain(facts, seen);
  return { rule: id, title, source, ...verdict, because, evidence: leadingPlaces(seen)[0] ?? null };
}

function traceOf(rule: CompiledRule, facts: Facts): RuleTrace {
  const sight = rule.condition.look(facts);
  const notInForce = basisAt(rule, facts.occurredAt) ? null : sayPeriods(rule);
  const fired = notInForce === null && sight.held;
  return { rule: rule.id, title: rule.title, fired, notInForce, sight };
}

function sayPeriods({ bases }: CompiledRule): string {
  const periods = bases.map(
    ({ source: { law, from = '始', to = '今' } }) => `${law}（${from} 至 ${to}）`,
  );
  return `事发时依据未施行或已失效：${periods.join('、')}`;
}
