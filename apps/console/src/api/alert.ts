import type { Dimension, Element, Stage, Verdict } from './codes.js';
import type { AnyTier } from '../shown/tier.js';
import type { HandOver, Letter, Verification } from './alert-case.js';

/** A tier of alert, or none where a person or the model sees no ground for one. */
export type { AnyTier };

export type Role = 'lead' | 'assist' | 'copy';

/** Who set the tier beside the model's, when and why. */
export interface PersonTier {
  readonly decision: string;
  readonly tier: AnyTier;
  readonly by: string;
  readonly because: string;
  readonly at: string;
}

export interface TierDecision {
  readonly id: string;
  readonly to: AnyTier | null;
  readonly by: string;
  readonly because: string;
  readonly at: string;
  readonly modelTier: AnyTier;
  readonly modelScore: number;
}

export interface Outcome {
  readonly id: string;
  readonly verdict: Verdict;
  readonly scheme: string | null;
  readonly exposedOn: string | null;
  readonly losses: number | null;
  readonly people: number | null;
  readonly by: string;
  readonly because: string;
  readonly at: string;
}

export interface AlertHead {
  readonly id: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly uscc: string | null;
  readonly status: string;
  readonly stage: Stage;
  readonly tier: AnyTier;
  readonly personTier: AnyTier | null;
  readonly person: PersonTier | null;
  readonly raisedAt: string;
  readonly changedAt: string;
  readonly sample: boolean;
  readonly decisions: readonly TierDecision[];
  readonly outcomes: readonly Outcome[];
}

export interface Versions {
  readonly lexicon: string;
  readonly rules: string;
  readonly model: string;
  readonly scoring: string;
}

export interface Index {
  readonly score: number;
  readonly tier: AnyTier;
  readonly dimensions: Readonly<Record<Dimension, number>>;
  readonly scheme: string;
  readonly missing: readonly string[];
  readonly weights?: Readonly<Record<Dimension, number>> | undefined;
  readonly cuts?: Readonly<Record<Exclude<AnyTier, 'none'>, number>> | undefined;
  readonly suppressed?:
    | {
        readonly entry: string;
        readonly owner: string;
        readonly reason: string;
        readonly until: string;
        readonly signals: number;
        readonly scoreWithout: number;
      }
    | null
    | undefined;
  readonly version: Versions;
}

export interface Reason {
  readonly code: string;
  readonly title: string;
  readonly engine: string;
  readonly bases: readonly string[];
  readonly elements: readonly Element[];
  readonly dimension: Dimension;
  readonly points: number;
  readonly because: string;
  readonly times: number;
  readonly quote?: string | undefined;
}

export interface TouchedElement {
  readonly element: Element;
  readonly touched: boolean;
  readonly by: readonly { readonly code: string; readonly title: string }[];
}

export interface LogLine {
  readonly id: string;
  readonly kind: string;
  readonly by: string | null;
  readonly unit: string | null;
  readonly because: string | null;
  readonly fromTier: AnyTier | null;
  readonly toTier: AnyTier;
  readonly news: readonly string[];
  readonly fromStage: string | null;
  readonly toStage: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
  readonly at: string;
}

export interface FileLine {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
  readonly by: string;
  readonly because: string;
  readonly at: string;
}

export interface Duty {
  readonly id: string;
  /** The alert that caused it: this one, or one that was merged into it. */
  readonly alertId: string | null;
  readonly unit: string;
  readonly role: string;
  readonly kind: string;
  readonly subject: string;
  readonly because: string;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly firstDueAt: string;
  readonly doneAt: string | null;
  readonly doneBy: string | null;
  readonly voidBecause: string | null;
  readonly pausedAt: string | null;
}

export interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly channel: string;
  readonly unit: string;
  readonly to: {
    readonly unitName: string;
    readonly role: string;
    readonly recipient: { readonly title: string };
  };
  readonly state: string;
  readonly attempt: number;
  readonly notBefore: string;
  readonly createdAt: string;
  readonly settledAt: string | null;
  readonly detail: string | null;
}

export interface SharedThing {
  readonly kind: string;
  readonly value: string | null;
}

export interface Beside {
  readonly id: string;
  readonly entityName: string;
  readonly tier: AnyTier;
  readonly stage: Stage;
  readonly status: string;
  readonly score: number;
  readonly changedAt: string;
  readonly lastStep: string;
  readonly shares: readonly SharedThing[];
}

export type DeedKind =
  | 'verify'
  | 'verification-entry'
  | 'hand-over'
  | 'receipt'
  | 'attach'
  | 'draft-letter'
  | 'sign-letter'
  | 'tier'
  | 'outcome'
  | 'merge'
  | 'unmerge'
  | 'silence';

/** The answer of GET /api/alerts/:id/whole. */
export interface WholeAlert {
  readonly alert: AlertHead;
  readonly index: Index;
  readonly reasons: readonly Reason[];
  readonly elements: readonly TouchedElement[];
  readonly entity: {
    readonly provisional: boolean;
    readonly address: string | null;
    readonly establishedOn: string | null;
    readonly records: Readonly<
      Partial<Record<'registration' | 'complaint' | 'advertisement', number>>
    >;
    readonly leastConfidence: number | null;
  };
  readonly regionName: string;
  readonly leads: readonly string[];
  readonly assignees: readonly { readonly unit: string; readonly person: string }[];
  readonly life: {
    readonly log: readonly LogLine[];
    readonly hush: {
      readonly cause: string;
      readonly because: string;
      readonly since: string;
    } | null;
    readonly files: readonly FileLine[];
    readonly mergedInto: string | null;
  };
  readonly duties: readonly Duty[];
  readonly notices: readonly Notice[];
  readonly hasEarlierNotices: boolean;
  readonly beside: readonly Beside[];
  readonly verifications: readonly Verification[];
  readonly handOvers: readonly HandOver[];
  readonly letters: readonly Letter[];
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly police: string;
  readonly may: {
    readonly steps: readonly string[];
    readonly deeds: readonly DeedKind[];
    readonly unit: string;
    readonly seen: string | null;
  };
  readonly withheld: readonly { readonly part: string; readonly title: string }[];
  readonly now: string;
}
