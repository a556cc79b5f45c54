import type { AnyTier } from './alert.js';

export interface MarkedPlace {
  readonly start: number;
  readonly end: number;
  readonly engine: string;
  readonly code: string;
  readonly title: string;
  readonly term: string | null;
  readonly transforms: readonly string[];
  readonly confidence: number;
  readonly suppressed: string | null;
}

export interface MarkedRecord {
  readonly id: string;
  readonly feed: string;
  readonly source: string;
  readonly sourceId: string;
  readonly occurredAt: string;
  readonly receivedAt: string;
  readonly reporterKept: boolean;
  readonly score: number;
  readonly fields: readonly {
    readonly field: string;
    readonly text: string;
    readonly places: readonly MarkedPlace[];
  }[];
  readonly elsewhere: readonly {
    readonly code: string;
    readonly title: string;
    readonly because: string;
  }[];
  readonly isReadAnew: boolean;
}

/** The answer of GET /api/alerts/:id/evidence. */
export interface Evidence {
  readonly records: readonly MarkedRecord[];
  readonly unseen: number;
  readonly next: string | null;
}

/** The answer of GET /api/alerts/:id/not-higher. */
export interface NotHigher {
  readonly whyNot: {
    readonly score: number;
    readonly tier: AnyTier;
    readonly next: {
      readonly tier: Exclude<AnyTier, 'none'>;
      readonly from: number;
      readonly points: number;
    } | null;
    readonly nearest: readonly {
      readonly rule: string;
      readonly title: string;
      readonly lacking: number;
      readonly held: readonly string[];
      readonly lacks: readonly string[];
      readonly score: number;
    }[];
  } | null;
}
