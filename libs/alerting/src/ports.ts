import type { AlertChange, AlertStage, Feed, PersonTier, RiskIndex, Tier } from '@risk/domain';
import type { Transaction } from '@risk/kit';

/** An entity whose index was computed just now, as alerting needs to know it. */
export interface EntityVerdict {
  readonly entityId: string;
  readonly name: string;
  readonly uscc: string | null;
  /** Region code, address and business address: what territory is decided by. */
  readonly regionCode: string | null;
  readonly address: string | null;
  readonly businessAddress: string | null;
  /** Feeds that speak about the entity. */
  readonly feeds: readonly Feed[];
  /** Sum in yuan and people that complaints name: what the police thresholds are held against. */
  readonly complaintAmount: number;
  readonly complaintPeople: number;
  /** Media of its advertisements, and counties that its records come from; looked up when somebody is told. */
  readonly media?: readonly string[] | undefined;
  readonly heardFrom?: readonly string[] | undefined;
  readonly index: RiskIndex;
  readonly sample: boolean;
}

/** Somebody who is written to, and by which channels. */
export interface Recipient {
  /** Stable, e.g. `jrb/liaison`, `jrb/head`, `convener`. */
  readonly key: string;
  readonly title: string;
  readonly email: string | null;
  /** `email`, `inbox` or `webhook:<code>`. */
  readonly channels: readonly string[];
}

/** A unit that is told, in what part, why, until when it acknowledges and answers. */
export interface Addressee {
  readonly unit: string;
  readonly unitName: string;
  readonly role: 'lead' | 'assist' | 'copy';
  readonly because: string;
  /** Null for a copy: it owes nothing. */
  readonly acknowledgeBy: Date | null;
  readonly dueAt: Date | null;
  /** Whether it acts only once the unit in charge has made its finding (article 11 of the Regulation). */
  readonly waits: boolean;
  readonly contacts: readonly Recipient[];
}

/** Decides who is told of a verdict; the engine behind it is libs/routing. */
export abstract class Router {
  /** By the tier that is told of: the model's or a person's. */
  abstract addresseesOf(verdict: EntityVerdict, tier: Tier, at: Date): readonly Addressee[];
}

/** An alert to open or to change. */
export interface AlertWrite {
  /** Null opens a new alert. */
  readonly alertId: string | null;
  readonly verdict: EntityVerdict;
  /** The model's tier. */
  readonly tier: Tier;
  readonly personTier: Tier | null;
  /** Null when only the figures moved: nobody is told. */
  readonly change: AlertChange | null;
  /** Takes up again an alert that had been refuted: the evidence is stronger now. */
  readonly reopens: boolean;
  /** The alert that it was merged into and rises above: it stands for itself again. */
  readonly leaves: string | null;
}

/** What was written: the alert, and the line of its log if it changed. */
export interface WrittenAlert {
  readonly alertId: string;
  readonly changeId: string | null;
}

/** What stands open for an entity. */
export interface OpenAlert {
  readonly id: string;
  readonly entityId: string;
  readonly tier: Tier;
  readonly stage: AlertStage;
  readonly index: RiskIndex;
  /** The alert that it was merged into, with the tier that counts there. */
  readonly merged: { readonly into: string; readonly tier: Tier } | null;
}

/** An alert that was refuted not long ago: only a higher tier than then opens another. */
export interface RestingAlert {
  readonly entityId: string;
  readonly tier: Tier;
  readonly until: Date;
}

/** A person's tier that stands on an entity, with all that the person knew or was told of the model's. */
export interface StandingTier {
  readonly entityId: string;
  readonly person: PersonTier;
  /** The model's tier when the person decided. */
  readonly modelTier: Tier;
  /** Tiers of the model that were told as differing since then. */
  readonly told: readonly Tier[];
}

export abstract class AlertStore {
  /** The open and merged alerts of these entities, locked until the transaction ends; the entity's own comes last. */
  abstract openOf(tx: Transaction, entityIds: readonly string[]): Promise<OpenAlert[]>;
  /** What people set for these entities and did not withdraw. */
  abstract standingOf(tx: Transaction, entityIds: readonly string[]): Promise<StandingTier[]>;
  /** What was refuted of these entities and rests at a moment. */
  abstract restingOf(
    tx: Transaction,
    entityIds: readonly string[],
    at: Date,
  ): Promise<RestingAlert[]>;
  /** What lives on in an alert, each with the tier that counts. */
  abstract insideOf(
    tx: Transaction,
    alertId: string,
  ): Promise<{ readonly id: string; readonly tier: Tier }[]>;
  /** Answers what was written, in the order of the writes. */
  abstract save(tx: Transaction, writes: readonly AlertWrite[], at: Date): Promise<WrittenAlert[]>;
}

/** What a notice is about. */
export type NoticeKind =
  'alert' | 'reminder' | 'escalation' | 'progress' | 'digest' | 'flood' | 'bulletin';

/** The bulletin that a notice carries, and the word by which its reader says that it was read. */
export interface CarriedBulletin {
  readonly id: string;
  readonly receipt: string;
}

/** A notice to put into the outbox: one for each (alert, step, recipient, channel), whoever tries. */
export interface NoticeDraft {
  /** Null for what is of no single alert: a digest, a flood. */
  readonly alertId: string | null;
  /** What happened, e.g. `raised:red`, `acknowledge#7.1:overdue-2`, `confirmed#31`. */
  readonly step: string;
  readonly kind: NoticeKind;
  readonly changeId: string | null;
  readonly dutyId: string | null;
  /** One channel of one recipient. */
  readonly channel: string;
  readonly to: NoticeAddressee;
  /** `gathering` waits for the digest of its recipient at `notBefore`. */
  readonly state: 'pending' | 'gathering';
  readonly notBefore: Date;
  /** What a notice of no alert says; others are composed when they are sent. */
  readonly said: { readonly subject: string; readonly body: string } | null;
  readonly bulletin?: CarriedBulletin | undefined;
  readonly sample: boolean;
}

/** One recipient of a unit, as it is kept with the notice. */
export interface NoticeAddressee extends Omit<Addressee, 'contacts' | 'acknowledgeBy'> {
  readonly acknowledgeBy: Date | null;
  readonly recipient: Omit<Recipient, 'channels'>;
}
