import type { AlertStage, AlertStatus, RiskIndex, Scheme, Tier } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import type { EntityVerdict, NoticeDraft } from '../ports.js';

/** Something about an alert that its units are to be told. */
export interface Occasion {
  readonly alertId: string;
  readonly changeId: string;
  readonly step: string;
  readonly verdict: EntityVerdict;
  /** The tier that is told of. */
  readonly tier: Tier;
  readonly stage: AlertStage;
  readonly source: 'model' | 'person';
  /** Only the lead is told, and owes nothing: that model and person differ. */
  readonly isAside: boolean;
  /** The alert that this one was merged into, with its tier. */
  readonly merged: { readonly into: string; readonly tier: Tier } | null;
  /** Whether it rose above the alert that it was merged into, and stands for itself again. */
  readonly hasLeft: boolean;
}

/** A silence in force: nobody is told of what it covers until it ends. */
export interface Silence {
  readonly id: string;
  readonly entityId: string | null;
  readonly scheme: Scheme | null;
  readonly region: string | null;
  readonly code: string | null;
  readonly tiers: readonly Tier[];
  readonly owner: string;
  readonly because: string;
  readonly endsAt: Date;
}

/** An open alert of the same scheme about somebody tied to the entity. */
export interface Kin {
  readonly alertId: string;
  readonly entityName: string;
  readonly tier: Tier;
}

/** What has to be known before anybody is told. */
export interface Surroundings {
  readonly silences: readonly Silence[];
  /** By alert: open alerts of the same scheme around it. */
  readonly kin: ReadonlyMap<string, readonly Kin[]>;
  /** By code that is new in the house: how many alerts were raised with it within the hour, these included. */
  readonly newCodes: ReadonlyMap<string, number>;
  /** By alert: the unit that it was assigned to last. */
  readonly assigned: ReadonlyMap<string, string>;
  /** By entity: media of its advertisements, and counties that its records come from, most frequent first. */
  readonly heard: ReadonlyMap<
    string,
    { readonly media: readonly string[]; readonly heardFrom: readonly string[] }
  >;
}

/** How the city wants tellings to be bounded; local defaults. */
export interface TellingPolicy {
  readonly inhibit: readonly { readonly by: Tier; readonly what: readonly Tier[] }[];
  /** A rule is new for so many days, and may raise so many alerts an hour then. */
  readonly flood: { readonly newRuleDays: number; readonly perHour: number };
}

/** Why nobody is told now. */
export type HushCause =
  | {
      readonly cause: 'silence' | 'inhibited' | 'merged';
      readonly causeId: string;
      readonly because: string;
    }
  | { readonly cause: 'flood'; readonly code: string; readonly because: string }
  /** What was told no longer counts: it is told anew at the next look. */
  | { readonly cause: 'unsaid'; readonly because: string };

/** A hush whose cause may have ended. */
export interface OpenHush {
  readonly id: string;
  readonly alertId: string;
  readonly changeId: string;
  readonly entityId: string;
  /** What the alert is now. */
  readonly index: RiskIndex;
  readonly tier: Tier;
  readonly stage: AlertStage;
  readonly status: AlertStatus;
  readonly merged: Occasion['merged'];
  readonly kind: string;
  /** `tell`: its cause ended; `release`: a person wants it told; `drop`: a person wants it not told. */
  readonly end: 'tell' | 'release' | 'drop';
}

/** Looks around before units are told. */
export abstract class TellingContext {
  abstract around(
    tx: Transaction,
    occasions: readonly Occasion[],
    since: { readonly newAfter: Date; readonly hourAgo: Date },
    at: Date,
  ): Promise<Surroundings>;
}

/** Keeps what is told and what is held back, in the caller's transaction. */
export abstract class TellingStore {
  abstract keepNotices(tx: Transaction, drafts: readonly NoticeDraft[], at: Date): Promise<void>;
  /** Holds an alert back; one that is held back already keeps one line, with the new cause. */
  abstract hush(
    tx: Transaction,
    hushes: readonly {
      readonly alertId: string;
      readonly changeId: string;
      readonly cause: HushCause;
    }[],
    at: Date,
  ): Promise<void>;
  /** Ends what holds these alerts back. */
  abstract endHush(
    tx: Transaction,
    alertIds: readonly string[],
    told: boolean,
    at: Date,
  ): Promise<void>;
  /** Puts these alerts and those around them into one group. */
  abstract group(
    tx: Transaction,
    groups: readonly { readonly alertId: string; readonly kin: readonly string[] }[],
  ): Promise<void>;
  /** Opens the flood of a code unless it stands; answers those that it opened. */
  abstract openFloods(
    tx: Transaction,
    codes: readonly string[],
    at: Date,
  ): Promise<{ readonly id: string; readonly code: string }[]>;
  /** Hushes whose cause ended, locked; what others hold is skipped. */
  abstract endedHushes(tx: Transaction, now: Date, limit: number): Promise<OpenHush[]>;
}
