import type { Dimension, Element, Feed, Verdict } from './codes.js';
import type { AnyTier } from '../shown/tier.js';
import type { Named, Titled } from './session.js';

export type Tier = AnyTier;
export type EntityKind = 'registered' | 'provisional' | 'branch';
export type Cuts = Readonly<Record<Exclude<Tier, 'none'>, number>>;

/** What the list can be filtered by. */
export interface EntityChoices {
  readonly regions: readonly Named[];
  readonly schemes: readonly Titled[];
}

/** An entity in the list. */
export interface EntityRow {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly regionName: string;
  readonly kind: EntityKind;
  readonly sample: boolean;
  readonly score: number;
  readonly tier: Tier;
  readonly personTier: Tier | null;
  readonly schemeName: string | null;
  readonly evidenceAt: string | null;
  readonly alertId: string | null;
}

/** A reason of an index. */
export interface Reason {
  readonly code: string;
  readonly dimension: Dimension;
  readonly points: number;
  readonly because: string;
  readonly times: number;
  readonly quote?: string | undefined;
}

/** The index of an entity at a moment. */
export interface RiskIndex {
  readonly score: number;
  readonly tier: Tier;
  readonly dimensions: Readonly<Record<Dimension, number>>;
  readonly elements: Readonly<Record<Element, boolean>>;
  readonly reasons: readonly Reason[];
  readonly missing: readonly string[];
  readonly cuts?: Cuts | undefined;
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
}

/** A person's tier that stands. */
export interface PersonTier {
  readonly tier: Tier;
  readonly by: string;
  readonly because: string;
  readonly at: string;
}

/** What registrations say. */
export interface Registered {
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly legalRepresentative: string | null;
  readonly shareholders: readonly {
    readonly name: string;
    readonly kind: string | null;
    readonly share: number | null;
  }[];
  readonly registeredCapital: number | null;
  readonly paidInCapital: number | null;
  readonly establishedOn: string | null;
  readonly address: string | null;
  readonly businessAddress: string | null;
  readonly industry: string | null;
  readonly businessScope: string | null;
  readonly phones: readonly string[];
  readonly websites: readonly string[];
  readonly toldAt: string;
  readonly events: readonly {
    readonly event: string;
    readonly at: string;
    readonly source: string;
    readonly details: readonly string[];
  }[];
}

/** A decision on a tier, with what the model said then. */
export interface TierDecision {
  readonly id: string;
  readonly from: Tier | null;
  readonly to: Tier | null;
  readonly by: string;
  readonly because: string;
  readonly at: string;
  readonly modelTier: Tier;
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

/** All that stands about one entity now. */
export interface EntityFile {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly regionName: string;
  readonly provisional: boolean;
  readonly sample: boolean;
  readonly foundedAt: string;
  readonly parent: { readonly id: string; readonly name: string } | null;
  readonly score: number;
  readonly tier: Tier;
  readonly schemeName: string | null;
  readonly person: PersonTier | null;
  readonly index: RiskIndex | null;
  readonly indexedAt: string | null;
  readonly evidenceAt: string | null;
  readonly registered: Registered | null;
  readonly contacts: readonly { readonly kind: string; readonly value: string }[];
  readonly records: Readonly<Record<Feed, number>>;
  readonly licence: {
    readonly name: string;
    readonly owner: string;
    readonly reason: string;
    readonly source: string;
    readonly from: string;
    readonly until: string;
  } | null;
  readonly alerts: readonly EntityAlert[];
  readonly decisions: readonly TierDecision[];
  readonly outcomes: readonly Outcome[];
  readonly merges: readonly EntityMerge[];
}

export interface EntityAlert {
  readonly id: string;
  readonly status: string;
  readonly stage: string;
  readonly tier: Tier;
  readonly personTier: Tier | null;
  readonly raisedAt: string;
}

export interface EntityMerge {
  readonly memberId: string;
  readonly memberName: string;
  readonly intoId: string;
  readonly because: string;
  readonly mergedAt: string;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
}
