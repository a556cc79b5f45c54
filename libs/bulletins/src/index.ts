export {
  BulletinSource,
  type AlertDepth,
  type AlertLine,
  type AlertReason,
  type Complained,
  type FeedLine,
  type HandOverLine,
  type OpenCount,
  type OutcomeLine,
  type OverdueDuty,
  type OwingUnit,
  type PromisedYield,
  type Question,
  type Riser,
  type SpanFigures,
  type TierMove,
} from './source.js';
export {
  bulletinsSchema,
  compileBulletins,
  type BulletinPolicy,
  type RecipientGroup,
} from './policy.js';
export {
  CityWords,
  FeedWatch,
  LawBook,
  OutcomeMeasures,
  UnitLedgers,
  type ClaimedSums,
  type Days,
  type ExpectedSource,
  type LawBasis,
  type LedgerTable,
  type Measure,
  type NamedEntity,
  type Readings,
} from './sections/section.js';
export { ComposeBulletin } from './compose/compose-bulletin.js';
export { paperOf, type Broken, type Composition, type Content } from './compose/composition.js';
export type {
  Bulletin,
  BulletinKey,
  BulletinStep,
  FileLine,
  FileRole,
  NewBulletin,
  PressedFile,
  WholeBulletin,
} from './release/bulletin.js';
export {
  BulletinPost,
  BulletinPress,
  BulletinStore,
  OperatorWarning,
  ReporterGate,
  seriesKey,
  type ArchiveQuestion,
  type Dispatch,
  type Reader,
  type Receipt,
} from './release/ports.js';
export { ComposeDue } from './release/compose-due.js';
export { CorrectBulletin, type CorrectionWish } from './release/correct-bulletin.js';
export { FinishBulletins } from './release/finish-bulletins.js';
export { IssueBulletin } from './release/issue-bulletin.js';
export { MakeBulletin } from './release/make-bulletin.js';
export { OrderSpecial, type SpecialWish } from './release/order-special.js';
export type { Plan } from './release/plan.js';
export { Subjects, type Subject } from './release/subjects.js';
export { PreviewBulletin, type Preview, type PreviewWish } from './release/preview-bulletin.js';
export type { CityRegister, Party } from './release/series.js';
export { upcomingOf, type UpcomingIssue } from './release/upcoming.js';
export {
  bulletinStepName,
  PERSON_STEPS,
  TakeBulletinStep,
  type PersonStep,
  type StepWish,
} from './release/take-step.js';
export { readScope } from './scope.js';
export { describeBulletins } from './describe-bulletins.js';
export {
  ARCHIVE_PAGE,
  readArchiveQuestion,
  readCorrection,
  readPreview,
  readReason,
  readSpecial,
  readStepWish,
} from './requests.js';
export {
  DossierSource,
  type CordKind,
  type Dossier,
  type DossierAlert,
  type DossierChange,
  type DossierComplaints,
  type DossierCord,
  type DossierDuty,
  type DossierHandOver,
  type DossierIndex,
  type DossierKnot,
  type DossierLetter,
  type DossierOutcome,
  type DossierPoint,
  type DossierReceipt,
  type DossierRelations,
  type DossierSignal,
  type DossierVerification,
  type FoundElement,
  type HeldShare,
  type RegisteredEvent,
  type RegisteredFacts,
} from './dossier.js';
