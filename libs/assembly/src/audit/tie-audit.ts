import { join } from 'node:path';
import { KeepDailyCheckpoint, RecordAudit, VerifyAudit, type AuditTrail } from '@risk/access';
import type { Clock, Log } from '@risk/kit';
import type { Environment } from '@risk/settings';
import { PgAuditTrail, type Database } from '@risk/store';
import { CheckpointLog } from './checkpoint-log.js';
import { VerificationRun } from './verification-run.js';

/** The audit trail: written to, read, verified, and witnessed outside the database. */
export interface AuditDesk {
  readonly trail: AuditTrail;
  readonly record: RecordAudit;
  readonly verify: VerifyAudit;
  /** The same in the background, for whoever asks over HTTP. */
  readonly verification: VerificationRun;
  readonly daily: KeepDailyCheckpoint;
  readonly outside: CheckpointLog;
}

interface AuditHands {
  readonly database: Database;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly log: Log;
}

/** Ties the audit trail to its tables and to its file of checkpoints. */
export function tieAudit({ database, environment, clock, log }: AuditHands): AuditDesk {
  const trail = new PgAuditTrail(database);
  const outside = new CheckpointLog(join(environment.dataDir, 'audit', 'checkpoints.log'));
  const verify = new VerifyAudit(trail);
  return {
    trail,
    record: new RecordAudit(trail),
    verify,
    verification: new VerificationRun(verify, outside, clock, log),
    daily: new KeepDailyCheckpoint(trail, outside, clock, log),
    outside,
  };
}
