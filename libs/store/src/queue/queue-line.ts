import type { AlertStage, AlertStatus, Feed, Scheme, Tier } from '@risk/domain';

/** An alert in the queue. */
export interface QueueLine {
  readonly id: string;
  /** The whole entity that it is about now. */
  readonly entityId: string;
  readonly entityName: string;
  readonly uscc: string | null;
  readonly regionCode: string | null;
  readonly status: AlertStatus;
  readonly stage: AlertStage;
  /** The tier that counts, and whether a person set it. */
  readonly tier: Tier;
  readonly isByPerson: boolean;
  readonly scheme: Scheme | null;
  readonly score: number | null;
  readonly feeds: readonly Feed[];
  /** The earliest deadline that runs; null when none does. */
  readonly dueAt: Date | null;
  /** Whether a deadline of the asker's unit is paused. */
  readonly isPaused: boolean;
  /** The unit in the lead. */
  readonly lead: { readonly code: string; readonly name: string } | null;
  /** The part of the asker's unit; null when it was not told. */
  readonly role: 'lead' | 'assist' | 'copy' | null;
  /** Who of the asker's unit works on it. */
  readonly assignee: string | null;
  /** The strongest reasons. */
  readonly reasons: readonly string[];
  /** The line of its log that was written last: what whoever decides has to have seen. */
  readonly lastLine: string | null;
  /** When the asker looked at it last; null is never. */
  readonly seenAt: Date | null;
  /** Records that came since then, counted up to 100. */
  readonly freshPieces: number;
  /** Why nobody is told of it now. */
  readonly hush: string | null;
  readonly mergedInto: string | null;
  readonly raisedAt: Date;
  readonly changedAt: Date;
  readonly sample: boolean;
}

/** The most fresh records that are counted. */
export const MOST_FRESH = 100;
