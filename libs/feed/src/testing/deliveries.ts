import type { CommitRequest, DeliverySource } from '../delivery.js';
import { Delivery } from '../delivery.js';
import type { FeedMessage } from '../feed-message.js';

/** A delivery of n messages whose strings to Kafka are notebooks. */
export class PaperDelivery {
  readonly commits: CommitRequest[] = [];
  readonly resolved: string[] = [];
  heartbeats = 0;
  heartbeatFailure: Error | null = null;
  commitFailure: Error | null = null;
  readonly delivery: Delivery;
  outcome: 'open' | 'done' | Error = 'open';

  constructor(partition: number, n: number, first = 0, gapAtEnd = 0) {
    const messages = Array.from({ length: n }, (_, i) => messageAt(partition, first + i));
    const source: DeliverySource = {
      heartbeat: () => {
        this.heartbeats += 1;
        return this.heartbeatFailure ? Promise.reject(this.heartbeatFailure) : Promise.resolve();
      },
      commit: (offsets) => {
        if (this.commitFailure) return Promise.reject(this.commitFailure);
        this.commits.push(offsets);
        return Promise.resolve();
      },
      resolve: (offset) => this.resolved.push(offset),
    };
    const last = String(first + n - 1 + gapAtEnd);
    this.delivery = new Delivery({ topic: 't', partition }, messages, last, source);
    this.delivery.ended.then(
      () => (this.outcome = 'done'),
      (error: unknown) => (this.outcome = error as Error),
    );
  }
}

const messageAt = (partition: number, offset: number): FeedMessage => ({
  feed: 'complaint',
  topic: 't',
  partition,
  offset: String(offset),
  key: null,
  value: Buffer.from(`${partition}/${offset}`),
  timestamp: new Date(0),
  headers: {},
});
