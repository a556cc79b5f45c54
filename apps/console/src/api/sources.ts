import type { Feed } from './codes.js';

/** What came in some days. */
export interface Arrivals {
  readonly received: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly deadLettered: number;
}

export type Freshness = 'late' | 'fresh' | 'free' | 'never';

/** How a source stands. */
export interface SourceLine {
  readonly name: string;
  readonly title: string;
  readonly feed: Feed;
  readonly sample: boolean;
  readonly isPolled: boolean;
  readonly expectHours: number | null;
  readonly workingDaysOnly: boolean;
  readonly lastAt: string | null;
  readonly freshness: Freshness;
  readonly sentence: string | null;
  readonly today: Arrivals;
  readonly week: Arrivals;
  readonly openLetters: number;
  readonly mapping: { readonly by: string; readonly at: string } | null;
}

/** The books of one source on one day, held against what lies in the tables. */
export interface LedgerLine extends Arrivals {
  readonly day: string;
  readonly source: string;
  readonly title: string;
  readonly feed: Feed;
  readonly recordsFound: number;
  readonly deadLettersFound: number;
  readonly holds: boolean;
  readonly because: string;
}

export type DoorCode = 'kafka' | 'http' | 'file' | 'table' | 'desk';

/** Something that came in and could not be used. */
export interface LetterLine {
  readonly id: string;
  readonly feed: Feed;
  readonly source: string | null;
  /** What the source is called. */
  readonly title: string;
  readonly door: DoorCode;
  /** Where exactly it came from, in words. */
  readonly cameFrom: string;
  readonly reason: string;
  readonly receivedAt: string;
  readonly replayedAt: string | null;
}

/** A dead letter opened, as far as it may be seen. */
export interface LetterDetail extends LetterLine {
  readonly bytes: number;
  readonly fields: readonly {
    readonly name: string;
    readonly length: number;
    /** Null when it could name a person. */
    readonly text: string | null;
  }[];
}

/** What trying again came to. */
export interface ReplayReport {
  readonly tried: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly stillRefused: readonly { readonly id: string; readonly reason: string }[];
}
