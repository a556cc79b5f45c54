export { cityOf } from './access/house-access.js';
export {
  tieAccess,
  type AccessDesk,
  type AccessStores,
  type IdentityDesk,
} from './access/tie-access.js';
export { AUDIT_FORMATS, exportAudit, type AuditFormat } from './audit/export-audit.js';
export { type AuditDesk } from './audit/tie-audit.js';
export type { Colleague } from './colleagues.js';
export { type VerificationState } from './audit/verification-run.js';
export { TellCalendar } from './calendar/tell-calendar.js';
export { type CaseDesk } from './case-desk.js';
export { describeDoors, formsOfDoors, type DescribedPart } from './describe-doors.js';
export { exportList, type ListColumn, type ListExport } from './lists/export-list.js';
export {
  type BacktestReport,
  type BacktestWish,
  type ChangedEntity,
} from './backtest/run-backtest.js';
export {
  compileJudging,
  lexiconRemarks,
  type Judging,
  type JudgingFiles,
} from './compile-judging.js';
export { compileEngines, type Engines, type Judgement } from './compile-engines.js';
export { type BacktestJob } from './backtest/backtest-jobs.js';
export { type KeptReport } from './backtest/keep-backtest.js';
export { type CodeFigure, type CodeFigures } from './drafts/code-figures.js';
export { type DraftProblem } from './drafts/draft-book.js';
export { type DraftReport, type TrialPair } from './drafts/draft-desk.js';
export { type RuleMoment, type RuleSheet, type WholeRule } from './drafts/rule-shelf.js';
export { type ToldDifference, type ToldPart } from './drafts/tell-difference.js';
export { type Trial } from './drafts/try-text.js';
export { failedExamples } from './failed-examples.js';
export { tendHeap } from './tend-heap.js';
export {
  ImportDesk,
  type ImportView,
  type Importer,
  type ReadingWish,
  type Upload,
} from './imports/import-desk.js';
export { type ShownColumn, type ShownPlan, type ShownRow } from './imports/show-plan.js';
export { EnterRecord, type Entered, type Entry } from './intake/enter-record.js';
export { shownFields, type ShownField } from './intake/shown-letter.js';
export { type Freshness, type SourceLine } from './intake/source-board.js';
export { type IntakeDesk } from './intake/tie-intake.js';
export { TellHouseState, type HouseState } from './house-state/tell-house-state.js';
export { House, type Probe } from './house.js';
export { HouseModule } from './house.module.js';
export { acceptedSum, type Accepted } from './inlet.js';
export { kafkaOf, type KafkaSettings } from './kafka.js';
export type { HouseOptions } from './house-options.js';
export { closed, listening, listenOn, urlOf } from './listening.js';
export { openHouse } from './open-house.js';
export { type BatchReport } from './process-batch.js';
export { PublishEvents } from './publish-events.js';
export { type ReplayReport } from './replay-dead-letters.js';
export { loadSamples, sampleStory, samplesLoaded, type Progress } from './load-samples.js';
export {
  markedRecord,
  type MarkedField,
  type MarkedPlace,
  type MarkedRecord,
} from './marked-record.js';
export { reasonCard, type ReasonCard } from './reason-card.js';
export {
  whyNotEntity,
  whyNotHigher,
  type WhyNotHigher,
  type WhyNotHigherStory,
} from './why-not-higher.js';
export type { Document, DraftDocument, LetterDesk } from './letter-desk.js';
export { PinoLog } from './pino-log.js';
export { runningHouse, reachDatabase, type RunningHouse } from './running-house.js';
export { type DeskPorts, type WorkDesk } from './tie-desk.js';
export { type KnownKey, type RotationReport, type VaultStatus } from './rotate-vault.js';
export { type VaultDesk } from './vault-desk.js';
export { tellMetrics, type ToldMetrics } from './tell-metrics.js';
export { serve, type Served } from './serve.js';
export {
  importLicensed,
  type LicensedImport,
  type LicensedReport,
} from './licensed/import-licensed.js';
export { type LicenceDesk, type ListAnswer, type ListWish } from './licensed/licence-desk.js';
export { importBookOf, planImport, runImport, type ImportPlan } from './import-file.js';
export type { NoticeDesk } from './tie-delivery.js';
export type { BulletinDesk } from './bulletins/tie-bulletins.js';
export { ENTITY_COLUMNS } from './entities/entity-columns.js';
export type { EntityDesk, EntityRow, EntityWish, SourcedRecord } from './entities/entity-desk.js';
export { tipDesk, type TipDesk } from './tie-tips.js';
