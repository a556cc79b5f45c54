import type { Feed, FeedRecord, Payload } from '@risk/domain';

const HEAD = { source: 'evaluate', sourceId: '', operation: 'upsert', related: [] };

/** A record that came by no door, as judging wants it. */
export const recordOf = (feed: Feed, payload: Payload, occurredAt: Date): FeedRecord =>
  ({ ...HEAD, fingerprint: '', reporterKey: null, feed, payload, occurredAt }) as FeedRecord;
