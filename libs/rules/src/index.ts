export { compileRules, type RulesFile } from './compile-rules.js';
export type { Finding, RuleEngine, RuleTrace } from './engine.js';
export type { FactHit, FactSignal, Facts, Subject } from './facts.js';
export { runExamples, type ExampleOutcome } from './run-examples.js';
export {
  rulesFileSchema,
  type RuleDefinition,
  type RuleExample,
  type RuleSource,
} from './schema.js';
export type { Sight } from './sight.js';
