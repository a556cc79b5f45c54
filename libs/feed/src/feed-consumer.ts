import type { Feed } from '@risk/domain';
import { SystemClock, seconds, type Clock, type Milliseconds, type Log } from '@risk/kit';
import { waitAfter, type BackOff } from './back-off.js';
import type { BatchHandler } from './batch-handler.js';
import { BatchLanes } from './batch-lanes.js';
import { isLost, judgeHealth, type ConsumerFacts, type ConsumerHealth } from './consumer-health.js';
import { SparingLog } from './sparing-log.js';
import type { KafkaConnection } from './kafka-connection.js';
import { protocolErrorOf, sentenceOf } from './kafka-failure.js';
import { KafkaSession, type SessionOptions } from './kafka-session.js';
import { pause } from './pause.js';

/** How to consume; everything but the first three has a default that fits the pipeline. */
export interface FeedConsumerOptions {
  readonly connection: KafkaConnection;
  readonly groupId: string;
  readonly topics: Readonly<Record<Feed, string>>;
  /** Messages in one batch, that is in one database transaction. */
  readonly maxBatchRecords?: number;
  /** Batches that may be with the handler at once; 2 overlaps computing with the database's work. */
  readonly batchesAtOnce?: number;
  /** Partitions of one fetch that may be gathered into one batch. */
  readonly partitionsAtOnce?: number;
  /** Memory held by a fetch is at most this times the partitions, and 10 MiB. */
  readonly maxBytesPerPartition?: number;
  /** After this silence Kafka gives a member's partitions to others. */
  readonly sessionTimeout?: Milliseconds;
  readonly handlerBackOff?: BackOff;
  readonly connectBackOff?: BackOff;
  /** A stop that takes longer is cut off; the rest comes again after the next start. */
  readonly stopWithin?: Milliseconds;
}

type Options = Required<FeedConsumerOptions>;

const DEFAULTS = {
  maxBatchRecords: 1_000,
  batchesAtOnce: 1,
  partitionsAtOnce: 64,
  maxBytesPerPartition: 1_048_576,
  sessionTimeout: seconds(10),
  handlerBackOff: { first: 200, most: seconds(5) },
  connectBackOff: { first: 500, most: seconds(10) },
  stopWithin: seconds(10),
};
const WATCH_EVERY = seconds(5);

/** Reads the three feeds as a member of a consumer group; lives through every outage and never ends by itself. */
export class FeedConsumer {
  private readonly options: Options;
  private readonly lanes: BatchLanes;
  private readonly sparing: SparingLog;
  private readonly halt = new AbortController();
  private session: KafkaSession | null = null;
  private supervision: Promise<void> | null = null;
  private failures = 0;
  private because: string | null = null;
  private lastFetchAt: Date | null = null;

  constructor(
    options: FeedConsumerOptions,
    handler: BatchHandler,
    private readonly log: Log,
    private readonly clock: Clock = new SystemClock(),
  ) {
    this.options = { ...DEFAULTS, ...options };
    this.sparing = new SparingLog(log, clock);
    this.lanes = new BatchLanes(
      handler,
      {
        maxBatchRecords: this.options.maxBatchRecords,
        batchesAtOnce: this.options.batchesAtOnce,
        backOff: this.options.handlerBackOff,
        // kafkajs skips a beat that comes too early: ask twice as often as it is to be sent
        heartbeatEvery: this.sessionOptions().heartbeatEvery / 2,
      },
      this.sparing,
      clock,
    );
  }

  /** Begins, once, and returns at once: a broker that is down now is tried again until it is there. */
  start(): void {
    this.supervision ??= this.supervise().catch((error: unknown) => {
      this.because = sentenceOf(error);
      this.log.error('Kafka 消费者无法工作，请检查设置', { error });
    });
  }

  /** Finishes and commits the batches in hand, leaves the group, and drops the rest. */
  async stop(): Promise<void> {
    this.halt.abort(new Error('stopping'));
    this.lanes.stop();
    const ended = Promise.all([this.session?.close(), this.supervision]);
    const cutOff = new AbortController();
    const tooLong = pause(this.options.stopWithin, cutOff.signal).then(
      () => {
        this.log.warn('消费者未能按时停下，未提交的消息下次启动后会再来', {});
      },
      () => undefined,
    );
    await Promise.race([ended, tooLong]);
    cutOff.abort();
    this.session = null;
    this.supervision = null;
  }

  health(): ConsumerHealth {
    return judgeHealth(this.facts(), this.clock.now());
  }

  private facts(): ConsumerFacts {
    const { session, failures, because } = this;
    const batches = this.lanes.running();
    const lastFetchAt = session?.lastFetchAt ?? this.lastFetchAt;
    if (!this.supervision || this.isStopping())
      return { consumer: { state: 'stopped' }, lastFetchAt, batches };
    return session?.joinedAt
      ? { consumer: { state: 'joined', since: session.joinedAt }, lastFetchAt, batches }
      : { consumer: { state: 'connecting', failures, because }, lastFetchAt, batches };
  }

  private isStopping(): boolean {
    return this.halt.signal.aborted;
  }

  private async supervise(): Promise<void> {
    while (!this.isStopping()) {
      const failure = await this.liveOnce();
      if (this.isStopping()) return;
      this.because = failure ? reasonOf(failure) : 'Kafka 消费者意外结束';
      const wait = waitAfter(this.failures, this.options.connectBackOff);
      this.sparing.warn('Kafka 连接中断或尚未建立，将自动重连', {
        because: this.because,
        wait,
      });
      await pause(wait, this.halt.signal).catch(() => undefined);
    }
  }

  /** One session from birth to end; a crashed one is thrown away with all that it remembers. */
  private async liveOnce(): Promise<Error | null> {
    const session = new KafkaSession(
      this.sessionOptions(),
      (delivery) => this.lanes.accept(delivery),
      this.log,
      this.clock,
    );
    this.session = session;
    const watch = setInterval(() => {
      this.watch(session);
    }, WATCH_EVERY);
    const failure = await session.live();
    clearInterval(watch);
    this.failures = session.joinedAt ? 1 : this.failures + 1;
    this.lastFetchAt = session.lastFetchAt ?? this.lastFetchAt;
    session.joinedAt = null;
    await Promise.race([
      session.close(),
      pause(this.options.stopWithin, this.halt.signal).catch(() => undefined),
    ]);
    return failure;
  }

  /** kafkajs can fall silent without a crash; then only a new session helps. */
  private watch(session: KafkaSession): void {
    if (isLost(this.facts(), this.clock.now())) session.giveUp(new Error('长时间没有取到任何响应'));
  }

  private sessionOptions(): SessionOptions {
    const { connection, groupId, topics, sessionTimeout, maxBytesPerPartition, partitionsAtOnce } =
      this.options;
    return {
      connection,
      groupId,
      topics,
      sessionTimeout,
      heartbeatEvery: Math.min(seconds(3), sessionTimeout / 4),
      maxWait: 500,
      maxBytesPerPartition,
      partitionsAtOnce,
    };
  }
}

const reasonOf = (failure: Error): string =>
  protocolErrorOf(failure) === 'UNKNOWN_TOPIC_OR_PARTITION'
    ? `主题不存在，请先建立：${sentenceOf(failure)}`
    : sentenceOf(failure);
