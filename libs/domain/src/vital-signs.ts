import type { Feed } from './feed.js';
import type { Tier } from './tier.js';

/** What came in on a feed, all told. */
export interface FeedCount {
  readonly feed: Feed;
  readonly stored: number;
  readonly duplicate: number;
  readonly deadLettered: number;
}

/** How the house is, for those who watch over it: numbers alone, nothing of anybody. */
export interface VitalSigns {
  readonly feeds: readonly FeedCount[];
  readonly alerts: readonly {
    readonly tier: Tier;
    readonly raised: number;
    readonly open: number;
  }[];
  readonly notices: readonly { readonly state: string; readonly count: number }[];
  /** How long the oldest notice that should have left already has been waiting, in seconds; null when none is. */
  readonly oldestDueNotice: number | null;
  readonly deadLetters: number;
  readonly oldestDeadLetter: number | null;
  /** Changes of alerts that wait to be told to other systems. */
  readonly untoldChanges: number;
  /** How long the oldest change of an alert has waited to be told to other systems; null when none waits. */
  readonly oldestUntoldChange: number | null;
  readonly overdueDuties: number;
  readonly auditLines: number;
  readonly tips: number;
}

/** The connections to the database, as they are now. */
export interface PoolState {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** What the database server tells of itself. */
export interface ServerFacts {
  readonly version: string;
  readonly sizeBytes: number;
  readonly migrationsApplied: number;
  /** Those that this version of the house brings along. */
  readonly migrationsKnown: number;
  readonly lastMigration: string | null;
}
