import type { AuditCheckpoint } from '@risk/access';
import type { VerificationState } from '../audit/verification-run.js';
import type { AuditState } from './house-state.js';

/** How the audit trail stands, without a line of it. */
export function auditStateOf(
  lines: number,
  verification: VerificationState,
  last: AuditCheckpoint | null,
): AuditState {
  return { lines, verified: verifiedOf(verification), witnessedAt: last?.at ?? null };
}

function verifiedOf(verification: VerificationState): AuditState['verified'] {
  switch (verification.state) {
    case 'never':
      return null;
    case 'running':
      return { state: 'running', at: verification.startedAt, faults: 0 };
    case 'failed':
      return { state: 'failed', at: verification.finishedAt, faults: 0 };
    case 'done': {
      const { finishedAt, verdict } = verification;
      return { state: 'done', at: finishedAt, faults: verdict.faults };
    }
  }
}
