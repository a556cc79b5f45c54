import { fingerprintOf } from '@risk/kit';
import type { Envelope } from '@risk/domain';

/**
 * The fingerprint of everything that matters in a record. The reporter enters only as its keyed
 * pseudonym, so that a new reporter is new content and yet nothing of the person is in the print.
 */
export function fingerprintRecord(envelope: Envelope, reporterKey: string | null): string {
  return fingerprintOf({
    occurredAt: envelope.occurredAt.toISOString(),
    operation: envelope.operation,
    payload: envelope.payload,
    related: envelope.related,
    ...(reporterKey !== null && { reporterKey }),
  });
}
