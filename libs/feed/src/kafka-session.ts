import { FEEDS, type Feed } from '@risk/domain';
import type { Clock, Milliseconds, Log } from '@risk/kit';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { Delivery } from './delivery.js';
import { feedMessageOf } from './feed-message.js';
import { feedOfTopic } from './feed-topics.js';
import { kafkaClient, type KafkaConnection } from './kafka-connection.js';
import { asError } from './kafka-failure.js';

export interface SessionOptions {
  readonly connection: KafkaConnection;
  readonly groupId: string;
  readonly topics: Readonly<Record<Feed, string>>;
  readonly sessionTimeout: Milliseconds;
  readonly heartbeatEvery: Milliseconds;
  readonly maxWait: Milliseconds;
  readonly maxBytesPerPartition: number;
  readonly partitionsAtOnce: number;
}

/** One life of a kafkajs consumer, from connecting to its crash or our goodbye; never restarted, always replaced. */
export class KafkaSession {
  joinedAt: Date | null = null;
  lastFetchAt: Date | null = null;
  private readonly consumer: Consumer;
  private readonly crashed: Promise<Error | null>;
  private end!: (because: Error | null) => void;

  constructor(
    private readonly options: SessionOptions,
    private readonly deliver: (delivery: Delivery) => Promise<void>,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {
    this.consumer = kafkaClient(options.connection, log).consumer({
      groupId: options.groupId,
      sessionTimeout: options.sessionTimeout,
      heartbeatInterval: options.heartbeatEvery,
      maxWaitTimeInMs: options.maxWait,
      minBytes: 1,
      maxBytesPerPartition: options.maxBytesPerPartition,
      metadataMaxAge: 60_000,
      allowAutoTopicCreation: false,
      // Enough for a few rebalances in a row; a broker that is gone crashes at once all the same.
      retry: { retries: 8, initialRetryTime: 150, maxRetryTime: 2_000, restartOnFailure: stayDown },
    });
    this.crashed = new Promise((resolve) => (this.end = resolve));
    this.listen();
  }

  /** Runs until the consumer crashes (its error) or `close` (null). */
  async live(): Promise<Error | null> {
    try {
      await this.consumer.connect();
      await this.consumer.subscribe({
        topics: FEEDS.map((feed) => this.options.topics[feed]),
        fromBeginning: true,
      });
      await this.consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: this.options.partitionsAtOnce,
        eachBatch: (payload) => this.eachBatch(payload),
      });
      return await this.crashed;
    } catch (error) {
      return asError(error);
    }
  }

  /** Declares this life over, as if the consumer had crashed. */
  giveUp(because: Error): void {
    this.end(because);
  }

  /** Leaves the group after the batches in hand and disconnects. */
  async close(): Promise<void> {
    this.end(null);
    await this.consumer.disconnect().catch((error: unknown) => {
      this.log.warn('与 Kafka 断开时出错', { error });
    });
  }

  private listen(): void {
    const { CRASH, FETCH, GROUP_JOIN } = this.consumer.events;
    this.consumer.on(CRASH, ({ payload }) => {
      this.end(payload.error);
    });
    this.consumer.on(FETCH, () => {
      this.lastFetchAt = this.clock.now();
    });
    this.consumer.on(GROUP_JOIN, ({ payload }) => {
      this.joinedAt = this.clock.now();
      this.log.info('已加入 Kafka 消费组', { partitions: payload.memberAssignment });
    });
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { topic, partition, messages } = payload.batch;
    const feed = feedOfTopic(this.options.topics, topic);
    if (!feed) throw new Error(`unsubscribed topic ${topic}`);
    const place = { feed, topic, partition };
    const delivery = new Delivery(
      place,
      messages.map((message) => feedMessageOf(place, message)),
      payload.batch.lastOffset(),
      {
        heartbeat: () => payload.heartbeat(),
        // Not consumer.commitOffsets: that one does nothing, silently, once a stop has begun,
        // and it hides the protocol's error from the rejoin.
        commit: (offsets) => payload.commitOffsetsIfNecessary(offsets),
        resolve: (offset) => {
          payload.resolveOffset(offset);
        },
      },
    );
    await this.deliver(delivery);
  }
}

const stayDown = (): Promise<boolean> => Promise.resolve(false);
