import type { ComplaintPayload, FeedRecord, Reporter } from '@risk/domain';
import { fingerprintRecord } from '../fingerprint-record.js';
import type { ParsedItem, RawItem } from '../ports.js';

/** A complaint as it looks behind the door. */
export function complaint(
  over: Partial<FeedRecord> & { payload?: ComplaintPayload } = {},
): FeedRecord {
  const envelope = {
    source: 'hotline-12345',
    sourceId: 'c-1',
    occurredAt: new Date('2026-11-02T09:00:00+08:00'),
    operation: 'upsert' as const,
    related: [],
    payload: { text: '小区门口路灯坏了三天没人修' },
    ...over,
  };
  const record = { ...envelope, feed: 'complaint' as const, reporterKey: null };
  return {
    ...record,
    fingerprint: fingerprintRecord(record, null),
    ...over,
  } as FeedRecord;
}

export const rawItem = (bytes = '{}', origin: RawItem['origin'] = { index: 0 }): RawItem => ({
  feed: 'complaint',
  door: 'http',
  bytes: Buffer.from(bytes),
  origin,
});

export const parsed = (record: FeedRecord, reporter: Reporter | null = null): ParsedItem => ({
  item: rawItem(),
  record,
  reporter,
});
