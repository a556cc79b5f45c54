import type { Feed } from './codes.js';
import type { Listed } from './listed.js';
import type { AnyTier } from '../shown/tier.js';

/** How urgent something is; the lowest is none. */
export type TierCode = AnyTier;

/** A sender of data, as far as somebody chooses one. */
export interface SourceChoice {
  readonly name: string;
  readonly title: string;
  readonly feed: Feed;
}

/** The answer of GET /api/entries/form. */
export interface EntryFacts {
  readonly sources: readonly SourceChoice[];
  readonly regions: readonly { readonly code: string; readonly name: string }[];
}

/** Where in a text a signal was found. */
export interface HitPlace {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** One reason of a verdict. */
export interface HitSignal {
  readonly engine: string;
  readonly because: string;
  readonly weight: number;
  /** Why it does not count; null when it does. */
  readonly suppressed: string | null;
  readonly place: HitPlace | null;
}

/** What became of an entry. */
export interface EntryAnswer {
  readonly outcome: 'stored' | 'duplicate';
  readonly recordId: string;
  readonly sourceId: string;
  readonly receivedAt: string;
  readonly reporterKept: boolean;
  readonly payload: Readonly<Record<string, string>>;
  readonly assessment: {
    readonly score: number;
    readonly tier: TierCode;
    readonly category: { readonly name: string; readonly probability: number } | null;
    readonly signals: readonly HitSignal[];
  } | null;
  readonly entities: readonly {
    readonly id: string;
    readonly name: string;
    readonly uscc: string | null;
    readonly provisional: boolean;
    readonly because: string;
    readonly confidence: number;
    readonly score: number;
    readonly tier: TierCode;
  }[];
  readonly alerts: readonly {
    readonly id: string;
    readonly entityName: string;
    readonly raisedAt: string;
    readonly tier: TierCode;
    readonly isByPerson: boolean;
  }[];
  readonly outOfSight: number;
}

export type ImportState = 'uploaded' | 'running' | 'done' | 'cancelled' | 'failed';

/** An import of a file. */
export interface ImportLine {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly total: number;
  readonly state: ImportState;
  readonly trouble: string | null;
  readonly cancelAsked: boolean;
  readonly madeAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly rows: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly raised: number;
  readonly upgraded: number;
  readonly reading: ImportReading;
}

/** How the file of an import is read. */
export interface ImportReading {
  readonly source: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly headerRow: number | null;
  /** Header → code of its target, where somebody chose. */
  readonly choices: Readonly<Record<string, string>>;
  readonly occurredAt: string;
}

/** Where a column may go. */
export interface MappingTarget {
  readonly code: string;
  readonly title: string;
  /** Into the vault, or nowhere: never shown. */
  readonly vault: boolean;
}

/** A column of a file and where it goes. */
export interface PlanColumn {
  readonly header: string;
  readonly code: string;
  /** Where it would go without anybody's choice. */
  readonly guess: string;
  /** The first value in it; null when it is personal. */
  readonly sample: string | null;
}

/** A row as it would be read. */
export interface PlanRow {
  readonly sheet: string | null;
  readonly row: number;
  readonly reason: string | null;
  /** Null where something goes into the vault. */
  readonly cells: readonly (string | null)[];
  readonly remarks: readonly string[];
}

/** How a file will be read, before it is. */
export interface ImportPlan {
  readonly kind: 'xlsx' | 'csv' | 'jsonl' | 'json';
  readonly encoding: string | null;
  readonly source: SourceChoice | null;
  readonly isEnvelopes: boolean;
  readonly fit: number | null;
  readonly columns: readonly PlanColumn[];
  readonly targets: readonly MappingTarget[];
  readonly heads: readonly string[];
  readonly rows: readonly PlanRow[];
  readonly needsDate: boolean;
  readonly kept: { readonly by: string; readonly at: string } | null;
  /** Why it cannot be imported like this. */
  readonly flaw: string | null;
}

/** An import, with the plan of its file as long as it waits. */
export interface ImportView {
  readonly job: ImportLine;
  readonly plan: ImportPlan | null;
}

/** The answer of GET /api/imports. */
export interface ImportList extends Listed<ImportLine> {
  /** Whether one of one's own runs, wherever it stands in the list. */
  readonly isRunning: boolean;
  readonly limits: {
    readonly largestBytes: number;
    readonly mostRows: number;
    /** In milliseconds. */
    readonly keepsUpload: number;
    readonly keepsResult: number;
  };
  readonly sources: readonly SourceChoice[];
}
