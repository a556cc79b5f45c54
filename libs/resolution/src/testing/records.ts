import type { FeedRecord, PayloadOf } from '@risk/domain';

const envelope = {
  source: 'test',
  sourceId: '1',
  occurredAt: new Date('2026-11-20T00:00:00Z'),
  operation: 'upsert',
  related: [],
  fingerprint: 'f',
  reporterKey: null,
} as const;

/** A complaint with nothing but what the spec says. */
export const complaint = (payload: PayloadOf['complaint']): FeedRecord => ({
  ...envelope,
  feed: 'complaint',
  payload,
});

/** An advertisement with nothing but what the spec says. */
export const advertisement = (payload: PayloadOf['advertisement']): FeedRecord => ({
  ...envelope,
  feed: 'advertisement',
  payload,
});

/** A registration with nothing but what the spec says. */
export const registration = (payload: PayloadOf['registration']): FeedRecord => ({
  ...envelope,
  feed: 'registration',
  payload,
});
