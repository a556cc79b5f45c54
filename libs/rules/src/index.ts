export { compileRules, type RulesFile } from './compile-rules.js';
export { describeCondition, linesOf, type Description } from './describe-rule.js';
export { pathOf, placedProblem, type PlacedProblem } from './placed-problem.js';
export type { Finding } from './compiled-rule.js';
export type { RuleCard, RuleEngine } from './engine.js';
export type { RuleTrace } from './rule-trace.js';
export type { FactHit, FactSignal, Facts, Subject } from './facts.js';
export { fieldNames, fieldSpec } from './fields.js';
export type { KnownCodes } from './known-codes.js';
export type { NearMiss } from './near-miss.js';
export { runExamples, type ExampleOutcome } from './run-examples.js';
export {
  rulesFileSchema,
  type RuleDefinition,
  type RuleExample,
  type RuleSource,
} from './schema.js';
export type { Sight } from './sight.js';
