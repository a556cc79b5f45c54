import type { LegalElement } from '@risk/domain';
import { heardInTurn } from './chain.js';
import { suppressionOf } from './context.js';
import { basisAt, type CompiledRule, type Finding } from './compiled-rule.js';
import type { Facts, Subject } from './facts.js';
import { strangeCodes, type KnownCodes } from './known-codes.js';
import { nearestFirst, nearMissOf, type NearMiss } from './near-miss.js';
import { traceOf, type RuleTrace } from './rule-trace.js';
import type { RuleSource } from './schema.js';
import { leadingPlaces } from './sight.js';

/** What a rule is called, and everything that it ever rested on. */
export interface RuleCard {
  readonly title: string;
  /** What it looks at: records of a feed, or entities as a whole. */
  readonly feed: Subject;
  readonly sources: readonly RuleSource[];
  /** The elements of the law that it touches when it fires. */
  readonly elements: readonly LegalElement[];
}

/** Compiled rules of one version. */
export interface RuleEngine {
  readonly version: string;
  readonly size: number;
  /** The rules that fire, in the order of the files. */
  readonly evaluate: (facts: Facts) => Finding[];
  /** What every rule for this feed saw. */
  readonly trace: (facts: Facts) => RuleTrace[];
  /** At most so many rules that did not fire although something spoke for them, the nearest first. */
  readonly nearest: (facts: Facts, most: number) => NearMiss[];
  /** Codes that rules ask for and that are not among the known ones, a sentence each. */
  readonly strangers: (known: KnownCodes) => string[];
  /** The ids of all rules: the codes that their findings bear. */
  readonly ids: ReadonlySet<string>;
  /** What each rule is called and rests on, by id. */
  readonly cards: ReadonlyMap<string, RuleCard>;
  /** What a person should look at although the rules can be used. */
  readonly remarks: readonly string[];
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
  const heard = heardInTurn(rules);
  const ids = new Set(rules.map(({ id }) => id));
  const complete = (facts: Facts): Facts =>
    facts.feed === 'entity' ? heard.reduce(withFinding, facts) : facts;
  return {
    version,
    size: rules.length,
    evaluate: (facts) => evaluate(byFeed[facts.feed], complete(facts)),
    trace: (facts) => {
      const whole = complete(facts);
      return byFeed[facts.feed].map((rule) => traceOf(rule, whole));
    },
    nearest: (facts, most) => nearest(byFeed[facts.feed], complete(facts), most),
    strangers: (known) => strangeCodes(rules, ids, known),
    ids,
    cards: new Map(rules.map((rule) => [rule.id, cardOf(rule)])),
    remarks: rules.flatMap((rule) => rule.remarks),
  };
}

const cardOf = ({ title, feed, bases, verdict }: CompiledRule): RuleCard => ({
  title,
  feed,
  elements: verdict.elements,
  sources: bases.map(({ source }) => source),
});

/** The facts with what a rule found in them: a signal of the moment that rules after it may ask for. */
function withFinding(facts: Facts, rule: CompiledRule): Facts {
  if (!fires(rule, facts)) return facts;
  const found = { code: rule.id, occurredAt: facts.occurredAt, times: 1, persons: 1 };
  return { ...facts, signals: [...(facts.signals ?? []), found] };
}

const fires = (rule: CompiledRule, facts: Facts): boolean =>
  basisAt(rule, facts.occurredAt) !== undefined && rule.condition.test(facts);

const nearest = (rules: readonly CompiledRule[], facts: Facts, most: number): NearMiss[] =>
  rules
    .flatMap((rule) => nearMissOf(rule, traceOf(rule, facts)) ?? [])
    .sort(nearestFirst)
    .slice(0, most);

function evaluate(rules: readonly CompiledRule[], facts: Facts): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const basis = basisAt(rule, facts.occurredAt);
    if (basis && rule.condition.test(facts)) findings.push(find(rule, basis.source, facts));
  }
  return findings;
}

function find(rule: CompiledRule, source: RuleSource, facts: Facts): Finding {
  const seen = rule.condition.look(facts);
  const { id, title, verdict } = rule;
  const because = rule.explain(facts, seen);
  const evidence = leadingPlaces(seen)[0] ?? null;
  const suppressed = suppressionOf(seen, facts);
  return { rule: id, title, source, ...verdict, because, evidence, suppressed };
}
