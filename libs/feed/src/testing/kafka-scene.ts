import { setTimeout as sleep } from 'node:timers/promises';
import { FEEDS } from '@risk/domain';
import { SilentLog } from '@risk/kit';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import type { BatchHandler } from '../batch-handler.js';
import { createTopics } from '../create-topics.js';
import { FeedConsumer, type FeedConsumerOptions } from '../feed-consumer.js';
import { FeedSender } from '../feed-sender.js';
import type { FeedTopics } from '../feed-topics.js';
import type { KafkaConnection } from '../kafka-connection.js';
import { TopicProducer } from '../topic-producer.js';
import { placeOf, type Keep } from './keeping-handler.js';
import { RecordingLog } from './recording-log.js';

let scenes = 0;

/** Topics, a group, a producer and an observer of its own on a real broker. */
export class KafkaScene {
  readonly topics: FeedTopics;
  readonly groupId: string;
  readonly connection: KafkaConnection;
  readonly producer: TopicProducer;
  readonly sender: FeedSender;
  readonly log = new RecordingLog();
  /** Offsets that were committed although their messages were not yet kept. */
  readonly hasty: string[] = [];
  private readonly consumers: FeedConsumer[] = [];
  private readonly admin: Admin;
  private watching = true;
  private watch: Promise<void> = Promise.resolve();

  constructor(
    brokers: readonly string[],
    readonly keep: Keep,
  ) {
    scenes += 1;
    this.groupId = `scene-${scenes}`;
    const name = (topic: string): string => `s${scenes}.${topic}`;
    this.topics = {
      registration: name('registration'),
      complaint: name('complaint'),
      advertisement: name('advertisement'),
      deadLetter: name('dead-letter'),
      alerts: name('alert'),
    };
    this.connection = { brokers, clientId: 'scene' };
    this.producer = new TopicProducer(this.connection, new SilentLog());
    this.sender = new FeedSender(this.producer, this.topics);
    this.admin = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
  }

  async open(partitions = 3): Promise<this> {
    await createTopics(this.connection, { topics: this.topics, partitions, replicas: 1 }, this.log);
    this.watch = this.watchCommits();
    return this;
  }

  /** n records, shared among the feeds and over many subjects. */
  async produce(n: number, label = 'r'): Promise<readonly string[]> {
    const ids = Array.from({ length: n }, (_, i) => `${label}-${i}`);
    for (const [f, feed] of FEEDS.entries()) {
      const own = ids.filter((_, i) => i % FEEDS.length === f);
      await this.sender.send(feed, own.map(recordOf));
    }
    return ids;
  }

  consumer(handler: BatchHandler, options: Partial<FeedConsumerOptions> = {}): FeedConsumer {
    const consumer = new FeedConsumer(this.consumerOptions(options), handler, this.log);
    this.consumers.push(consumer);
    consumer.start();
    return consumer;
  }

  consumerOptions(options: Partial<FeedConsumerOptions> = {}): FeedConsumerOptions {
    const { connection, groupId, topics } = this;
    const backOff = { first: 50, most: 300 };
    return {
      connection,
      groupId,
      topics,
      sessionTimeout: 2_000,
      handlerBackOff: backOff,
      connectBackOff: backOff,
      ...options,
    };
  }

  /** What the broker believes to be done: the sum of all committed offsets. */
  async committed(): Promise<number> {
    return (await this.committedOffsets()).reduce(
      (sum, { offset }) => sum + Math.max(0, offset),
      0,
    );
  }

  async close(): Promise<void> {
    this.watching = false;
    await this.watch;
    await Promise.all(this.consumers.map((consumer) => consumer.stop()));
    await this.producer.close();
    await this.admin.disconnect();
  }

  /** Looks again and again whether a commit ever runs ahead of the handler. */
  private async watchCommits(): Promise<void> {
    while (this.watching) {
      const offsets = await this.committedOffsets().catch(() => []);
      for (const { topic, partition, offset } of offsets) this.compare(topic, partition, offset);
      await sleep(50);
    }
  }

  private compare(topic: string, partition: number, committed: number): void {
    for (let at = 0; at < committed; at += 1) {
      const place = placeOf({ topic, partition, offset: String(at) });
      if (!this.keep.handled.has(place)) this.hasty.push(place);
    }
  }

  private async committedOffsets(): Promise<
    { topic: string; partition: number; offset: number }[]
  > {
    await this.admin.connect();
    const topics = FEEDS.map((feed) => this.topics[feed]);
    const fetched = await this.admin.fetchOffsets({ groupId: this.groupId, topics });
    return fetched.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, offset }) => ({ topic, partition, offset: Number(offset) })),
    );
  }
}

const recordOf = (sourceId: string, i: number): Record<string, unknown> => ({
  source: 'scene',
  sourceId,
  occurredAt: '2026-11-02T09:00:00+08:00',
  payload: { name: `郴州${i}号商行`, text: '测试' },
});
