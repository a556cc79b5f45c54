import type { Stage } from './codes.js';
import type { Named } from './session.js';

/** An alert in the queue. */
export interface QueueRow {
  readonly id: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly uscc: string | null;
  readonly region: string;
  readonly status: 'open' | 'closed' | 'merged';
  readonly stage: Stage;
  readonly tier: 'red' | 'orange' | 'yellow' | 'blue' | 'none';
  readonly isByPerson: boolean;
  readonly scheme: string | null;
  readonly score: number | null;
  readonly dueAt: string | null;
  readonly isPaused: boolean;
  readonly lead: Named | null;
  readonly assignee: string | null;
  readonly reasons: readonly string[];
  /** What whoever decides has to have seen. */
  readonly lastLine: string | null;
  /** When the asker looked at it last; null is never. */
  readonly seenAt: string | null;
  /** Records that came since then, counted up to 100. */
  readonly freshPieces: number;
  readonly hush: string | null;
  readonly raisedAt: string;
  readonly changedAt: string;
  readonly sample: boolean;
  /** The steps that the asker can take now. */
  readonly can: readonly string[];
}

/** What the filters of the queue offer, and who can be entrusted with an alert. */
export interface QueueChoices {
  readonly units: readonly Named[];
  readonly regions: readonly Named[];
  readonly schemes: readonly Named[];
  readonly colleagues: readonly { readonly name: string; readonly titles: readonly string[] }[];
}

/** A view that somebody keeps, with how many alerts it shows now. */
export interface QueueView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
  readonly madeBy: string;
  /** Counted up to 1,000; null when its query is not understood any more. */
  readonly count: number | null;
  readonly isMine: boolean;
}

/** What became of each of many alerts. */
export interface ManyDone {
  readonly done: readonly {
    readonly id: string;
    readonly changeId: string;
    readonly stage: Stage;
    readonly assigneeBefore: string | null;
  }[];
  readonly failed: readonly { readonly id: string; readonly because: string }[];
}

/** What happened to alerts, as far as the asker may see it. */
export interface LiveNews {
  readonly raised: readonly string[];
  readonly changed: readonly string[];
  /** More happened than is told. */
  readonly isLost: boolean;
  /** Where to go on from. */
  readonly last: string;
}
