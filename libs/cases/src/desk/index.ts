export { describeDesk } from './describe-desk.js';
export {
  AlertSteps,
  CaseRecords,
  Duties,
  EvidenceShelf,
  UnitNames,
  WorkTime,
  type AlertStep,
  type CaseFigures,
  type DeskHands,
  type Evidence,
  type LockedAlert,
  type NewDuty,
  type TimeAllowed,
} from './ports.js';
export {
  readConclusion,
  readDecision,
  readHandOver,
  readHandOverDraft,
  readMeeting,
  readNote,
  readReceipt,
  readTakeIn,
  readTaskReport,
  readVerification,
  rowIdOf,
} from './requests.js';
export { CHECKED_ELEMENTS } from '../verification/checklist.js';
export { GatherFacts } from '../handover/gather-facts.js';
export {
  answerName,
  answerOf,
  type HandOver,
  type HandOverFacts,
  type PackageMark,
  type Receipt,
  type ReceiptAnswer,
  type TakenIn,
} from '../handover/hand-over.js';
export {
  MakeHandOver,
  type HandOverDraft,
  type HandOverRequest,
} from '../handover/make-hand-over.js';
export { HandOverStore, PackageMaker, type NewHandOver, type Package } from '../handover/ports.js';
export { RecordReceipt, type ReceiptRequest } from '../handover/record-receipt.js';
export { ReopenPackage } from '../handover/reopen-package.js';
export { TakeInHandOver, type TakeInRequest } from '../handover/take-in.js';
export { thresholdsOf, type ThresholdRow } from '../handover/thresholds.js';
export { ledgerSheet, overdueOf, type LedgerSheet } from '../ledger/ledger-sheet.js';
export {
  ReadLedger,
  type Ledger,
  type LedgerLine,
  type LedgerRequest,
} from '../ledger/read-ledger.js';
export {
  LEDGER_DUTIES,
  UnitLedger,
  type DutyTally,
  type LedgerDuty,
  type LedgerQuestion,
  type UnitTally,
} from '../ledger/unit-ledger.js';
export { agendaKindName, agendaOf, type AgendaItem } from '../meeting/agenda.js';
export { DecideAtMeeting, type DecisionRequest } from '../meeting/decide-at-meeting.js';
export { FinishTask, type TaskReport } from '../meeting/finish-task.js';
export type { Matters } from '../meeting/matters.js';
export type {
  Meeting,
  MeetingDecision,
  MeetingLine,
  MeetingTask,
  TaskDone,
} from '../meeting/meeting.js';
export { minutesOf, type Minutes } from '../meeting/minutes.js';
export { MatterBook, MeetingStore, type NewDecision } from '../meeting/ports.js';
export { PrepareMeeting, type MeetingRequest } from '../meeting/prepare-meeting.js';
export { findingName } from '../verification/checklist.js';
export {
  ConcludeVerification,
  type Concluded,
  type ConclusionRequest,
} from '../verification/conclude-verification.js';
export { EvidenceCheck } from '../verification/evidence-check.js';
export { NoteVerification, type NoteRequest } from '../verification/note-verification.js';
export { OpenVerification, type VerificationRequest } from '../verification/open-verification.js';
export { VerificationStore, type NewEntry, type NewVerification } from '../verification/ports.js';
export { sayEntry } from '../verification/say-entry.js';
export {
  checklistOf,
  conclusionOf,
  type Entry,
  type Note,
  type Verification,
} from '../verification/verification.js';
