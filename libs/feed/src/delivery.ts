import type { FeedMessage } from './feed-message.js';

/** The strings back to Kafka that a delivery hangs on. */
export interface DeliverySource {
  heartbeat(): Promise<void>;
  commit(offsets: CommitRequest): Promise<void>;
  /** Tells the client from where to fetch on: the offset is done. */
  resolve(offset: string): void;
}

/** Offsets in kafkajs's own shape: the offset of the NEXT message to read. */
export interface CommitRequest {
  topics: { topic: string; partitions: { partition: number; offset: string }[] }[];
}

/** A delivery ended on purpose before its end (shutdown): the rest stays in Kafka. */
export class SetDown extends Error {
  constructor() {
    super('set down');
  }
}

/** A run of consecutive messages of one partition that goes into one batch. */
export interface Piece {
  readonly delivery: Delivery;
  readonly messages: readonly FeedMessage[];
  /** Last offset that is done once these messages are. */
  readonly upTo: string;
}

/** What one fetch brought from one partition, on its way through the handler piece by piece, in order. */
export class Delivery {
  readonly ended: Promise<void>;
  private readonly finish: { resolve: () => void; reject: (error: Error) => void };
  private taken = 0;
  private inFlight = false;
  private over = false;
  private interruption: Error | null = null;

  constructor(
    readonly place: { readonly topic: string; readonly partition: number },
    private readonly messages: readonly FeedMessage[],
    /** May lie behind the last message: control records and aborted ones count, too. */
    private readonly lastOffset: string,
    readonly source: DeliverySource,
  ) {
    let resolve!: () => void;
    let reject!: (error: Error) => void;
    this.ended = new Promise<void>((yes, no) => {
      resolve = yes;
      reject = no;
    });
    this.finish = { resolve, reject };
  }

  get isOver(): boolean {
    return this.over;
  }

  /** The next piece of at most `room` messages; null while one is in flight or when nothing is left. */
  take(room: number): Piece | null {
    if (this.inFlight || this.over || room < 1) return null;
    const messages = this.messages.slice(this.taken, this.taken + room);
    this.taken += messages.length;
    this.inFlight = true;
    const last = messages.at(-1);
    const upTo = this.isExhausted || !last ? this.lastOffset : last.offset;
    return { delivery: this, messages, upTo };
  }

  /** The piece in flight is handled and committed. */
  settle(piece: Piece): void {
    this.inFlight = false;
    this.source.resolve(piece.upTo);
    if (this.isExhausted) this.end(null);
    else if (this.interruption) this.end(this.interruption);
  }

  /** Ends now if nothing is in flight, else right after the piece in flight. */
  interrupt(because: Error): void {
    this.interruption ??= because;
    if (!this.inFlight) this.end(because);
  }

  /** Ends at once; what was not settled comes again. */
  fail(because: Error): void {
    this.inFlight = false;
    this.end(because);
  }

  private get isExhausted(): boolean {
    return this.taken >= this.messages.length;
  }

  private end(because: Error | null): void {
    if (this.over) return;
    this.over = true;
    if (because === null || because instanceof SetDown) this.finish.resolve();
    else this.finish.reject(because);
  }
}

/** One commit for all pieces of a batch. */
export function commitRequestOf(pieces: readonly Piece[]): CommitRequest {
  const topics = new Map<string, { partition: number; offset: string }[]>();
  for (const { delivery, upTo } of pieces) {
    const { topic, partition } = delivery.place;
    const partitions = topics.get(topic) ?? [];
    partitions.push({ partition, offset: String(BigInt(upTo) + 1n) });
    topics.set(topic, partitions);
  }
  return { topics: [...topics].map(([topic, partitions]) => ({ topic, partitions })) };
}
