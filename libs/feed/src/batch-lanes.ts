import { isRetryable, type Clock, type Milliseconds } from '@risk/kit';
import { waitAfter, type BackOff } from './back-off.js';
import type { BatchHandler } from './batch-handler.js';
import { SetDown, commitRequestOf, type Delivery, type Piece } from './delivery.js';
import type { SparingLog } from './sparing-log.js';
import { asError, hasLostOwnership, sentenceOf } from './kafka-failure.js';
import { pause } from './pause.js';
import { WaitingRecords } from './waiting-records.js';

export interface LaneOptions {
  readonly maxBatchRecords: number;
  /** How many batches may be with the handler at the same time (never two of one partition). */
  readonly batchesAtOnce: number;
  readonly backOff: BackOff;
  readonly heartbeatEvery: Milliseconds;
}

/** A batch that is with the handler. */
export interface RunningBatch {
  readonly records: number;
  readonly since: Date;
  readonly failures: number;
  readonly because: string | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Brings what was fetched to the handler in batches and commits behind it.
 * A batch that fails stays in its lane, with heartbeats, until it succeeds, the group rebalances or we stop.
 */
export class BatchLanes {
  private readonly waiting = new WaitingRecords();
  private readonly lanes = new Set<Mutable<RunningBatch>>();
  private halt = new AbortController();
  private stopping = false;

  constructor(
    private readonly handler: BatchHandler,
    private readonly options: LaneOptions,
    private readonly log: SparingLog,
    private readonly clock: Clock,
  ) {}

  /** Resolves when every message of the delivery is handled and committed, or it was set down. */
  accept(delivery: Delivery): Promise<void> {
    this.waiting.add(delivery);
    if (this.stopping) this.waiting.interrupt(new SetDown());
    // A fetch hands over its partitions one after the other in the same breath: wait for all of them.
    else
      setImmediate(() => {
        this.fill();
      });
    return delivery.ended;
  }

  /** Ends what waits or pauses; a batch in the middle of its transaction is finished and committed. */
  interrupt(because: Error): void {
    this.halt.abort(because);
    this.halt = new AbortController();
    this.waiting.interrupt(because);
  }

  stop(): void {
    this.stopping = true;
    this.interrupt(new SetDown());
  }

  running(): readonly RunningBatch[] {
    return [...this.lanes];
  }

  private fill(): void {
    while (!this.stopping && this.lanes.size < this.options.batchesAtOnce) {
      const pieces = this.waiting.take(this.options.maxBatchRecords);
      if (pieces.length === 0) return;
      void this.run(pieces);
    }
  }

  private async run(pieces: readonly Piece[]): Promise<void> {
    const messages = pieces.flatMap((piece) => piece.messages);
    const lane = { records: messages.length, since: this.clock.now(), failures: 0, because: null };
    this.lanes.add(lane);
    const heartbeat = this.keepAlive(pieces);
    try {
      await this.handleUntilDone(messages, lane);
      await pieces[0]?.delivery.source.commit(commitRequestOf(pieces));
      for (const piece of pieces) piece.delivery.settle(piece);
    } catch (error) {
      for (const { delivery } of pieces) delivery.fail(asError(error));
    } finally {
      clearInterval(heartbeat);
      this.lanes.delete(lane);
      this.waiting.sweep();
      this.fill();
    }
  }

  private async handleUntilDone(
    messages: Piece['messages'],
    lane: Mutable<RunningBatch>,
  ): Promise<void> {
    const { signal } = this.halt;
    for (;;) {
      try {
        await this.handler.handle(messages);
        if (lane.failures > 0) this.log.info('这批消息重试后处理成功', { ...lane });
        return;
      } catch (error) {
        lane.failures += 1;
        lane.because = sentenceOf(error);
        this.tellFailure(error, lane);
      }
      await pause(waitAfter(lane.failures, this.options.backOff), signal);
    }
  }

  private tellFailure(error: unknown, lane: RunningBatch): void {
    const facts = { records: lane.records, failures: lane.failures, because: lane.because };
    if (isRetryable(error)) this.log.warn('这批消息暂时处理不了，稍后重试', facts);
    else this.log.error('这批消息处理出错，稍后重试，在此之前不会跳过', { ...facts, error });
  }

  /** Without heartbeats Kafka would give the partitions away while a long batch runs. */
  private keepAlive(pieces: readonly Piece[]): NodeJS.Timeout {
    const source = pieces[0]?.delivery.source;
    const beat = async (): Promise<void> => {
      try {
        await source?.heartbeat();
      } catch (error) {
        if (hasLostOwnership(error)) this.interrupt(asError(error));
        else this.log.warn('心跳未送达', { because: sentenceOf(error) });
      }
    };
    return setInterval(() => void beat(), this.options.heartbeatEvery);
  }
}
