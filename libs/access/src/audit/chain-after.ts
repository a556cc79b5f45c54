import type { AuditEvent, AuditHead, AuditLine } from './audit-event.js';
import { AUDIT_ALGORITHM, auditHash } from './audit-hash.js';
import { keptEvent } from './kept-event.js';

/** The lines that events become after a head; each store keeps exactly these. */
export function chainAfter(head: AuditHead, events: readonly AuditEvent[]): AuditLine[] {
  let previous = head.hash;
  return events.map((said, at) => {
    const event = keptEvent(said);
    const seq = String(head.size + at + 1);
    const line = {
      ...event,
      seq,
      algorithm: AUDIT_ALGORITHM,
      previous,
      hash: auditHash(previous, event, seq),
    };
    previous = line.hash;
    return line;
  });
}
