import { setTimeout as sleep } from 'node:timers/promises';
import { BatchHandler } from '../batch-handler.js';
import type { FeedMessage } from '../feed-message.js';

/** The name of a message's place. */
export const placeOf = ({
  topic,
  partition,
  offset,
}: Pick<FeedMessage, 'topic' | 'partition' | 'offset'>): string =>
  `${topic}/${partition}/${offset}`;

/** A little database: one transaction a batch, a record once per sourceId, what cannot be read put aside. */
export class Keep {
  readonly records = new Map<string, number>();
  readonly deadLetters: FeedMessage[] = [];
  /** How often each place was handled. */
  readonly handled = new Map<string, number>();

  store(batch: readonly FeedMessage[]): void {
    for (const message of batch) {
      const before = this.handled.get(placeOf(message)) ?? 0;
      this.handled.set(placeOf(message), before + 1);
      this.storeOne(message, before > 0);
    }
  }

  private storeOne(message: FeedMessage, again: boolean): void {
    try {
      const { sourceId } = JSON.parse(message.value?.toString('utf8') ?? '') as {
        sourceId: string;
      };
      this.records.set(sourceId, (this.records.get(sourceId) ?? 0) + (again ? 0 : 1));
    } catch {
      if (!again) this.deadLetters.push(message);
    }
  }
}

/** Stores each batch after a while, unless told to fail. */
export class KeepingHandler extends BatchHandler {
  readonly batches: number[] = [];
  /** Failures to come. */
  failures: Error[] = [];
  takes = 0;

  constructor(readonly keep: Keep) {
    super();
  }

  async handle(batch: readonly FeedMessage[]): Promise<void> {
    const failure = this.failures.shift();
    if (failure) throw failure;
    await sleep(this.takes);
    this.keep.store(batch);
    this.batches.push(batch.length);
  }
}
