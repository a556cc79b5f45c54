import type { Dimension, Feed, Verdict } from './codes.js';
import type { Cuts, PersonTier, Registered, RiskIndex, Tier } from './entities.js';
import type { Listed } from './listed.js';

/** The index as it stood from a moment on. */
export interface HistoryPoint {
  readonly at: string;
  readonly score: number;
  readonly tier: Tier;
}

/** Something that happened to an entity. */
export type HistoryEvent =
  | {
      readonly kind: 'record';
      readonly at: string;
      readonly feed: Feed;
      readonly recordId: string;
    }
  | {
      readonly kind: 'alert';
      readonly at: string;
      readonly says: string;
      readonly alertId: string;
      readonly tier: Tier;
      readonly stage: string | null;
      readonly by: string | null;
      readonly because: string | null;
    }
  | {
      readonly kind: 'tier';
      readonly at: string;
      readonly tier: Tier | null;
      readonly by: string;
      readonly because: string;
    }
  | {
      readonly kind: 'outcome';
      readonly at: string;
      readonly verdict: Verdict;
      readonly by: string;
      readonly because: string;
    }
  | {
      readonly kind: 'merged' | 'parted';
      readonly at: string;
      readonly name: string;
      readonly because: string | null;
      readonly by: string | null;
    }
  | {
      readonly kind: 'rules';
      readonly at: string;
      readonly rules: string;
      readonly scoring: string;
    };

export interface EntityHistory {
  readonly points: readonly HistoryPoint[];
  readonly events: readonly HistoryEvent[];
  readonly cuts: Cuts | null;
  readonly isCut: boolean;
}

/** A record about an entity. */
export interface RecordLine {
  readonly id: string;
  readonly feed: Feed;
  readonly sourceTitle: string;
  readonly sourceId: string;
  readonly occurredAt: string;
  readonly receivedAt: string;
  readonly regionName: string;
  readonly role: string;
  readonly confidence: number;
  readonly because: string;
  readonly sample: boolean;
  readonly title: string;
  readonly text: string | null;
  readonly signals: readonly {
    readonly code: string;
    readonly dimension: Dimension;
    readonly points: number;
    readonly because: string;
  }[];
}

export interface ListedRecords extends Listed<RecordLine> {
  readonly withheld: number;
}

/** Somebody who is tied to an entity. */
export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly tier: Tier;
  readonly isByPerson: boolean;
  readonly score: number;
  readonly degree: number;
}

/** What ties two; of `parent`, `from` is the branch. */
export interface Bond {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly value: string | null;
}

export interface Neighbourhood {
  readonly neighbours: readonly Neighbour[];
  readonly bonds: readonly Bond[];
  readonly leftOut: number;
  readonly outOfSight: number;
}

/** What was known of an entity at a moment. */
export interface EntityThen {
  readonly at: string;
  readonly id: string;
  readonly name: string;
  readonly registered: Registered | null;
  readonly index: RiskIndex | null;
  readonly indexedAt: string | null;
  readonly person: PersonTier | null;
  readonly alerts: readonly {
    readonly id: string;
    readonly raisedAt: string;
    readonly tier: Tier;
    readonly stage: string;
  }[];
  readonly records: Readonly<Record<Feed, number>>;
  readonly latest: readonly RecordLine[];
}

/** Why an entity has no higher score. */
export interface WhyNot {
  readonly score: number;
  readonly tier: Tier;
  readonly next: { readonly tier: Tier; readonly from: number; readonly points: number } | null;
  readonly nearest: readonly {
    readonly rule: string;
    readonly says: string;
    readonly score: number;
  }[];
}
