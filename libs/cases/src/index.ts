export {
  AttachmentStore,
  type Attachment,
  type AttachmentWish,
  type KeptAttachment,
} from './attachments/attachment-store.js';
export {
  checkedAttachment,
  MOST_ATTACHED_BYTES,
  type CheckedAttachment,
} from './attachments/check-attachment.js';
export { DecideTier, type TierRequest } from './decide-tier.js';
export { describeCases } from './describe-cases.js';
export { examplesOf, type DecidedExample, type DecidedExamples } from './learn-from-outcomes.js';
export { maskPersons } from './mask-persons.js';
export type { KnownShare } from './life-figures.js';
export type {
  LeadTime,
  OutcomeFigures,
  OutcomeReport,
  Precision,
  ReasonPrecision,
} from './measure-outcomes.js';
export {
  CaseStore,
  Heeding,
  OutcomeLedger,
  type AlertedCase,
  type CaseEntity,
  type DecidedText,
  type KnownOutcome,
  type OpenCases,
  type OutcomeLine,
  type Period,
  type PeriodAsOf,
  type ReasonTally,
  type Reference,
  type UnalertedCase,
} from './ports.js';
export { RecordOutcome, type OutcomeRequest } from './record-outcome.js';
export { ReportOutcomes, type ReportRequest } from './report-outcomes.js';
export { readOutcomeRequest, readTierRequest } from './requests.js';
export {
  CREDIT_COLUMNS,
  type CreditCase,
  type CreditColumn,
  type PenaltyDecision,
} from './credit-columns.js';
export {
  draftCreditRecord,
  signCreditRecord,
  type CreditDraft,
  type SignedCreditRecord,
  type ToFillIn,
} from './credit-record.js';
export type * from './letters/facts.js';
export {
  LETTERS,
  LETTER_CODES,
  writeLetter,
  type FactsOf,
  type LetterCode,
} from './letters/letters.js';
export { maskedText, type MaskedText } from './letters/masked-text.js';
export { namesReporter, refuseReporters } from './letters/refuse-reporters.js';
export { signPaper, type SignedPaper, type Signing } from './letters/sign-paper.js';
export * from './desk/index.js';
export * from './drafting/index.js';
export { ApproveLook, type ApprovalWish } from './vault/approve-look.js';
export { describeVault } from './vault/describe-vault.js';
export { Look } from './vault/look.js';
export { compileLookPolicy, type LookPolicy } from './vault/look-policy.js';
export {
  VaultLooks,
  type LookApproval,
  type LookRequest,
  type SeenReporter,
  type VaultLook,
} from './vault/ports.js';
export { RequestLook, type LookWish } from './vault/request-look.js';
export { readApprovalWish, readLook, readLookWish } from './vault/vault-requests.js';
