import type { Feed, PoolState, ServerFacts } from '@risk/domain';
import type { Freshness } from '../intake/source-board.js';

/** What came by a feed, in numbers. */
export interface FeedState {
  readonly feed: Feed;
  readonly lastAt: Date | null;
  readonly today: number;
  readonly week: number;
  readonly weekDeadLettered: number;
}

/** What waits in the house, and for how long; seconds. */
export interface WaitingState {
  readonly notices: readonly { readonly state: string; readonly count: number }[];
  readonly oldestDueNotice: number | null;
  readonly deadLetters: number;
  readonly oldestDeadLetter: number | null;
  readonly untoldChanges: number;
  readonly oldestUntoldChange: number | null;
  readonly overdueDuties: number;
}

/** How the audit trail stands. */
export interface AuditState {
  readonly lines: number;
  /** The verification asked for last in this process; null when none was. */
  readonly verified: {
    readonly state: 'running' | 'done' | 'failed';
    readonly at: Date;
    readonly faults: number;
  } | null;
  /** When its head was last written down outside of the database. */
  readonly witnessedAt: Date | null;
}

/** The database: the server, its tables, and the connections of this process. */
export interface DatabaseState extends ServerFacts {
  readonly isEmbedded: boolean;
  readonly pool: PoolState;
}

/** The process that answers. */
export interface ProcessState {
  readonly version: string;
  /** The commit it was built from, where the build noted it. */
  readonly commit: string | null;
  readonly node: string;
  readonly startedAt: Date;
  readonly residentBytes: number;
  readonly heapBytes: number;
  readonly lagSeconds: number | null;
}

/** A part of the house that is on or off; never with anything secret. */
export interface Switch {
  readonly name: string;
  readonly isOn: boolean;
  readonly note: string;
}

/** What was read of the house; null where it could not be. */
export interface HouseReading {
  readonly at: Date;
  /** What keeps the house from working. */
  readonly missing: readonly string[];
  readonly feeds: readonly FeedState[] | null;
  /** How many sources stand how. */
  readonly sources: Readonly<Record<Freshness, number>> | null;
  readonly waiting: WaitingState | null;
  readonly audit: AuditState | null;
  readonly database: DatabaseState | null;
  readonly process: ProcessState;
  readonly switches: readonly Switch[];
}

/** Something that is not well, and what to do about it. */
export interface Concern {
  readonly grade: 'bad' | 'look';
  readonly sentence: string;
  readonly remedy: string;
}
