export { DecideTier, type TierRequest } from './decide-tier.js';
export { describeCases } from './describe-cases.js';
export { examplesOf, type DecidedExample, type DecidedExamples } from './learn-from-outcomes.js';
export type { KnownShare } from './life-figures.js';
export { type OutcomeReport, type Precision } from './measure-outcomes.js';
export {
  CaseStore,
  Heeding,
  OutcomeLedger,
  type AlertedCase,
  type CaseEntity,
  type DecidedText,
  type KnownOutcome,
  type OutcomeLine,
  type Period,
  type Reference,
  type UnalertedCase,
} from './ports.js';
export { RecordOutcome, type OutcomeRequest } from './record-outcome.js';
export { ReportOutcomes, type ReportRequest } from './report-outcomes.js';
export { readOutcomeRequest, readTierRequest } from './requests.js';
export * from './desk/index.js';
