import { NO_FACTS } from '@risk/domain';
import { compileRules, readRules, type FiledRule, type RulesFile } from './compile-rules.js';
import type { RuleEngine } from './engine.js';
import { readingFields } from './fields.js';
import type { FactHit, Facts } from './facts.js';
import type { RuleDefinition, RuleExample } from './schema.js';

/** One example of one rule and what came of it. */
export interface ExampleOutcome {
  readonly file: string;
  readonly rule: string;
  readonly index: number;
  readonly note: string;
  readonly expected: RuleExample['expect'];
  readonly passed: boolean;
  /** What the rule saw, or why the example itself cannot be used. */
  readonly says: string;
}

const DAY = 86_400_000;

/** Runs the examples that stand beside the rules: each rule must fire or stay silent as it promises. */
export function runExamples(files: readonly RulesFile[]): ExampleOutcome[] {
  const engine = compileRules(files);
  return readRules(files).rules.flatMap((filed) =>
    filed.rule.examples.map((example, index) => run(engine, filed, example, index)),
  );
}

function run(
  engine: RuleEngine,
  { file, rule }: FiledRule,
  example: RuleExample,
  index: number,
): ExampleOutcome {
  const head = { file, rule: rule.id, index, note: example.note ?? '', expected: example.expect };
  const facts = factsOf(rule, example);
  if (typeof facts === 'string') return { ...head, passed: false, says: facts };
  const trace = engine.trace(facts).find((one) => one.rule === rule.id);
  const fired = engine.evaluate(facts).some((finding) => finding.rule === rule.id);
  return {
    ...head,
    passed: fired === (example.expect === 'fires'),
    says: trace?.notInForce ?? trace?.sight.says ?? '',
  };
}

/** The facts that an example gives, or why they cannot be had. */
export function factsOf(rule: RuleDefinition, { given }: RuleExample): Facts | string {
  const occurredAt = new Date(given.occurredAt);
  if (Number.isNaN(occurredAt.getTime())) return `occurredAt 不是时间：${given.occurredAt}`;
  const hits: FactHit[] = [];
  for (const [code, quotes] of Object.entries(given.hits)) {
    for (const quote of typeof quotes === 'string' ? [quotes] : quotes) {
      const hit = locate(rule, given.record, code, quote);
      if (!hit) return `记录中没有“${quote}”，无法放置 ${code}`;
      hits.push(hit);
    }
  }
  const entity = given.entity ? { ...NO_FACTS, ...given.entity } : null;
  return {
    feed: rule.feed,
    record: given.record,
    occurredAt,
    hits,
    annualYieldPercent: given.annualYieldPercent,
    entity: rule.feed === 'entity' ? (entity ?? NO_FACTS) : null,
    signals: given.signals.map(({ daysAgo, ...signal }) => ({
      ...signal,
      occurredAt: new Date(occurredAt.getTime() - daysAgo * DAY),
    })),
  };
}

function locate(
  rule: RuleDefinition,
  record: Readonly<Record<string, unknown>>,
  code: string,
  quote: string,
): FactHit | null {
  for (const field of readingFields(rule.feed)) {
    const text = record[field];
    const start = typeof text === 'string' ? text.indexOf(quote) : -1;
    if (start >= 0) return { code, field, start, end: start + quote.length, suppressed: null };
  }
  return null;
}
