export { AUDIT_ACTIONS, isLook, type AuditAction, type SignInAction } from './audit-actions.js';
export { AUDIT_HEADINGS, auditRow } from './audit-columns.js';
export { deedTitle, hasManyDeeds } from './audit-deeds.js';
export {
  AUDIT_OUTCOMES,
  type AuditCheckpoint,
  type AuditDetail,
  type AuditEvent,
  type AuditHead,
  type AuditLine,
  type AuditOutcome,
} from './audit-event.js';
export { hasFilterWords, isKnownFilter, toldFilters } from './audit-filters.js';
export { AUDIT_ALGORITHM, auditBytes, auditHash, GENESIS } from './audit-hash.js';
export {
  AUDIT_FAULTS,
  AuditVerifier,
  type AuditFault,
  type AuditFaultKind,
} from './audit-verifier.js';
export { auditWords, isNamedKind, subjectsCalled, type AuditWords } from './audit-words.js';
export { chainAfter } from './chain-after.js';
export { checkpointText, readCheckpoint, readCheckpoints } from './checkpoint-text.js';
export { namesDeed, toldAt, type Told, type WordAt } from './door-deeds.js';
export { KeepDailyCheckpoint } from './keep-daily-checkpoint.js';
export { AuditTrail, OutsideCheckpoints, type AuditQuestion } from './ports.js';
export { RecordAudit } from './record-audit.js';
export { VerifyAudit, type AuditVerdict } from './verify-audit.js';
