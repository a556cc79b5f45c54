import type {
  AlertStage,
  Dimension,
  DutyKind,
  EngineVersions,
  Feed,
  LegalElement,
  OutcomeVerdict,
  PersonTier,
  Scheme,
  Suppression,
  Tier,
  TieKind,
} from '@risk/domain';

/** A shareholder as the register names it. */
export interface HeldShare {
  readonly name: string;
  readonly kind: string | null;
  /** Per cent of the capital. */
  readonly share: number | null;
}

/** What the register knows of the life of a firm. */
export interface RegisteredEvent {
  readonly event: string;
  readonly at: Date;
  readonly source: string;
  /** `股东：甲 → 乙` for each change, or why a penalty or an entry was made. */
  readonly details: readonly string[];
}

/** What a firm's own registrations say, of each field the latest that tells it; null is not told. */
export interface RegisteredFacts {
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly uscc: string | null;
  readonly legalRepresentative: string | null;
  readonly shareholders: readonly HeldShare[];
  /** Yuan. */
  readonly registeredCapital: number | null;
  readonly paidInCapital: number | null;
  readonly establishedOn: string | null;
  readonly address: string | null;
  readonly businessAddress: string | null;
  readonly regionCode: string | null;
  /** A code of GB/T 4754 with its edition. */
  readonly industry: string | null;
  readonly businessScope: string | null;
  readonly phones: readonly string[];
  readonly websites: readonly string[];
  /** When the latest of these registrations happened. */
  readonly toldAt: Date;
  /** Oldest first. */
  readonly events: readonly RegisteredEvent[];
}

/** A reason of the index; its words only where no complaint says so. */
export interface DossierReason {
  readonly code: string;
  readonly dimension: Dimension;
  readonly points: number;
  readonly because: string | null;
}

/** The index as it stood, without the words of complaints. */
export interface DossierIndex {
  /** Since when it stood. */
  readonly at: Date;
  readonly score: number;
  readonly tier: Tier;
  readonly dimensions: Readonly<Record<Dimension, number>>;
  readonly elements: Readonly<Record<LegalElement, boolean>>;
  readonly scheme: Scheme;
  /** Strongest first. */
  readonly reasons: readonly DossierReason[];
  readonly missing: readonly string[];
  readonly suppressed: Suppression | null;
  readonly version: EngineVersions;
}

/**
 * What records of one feed say under one code, by the strongest of them. A single complaint cannot be made out:
 * of complaints there are neither words nor source nor time.
 */
export interface DossierSignal {
  readonly code: string;
  readonly feed: Feed;
  readonly engine: string;
  readonly dimension: Dimension;
  /** Points before decay, times how sure it is that the record means this entity. */
  readonly weight: number;
  readonly elements: readonly LegalElement[];
  readonly scheme: Scheme | null;
  /** Records that say so; bare here, made harmless before it is shown. */
  readonly records: number;
  readonly because: string | null;
  readonly quote: string | null;
  readonly source: string | null;
  readonly occurredAt: Date | null;
  /** Whether it was said of the firm that this is a branch of. */
  readonly isInherited: boolean;
}

/** What is complained of; all bare here, made harmless before it is shown. */
export interface DossierComplaints {
  readonly complaints: number;
  readonly complainants: number;
  /** Yuan: the largest sum of each person, added up. */
  readonly amount: number;
  /** The largest number of people that a complaint speaks of. */
  readonly people: number;
}

/** A line of the log of an alert. */
export interface DossierChange {
  readonly alertId: string;
  readonly kind: string;
  readonly from: Tier | null;
  readonly to: Tier;
  readonly at: Date;
  readonly byPerson: boolean;
  readonly unit: string | null;
  /** A person's words; null for what the model did. */
  readonly because: string | null;
}

export interface DossierDuty {
  readonly alertId: string | null;
  readonly unit: string;
  readonly kind: DutyKind;
  readonly openedAt: Date;
  /** As it was first set: later it may have been moved. */
  readonly firstDueAt: Date;
  readonly doneAt: Date | null;
  readonly voidAt: Date | null;
}

export interface DossierAlert {
  readonly alertId: string;
  readonly raisedAt: Date;
  readonly tier: Tier;
  readonly stage: AlertStage;
  /** The unit in the lead; null when nobody was told. */
  readonly lead: string | null;
}

/** What officers found of one element. */
export interface FoundElement {
  readonly element: LegalElement;
  readonly finding: 'met' | 'not-met' | 'unclear';
}

export interface DossierVerification {
  readonly alertId: string;
  readonly unit: string;
  readonly openedAt: Date;
  /** Entries that nobody had corrected. */
  readonly entries: number;
  readonly found: readonly FoundElement[];
  readonly verdict: OutcomeVerdict | null;
  readonly concludedAt: Date | null;
}

export interface DossierReceipt {
  readonly answer: 'filed' | 'declined' | 'material';
  readonly number: string | null;
  readonly at: Date;
}

export interface DossierHandOver {
  readonly alertId: string;
  readonly from: string | null;
  readonly to: string;
  readonly at: Date;
  /** Oldest first. */
  readonly receipts: readonly DossierReceipt[];
}

export interface DossierOutcome {
  readonly verdict: OutcomeVerdict;
  readonly scheme: Scheme | null;
  readonly exposedOn: string | null;
  /** Yuan and people as officers entered them. */
  readonly losses: number | null;
  readonly people: number | null;
  readonly because: string;
  readonly at: Date;
}

export interface DossierLetter {
  readonly title: string;
  readonly unit: string;
  readonly at: Date;
}

export type CordKind = TieKind | 'phone';

/** Somebody who is tied to the entity; `degree` 0 is itself. */
export interface DossierKnot {
  readonly entityId: string;
  readonly name: string;
  readonly uscc: string | null;
  /** The tier that counted: a person's where one stood. */
  readonly tier: Tier;
  readonly byPerson: boolean;
  readonly degree: 0 | 1 | 2;
}

/** What ties two; of `parent`, `from` is the branch. */
export interface DossierCord {
  readonly from: string;
  readonly to: string;
  readonly kind: CordKind;
  /** What they have in common; null for phones, which a complaint may have told. */
  readonly value: string | null;
}

export interface DossierRelations {
  /** The entity first, then the nearest and gravest. */
  readonly knots: readonly DossierKnot[];
  readonly cords: readonly DossierCord[];
  /** How many more were found than are named. */
  readonly leftOut: number;
}

/** The index at the end of a day of China. */
export interface DossierPoint {
  readonly day: string;
  readonly score: number;
}

/** All that was known of an entity before a moment, with all parts that were merged into it. */
export interface Dossier {
  readonly entityId: string;
  readonly name: string;
  readonly uscc: string | null;
  /** Null when no registration is known. */
  readonly registered: RegisteredFacts | null;
  readonly index: DossierIndex | null;
  readonly person: PersonTier | null;
  readonly records: Readonly<Record<Feed, number>>;
  readonly complaints: DossierComplaints;
  readonly firstAdvertisedAt: Date | null;
  /** Per cent a year, from advertisements and registers only. */
  readonly highestYield: number | null;
  /** Strongest first, at most twenty. */
  readonly signals: readonly DossierSignal[];
  readonly moreSignals: number;
  /** Oldest first, as everything below. */
  readonly alerts: readonly DossierAlert[];
  readonly changes: readonly DossierChange[];
  readonly duties: readonly DossierDuty[];
  readonly verifications: readonly DossierVerification[];
  readonly handOvers: readonly DossierHandOver[];
  readonly letters: readonly DossierLetter[];
  readonly outcomes: readonly DossierOutcome[];
  readonly history: readonly DossierPoint[];
  readonly relations: DossierRelations;
}

/** Reads what was known of one entity; no word of a complaint and nothing of a reporter is ever in it. */
export abstract class DossierSource {
  /** As known before `asOf`; null when there was no such entity then, or it is of the other sort of data. */
  abstract of(entityId: string, asOf: Date, samples: boolean): Promise<Dossier | null>;
}
