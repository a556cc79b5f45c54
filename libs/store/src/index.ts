export { listPage, type ListFilter, type ListTable, type SortColumn } from './list-page.js';
export { PgBulletinSource } from './bulletins/pg-bulletin-source.js';
export { PgDossier } from './bulletins/pg-dossier.js';
export { PgSubjects } from './bulletins/pg-subjects.js';
export { Database, migrate, type DatabaseOptions } from './database.js';
export { entitiesUnderLicence, type EntityUnderLicence } from './entities-under-licence.js';
export { PgAlerts } from './pg-alerts.js';
export { PgAuditTrail } from './audit/pg-audit-trail.js';
export { PgAttachments } from './pg-attachments.js';
export { PgCreditExports } from './pg-credit-exports.js';
export { PgCuts } from './pg-cuts.js';
export { PgCaseRecords } from './pg-case-records.js';
export { PgCases } from './pg-cases.js';
export { EngineTexts, type EngineText } from './engine-texts.js';
export { PgDeadLetters } from './pg-dead-letters.js';
export { PgEntities } from './pg-entities.js';
export {
  PgEventOutbox,
  type UnpublishedChange,
  type UnpublishedLetter,
} from './pg-event-outbox.js';
export { PgEditions } from './pg-editions.js';
export {
  PgExplanation,
  type Explanation,
  type JudgedOnce,
  type RecordsQuestion,
} from './pg-explanation.js';
export { PgFrontTables } from './pg-front-tables.js';
export { PgHandOvers } from './pg-hand-overs.js';
export { PgImportJobs } from './imports/pg-import-jobs.js';
export { PgMappings } from './imports/pg-mappings.js';
export {
  LETTER_SORTS,
  MOST_REPLAYED,
  PgLetterList,
  type LetterSort,
  type LetterWish,
} from './intake/pg-letter-list.js';
export { PgSourceReadings } from './intake/pg-source-readings.js';
export { PgAlertSubjects, type AlertSubject } from './pg-alert-subjects.js';
export { PgKnownReporters } from './pg-known-reporters.js';
export { PgLedger } from './pg-ledger.js';
export { PgLetterSource } from './pg-letter-source.js';
export { PgLetters } from './pg-letters.js';
export { PgMatterBook } from './pg-matter-book.js';
export { PgMeetings } from './pg-meetings.js';
export { PgMemory } from './pg-memory.js';
export { keepNotices } from './keep-notices.js';
export { PgNoticeHistory } from './pg-notice-history.js';
export { PgNoticeOutbox } from './pg-notice-outbox.js';
export { PgOutcomeLedger } from './pg-outcome-ledger.js';
export {
  PgSituation,
  type OpenCell,
  type Situation,
  type SituationDay,
  type SituationDuties,
} from './pg-situation.js';
export { PgOverview, type AlertDetail, type AlertLine, type Overview } from './pg-overview.js';
export { PgRecords } from './pg-records.js';
export { PgRefresh } from './pg-refresh.js';
export { PgReplay, type IdRange, type ReplayPeriod } from './pg-replay.js';
export { PgReporterVault } from './pg-reporter-vault.js';
export {
  PgBacktests,
  type BacktestChange,
  type BacktestChangeLine,
  type BacktestSort,
  type KeptBacktest,
} from './pg-backtests.js';
export { PgStrikes, type StrikeCount, type StrikeLine, type StruckAlert } from './pg-strikes.js';
export { PgShadow, type ShadowProgress, type ShadowVerdict } from './pg-shadow.js';
export { PgUnitOfWork } from './pg-unit-of-work.js';
export { PgPresentLedger } from './pg-present-ledger.js';
export { PgUnitLedger } from './pg-unit-ledger.js';
export { PgVerdicts } from './pg-verdicts.js';
export {
  PgAlertBook,
  type AlertLife,
  type FileLine,
  type FloodLine,
  type InboxLine,
  type LifeLine,
  type SilenceLine,
} from './life/pg-alert-book.js';
export * from './desk-lists/index.js';
export {
  PgAlertSurroundings,
  type AlertBeside,
  type AlertEntity,
  type Assignee,
  type SharedThing,
} from './life/pg-alert-surroundings.js';
export type { DutyLine } from './life/duty-line.js';
export { PgDebuts } from './life/pg-debuts.js';
export { PgDuties } from './life/pg-duties.js';
export { PgLife } from './life/pg-life.js';
export { PgQuiet } from './life/pg-quiet.js';
export {
  PgWorkload,
  type DutyQuestion,
  type HushedAlert,
  type UnitWork,
  type WorkFigures,
} from './life/pg-workload.js';
export { PgTelling } from './life/pg-telling.js';
export { PgTellingContext } from './life/pg-telling-context.js';
export { PgVerifications } from './pg-verifications.js';
export { removeSamples, type RemovedSamples } from './remove-samples.js';
export { PgVaultLooks } from './pg-vault-looks.js';
export { PgVaultKeys, type SealedCount } from './pg-vault-keys.js';
export { SEALED, type SealedColumn } from './sealed-places.js';
export { VaultCipher } from './vault-cipher.js';
export { type KeySource, type MasterKeys } from './master-keys.js';
export { PgBulletins } from './bulletins/pg-bulletins.js';
export { PgAccounts } from './access/pg-accounts.js';
export { PgRescues } from './access/pg-rescues.js';
export { PgSessions } from './access/pg-sessions.js';
export { PgTokens } from './access/pg-tokens.js';
export { PgSight } from './access/pg-sight.js';
export { AlertSignals, type AlertEar, type AlertSignal } from './queue/alert-signals.js';
export { PgColleagues, type ColleagueLine } from './queue/pg-colleagues.js';
export { MOST_IN_VIEW, PgQueue, type AlertVersion, type Asking } from './queue/pg-queue.js';
export {
  MOST_VIEWS,
  PgViews,
  type KeptView,
  type ViewChange,
  type ViewDraft,
} from './queue/pg-views.js';
export { MOST_FRESH, type QueueLine } from './queue/queue-line.js';
export {
  EVERY_OPEN,
  NO_REGION,
  QUEUE_DUE,
  QUEUE_HUSHED,
  QUEUE_SORTS,
  QUEUE_STATES,
  QUEUE_WHOSE,
  type QueueAsker,
  type QueueFilter,
  type QueueSort,
} from './queue/queue-question.js';
export { PgEntityBook } from './entities/pg-entity-book.js';
export {
  ENTITY_KINDS,
  ENTITY_SORTS,
  type EntityKind,
  type EntityLine,
  type EntityQuestion,
  type EntitySort,
} from './entities/pg-entity-list.js';
export type { EntityWords } from './entities/entity-finding.js';
export type { EntityProfile } from './entities/entity-profile.js';
export type { EntityHistory, HistoryEvent, HistoryReader } from './entities/entity-history.js';
export type { Neighbourhood, NeighbourQuestion } from './entities/entity-neighbours.js';
export {
  RECORD_SORTS,
  type ListedRecords,
  type RecordQuestion,
  type RecordSort,
} from './entities/entity-records.js';
export type { RecordLine } from './entities/shown-record.js';
export type { EntityThen } from './entities/entity-then.js';
export { PgTips } from './tips/pg-tips.js';
export {
  PgTipBook,
  type TipAlertLine,
  type TipDetail,
  type TipFileLine,
  type TipLine,
  type TipQuestion,
} from './tips/pg-tip-book.js';
export { PgServerFacts } from './pg-server-facts.js';
export { PgVitals } from './pg-vitals.js';
