export { Database, migrate, type DatabaseOptions } from './database.js';
export { entitiesUnderLicence, type EntityUnderLicence } from './entities-under-licence.js';
export { PgAlerts } from './pg-alerts.js';
export { PgAttachments } from './pg-attachments.js';
export { PgCuts } from './pg-cuts.js';
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
export { PgExplanation, type Explanation } from './pg-explanation.js';
export { PgFrontTables } from './pg-front-tables.js';
export { PgLedger } from './pg-ledger.js';
export { PgMemory } from './pg-memory.js';
export { PgNoticeOutbox } from './pg-notice-outbox.js';
export { PgOutcomeLedger } from './pg-outcome-ledger.js';
export { PgOverview, type AlertDetail, type AlertLine, type Overview } from './pg-overview.js';
export { PgRecords } from './pg-records.js';
export { PgRefresh } from './pg-refresh.js';
export { PgReplay, type IdRange, type ReplayPeriod } from './pg-replay.js';
export { PgReporterVault } from './pg-reporter-vault.js';
export { PgShadow, type ShadowProgress, type ShadowVerdict } from './pg-shadow.js';
export { PgUnitOfWork } from './pg-unit-of-work.js';
export { PgVerdicts } from './pg-verdicts.js';
export { removeSamples, type RemovedSamples } from './remove-samples.js';
export { PgVaultLooks } from './pg-vault-looks.js';
export { PgVaultKeys, type SealedCount } from './pg-vault-keys.js';
export { SEALED, type SealedColumn } from './sealed-places.js';
export { VaultCipher } from './vault-cipher.js';
export { type KeySource, type MasterKeys } from './master-keys.js';
