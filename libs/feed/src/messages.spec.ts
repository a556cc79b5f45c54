import { describe, expect, it } from '@jest/globals';
import { alertEventMessageOf } from './alert-event-producer.js';
import { topicConfigsOf } from './create-topics.js';
import { lagOf } from './consumer-lag.js';
import { deadLetterMessageOf } from './dead-letter-producer.js';
import { feedMessageOf } from './feed-message.js';
import { FEED_TOPICS, feedOfTopic } from './feed-topics.js';

describe('a message from Kafka', () => {
  const place = { feed: 'complaint', topic: 'feed.complaint', partition: 3 } as const;
  const dressed = { attributes: 0, offset: '12', timestamp: '1762045200000' };

  it('keeps its bytes and loses its dress', () => {
    const headers = { a: Buffer.from('中'), b: ['x', 'y'], c: undefined };
    const message = { ...dressed, headers, key: Buffer.from('键'), value: Buffer.from([0xff]) };
    expect(feedMessageOf(place, message)).toEqual({
      ...place,
      offset: '12',
      key: '键',
      value: Buffer.from([0xff]),
      timestamp: new Date(1_762_045_200_000),
      headers: { a: '中', b: 'x' },
    });
  });

  it('may be a tombstone without a key', () => {
    const message = feedMessageOf(place, { ...dressed, headers: {}, key: null, value: null });
    expect([message.key, message.value]).toEqual([null, null]);
  });
});

describe('a dead letter', () => {
  const letter = { feed: 'complaint', reason: '不是 JSON', key: null } as const;

  it('carries the original bytes, the reason and where it stood', () => {
    const from = { topic: 'feed.complaint', partition: 3, offset: '12' };
    expect(deadLetterMessageOf({ ...letter, value: Buffer.from([0]), from })).toEqual({
      key: null,
      value: Buffer.from([0]),
      headers: {
        reason: '不是 JSON',
        feed: 'complaint',
        'source-topic': 'feed.complaint',
        partition: '3',
        offset: '12',
      },
    });
  });

  it('from another door has no place; a tombstone is marked, not mistaken for an empty text', () => {
    expect(deadLetterMessageOf({ ...letter, value: null })).toEqual({
      key: null,
      value: Buffer.alloc(0),
      headers: { reason: '不是 JSON', feed: 'complaint', tombstone: 'true' },
    });
  });
});

describe('an alert event', () => {
  it('is a CloudEvent in binary mode', () => {
    const at = new Date('2026-11-02T09:00:00+08:00');
    const event = {
      id: 'e1',
      type: 'risk.alert.upgraded',
      alertId: 'a1',
      at,
      data: { tier: 'red' },
    };
    expect(alertEventMessageOf(event, '/risk/alerts')).toEqual({
      key: 'a1',
      value: '{"tier":"red"}',
      headers: {
        ce_specversion: '1.0',
        ce_id: 'e1',
        ce_source: '/risk/alerts',
        ce_type: 'risk.alert.upgraded',
        ce_subject: 'a1',
        ce_time: '2026-11-02T01:00:00.000Z',
        'content-type': 'application/json; charset=utf-8',
      },
    });
  });
});

describe('the topics', () => {
  it('carry one feed each', () => {
    expect(feedOfTopic(FEED_TOPICS, 'feed.advertisement')).toBe('advertisement');
    expect(feedOfTopic(FEED_TOPICS, FEED_TOPICS.deadLetter)).toBeUndefined();
  });

  it('are planned: feeds by load, dead letters in one place and large enough for an original', () => {
    const configs = topicConfigsOf({ topics: FEED_TOPICS, partitions: 6, replicas: 3 });
    expect(configs.map(({ topic, numPartitions }) => [topic, numPartitions])).toEqual([
      ['feed.registration', 6],
      ['feed.complaint', 6],
      ['feed.advertisement', 6],
      ['feed.dead-letter', 1],
      ['risk.alert', 3],
    ]);
    expect(configs[3]?.configEntries).toContainEqual({
      name: 'max.message.bytes',
      value: '2097152',
    });
    expect(configs[0]?.configEntries).toContainEqual({ name: 'min.insync.replicas', value: '2' });
  });

  it.each([
    [-1n, 0n, 30n, 30n, null],
    [-1n, 10n, 30n, 20n, null],
    [25n, 0n, 30n, 5n, 25n],
    [5n, 10n, 30n, 20n, 5n],
  ])('committed %d of %d..%d: %d to go', (committed, begin, end, lag, known) => {
    const at = { topic: 't', partition: 0, committed, begin, end };
    expect(lagOf(at)).toEqual({ topic: 't', partition: 0, committed: known, begin, end, lag });
  });
});
