import type { FeedRecord, Payload } from '@risk/domain';
import type { Explanation } from '@risk/store';

/** A kept record as the engines read it: what a door let through once; who reported stays in the vault. */
export function keptRecord(kept: Explanation['record']): FeedRecord {
  const { feed, source, sourceId, occurredAt, fingerprint } = kept;
  const shell = { source, sourceId, occurredAt, fingerprint, reporterKey: null };
  const payload = kept.payload as Payload;
  return { ...shell, feed, payload, operation: 'upsert', related: [] } as FeedRecord;
}
