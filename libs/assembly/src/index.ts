export { cityOf } from './access/house-access.js';
export {
  tieAccess,
  type AccessDesk,
  type AccessStores,
  type IdentityDesk,
} from './access/tie-access.js';
export { AUDIT_FORMATS, exportAudit, type AuditFormat } from './audit/export-audit.js';
export { type AuditDesk } from './audit/tie-audit.js';
export { type CaseDesk } from './case-desk.js';
export { describeDoors } from './describe-doors.js';
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
export { failedExamples } from './failed-examples.js';
export { House, type Probe } from './house.js';
export { HouseModule } from './house.module.js';
export { acceptedSum, type Accepted } from './inlet.js';
export { kafkaOf, type KafkaSettings } from './kafka.js';
export { openHouse, type HouseOptions } from './open-house.js';
export { type BatchReport } from './process-batch.js';
export { PublishEvents } from './publish-events.js';
export { type ReplayReport } from './replay-dead-letters.js';
export { loadSamples, sampleStory, samplesLoaded, type Progress } from './load-samples.js';
export { whyNotHigher, type WhyNotHigher, type WhyNotHigherStory } from './why-not-higher.js';
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
export { importBookOf, planImport, runImport, type ImportPlan } from './import-file.js';
export type { NoticeDesk } from './tie-delivery.js';
export type { BulletinDesk } from './bulletins/tie-bulletins.js';
export { tipDesk, type TipDesk } from './tie-tips.js';
export type { TipLine } from '@risk/store';
