import type {
  AuditCheckpoint,
  AuditEvent,
  AuditHead,
  AuditLine,
  AuditOutcome,
} from './audit-event.js';

/** Which lines to list; what is not given does not matter. */
export interface AuditQuestion {
  readonly limit: number;
  /** The last seq of the page before; a page begins behind it. */
  readonly after?: string;
  readonly isOldestFirst?: boolean;
  readonly who?: string;
  readonly action?: string;
  /** Any of these. */
  readonly subjects?: readonly string[];
  readonly outcome?: AuditOutcome;
  /** Calendar days in China (yyyy-mm-dd), both included. */
  readonly fromDay?: string;
  readonly toDay?: string;
}

/** The trail of what was done and tried: it only grows, and each line carries the hash of the one before. */
export abstract class AuditTrail {
  /** Adds lines, all or none, and answers their seqs once they are certain to be kept. */
  abstract append(events: readonly AuditEvent[]): Promise<string[]>;
  /** Lines, newest first unless asked otherwise. */
  abstract lines(question: AuditQuestion): Promise<AuditLine[]>;
  /** How many lines answer a question, whatever its page, counted up to so many. */
  abstract count(question: AuditQuestion, most: number): Promise<number>;
  /** Every line from a seq on, in order, as they stood at one moment; never all in memory. */
  abstract stream(fromSeq: string): AsyncIterable<AuditLine>;
  abstract head(): Promise<AuditHead>;
  /** Oldest first. */
  abstract checkpoints(): Promise<AuditCheckpoint[]>;
  /** Keeps the head of now beside the trail; whoever also wants it elsewhere takes the answer there. */
  abstract keepCheckpoint(at: Date): Promise<AuditCheckpoint>;
}

/** Checkpoints in a place that who holds the database does not hold. */
export abstract class OutsideCheckpoints {
  /** Oldest first. */
  abstract all(): Promise<AuditCheckpoint[]>;
  abstract keep(checkpoint: AuditCheckpoint): Promise<void>;
}
