import type { Freshness } from './sources.js';
import type { Feed } from './codes.js';

/** What came by a feed, in numbers. */
export interface FeedState {
  readonly feed: Feed;
  readonly lastAt: string | null;
  readonly today: number;
  readonly week: number;
  readonly weekDeadLettered: number;
}

/** What waits, and for how many seconds. */
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
  /** The verification asked for last since the start; null when none was. */
  readonly verified: {
    readonly state: 'running' | 'done' | 'failed';
    readonly at: string;
    readonly faults: number;
  } | null;
  readonly witnessedAt: string | null;
}

export interface DatabaseState {
  readonly version: string;
  readonly sizeBytes: number;
  readonly migrationsApplied: number;
  readonly migrationsKnown: number;
  readonly lastMigration: string | null;
  readonly isEmbedded: boolean;
  readonly pool: { readonly total: number; readonly idle: number; readonly waiting: number };
}

export interface ProcessState {
  readonly version: string;
  readonly commit: string | null;
  readonly node: string;
  readonly startedAt: string;
  readonly residentBytes: number;
  readonly heapBytes: number;
  readonly lagSeconds: number | null;
}

/** Something that is not well, and what to do about it. */
export interface Concern {
  readonly grade: 'bad' | 'look';
  readonly sentence: string;
  readonly remedy: string;
}

/** A part of the house that is on or off. */
export interface Switch {
  readonly name: string;
  readonly isOn: boolean;
  readonly note: string;
}

/** How the house runs; what could not be read is null. */
export interface HouseState {
  readonly at: string;
  readonly missing: readonly string[];
  readonly concerns: readonly Concern[];
  readonly feeds: readonly FeedState[] | null;
  readonly sources: Readonly<Record<Freshness, number>> | null;
  readonly waiting: WaitingState | null;
  readonly audit: AuditState | null;
  readonly database: DatabaseState | null;
  readonly process: ProcessState;
  readonly switches: readonly Switch[];
}
