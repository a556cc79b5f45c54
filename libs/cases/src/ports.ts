import type {
  AlertTier,
  Engine,
  Outcome,
  OutcomeVerdict,
  RiskIndex,
  Scheme,
  Tier,
  TierDecision,
} from '@risk/domain';
import type { Transaction } from '@risk/kit';

/** An entity as a person meets it, whole: what was merged into it is part of it. */
export interface CaseEntity {
  readonly entityId: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly sample: boolean;
  /** What the model says of it now; null when it never said anything. */
  readonly index: RiskIndex | null;
}

/** How somebody names an entity. */
export interface Reference {
  readonly kind: 'id' | 'uscc' | 'name';
  readonly value: string;
}

/** Keeps what people decide. Nothing of it is ever changed or taken away, only added to. */
export abstract class CaseStore {
  /** The entities that are meant, each once and whole. */
  abstract bearersOf(tx: Transaction, reference: Reference): Promise<CaseEntity[]>;
  /** Keeps others from deciding on this entity until the transaction ends; answers it as it stands then. */
  abstract lock(tx: Transaction, entityId: string): Promise<CaseEntity>;
  /** All decisions on the entity and on what was merged into it, oldest first. */
  abstract decisionsOf(tx: Transaction, entityId: string): Promise<TierDecision[]>;
  abstract outcomesOf(tx: Transaction, entityId: string): Promise<Outcome[]>;
  abstract keepDecision(tx: Transaction, decision: Omit<TierDecision, 'id'>): Promise<TierDecision>;
  abstract keepOutcome(tx: Transaction, outcome: Omit<Outcome, 'id'>): Promise<Outcome>;
}

/** What must follow at once when a person decided: the alert moves in the same transaction. */
export abstract class Heeding {
  abstract heed(tx: Transaction, entity: CaseEntity, decision: TierDecision): Promise<void>;
}

/** Calendar days in China, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** A period as it was known: nothing that happened at this moment or later. */
export interface PeriodAsOf extends Period {
  readonly asOf: Date;
}

/** The outcome in force of an entity, as far as figures need it. */
export interface KnownOutcome {
  readonly verdict: OutcomeVerdict;
  readonly exposedOn: string | null;
  /** Yuan lost, and people who lost it; null when nobody entered it. */
  readonly losses: number | null;
  readonly people: number | null;
}

/** An alert with what became of its entity. */
export interface AlertedCase {
  readonly alertId: string;
  readonly entityId: string;
  readonly raisedAt: Date;
  /** Whether a person raised it, not the model. */
  readonly byPerson: boolean;
  /** The highest tier to which the model raised it. */
  readonly tier: Tier;
  /** Whether public security has its entity: handed over, and not declined. */
  readonly handedOver: boolean;
  readonly outcome: KnownOutcome | null;
}

/** Alerts of entities of which nothing is known yet: no outcome, and public security has none of them. */
export interface OpenCases {
  /** Alerts that a person raised. */
  readonly byPerson: number;
  /** Alerts that the model raised, by the highest tier to which it did. */
  readonly tiers: Readonly<Record<AlertTier, number>>;
  /** How many entities those of the model are about. */
  readonly entities: number;
}

/** Alerts that the model raised and a code contributed to, and how many of them ended which way. */
export interface ReasonTally {
  readonly code: string;
  /** Null: no record says it, a rule about the whole entity does. */
  readonly engine: Engine | null;
  readonly alerts: number;
  readonly confirmed: number;
  readonly refuted: number;
}

/** An outcome of an entity for which no alert was ever raised. */
export interface UnalertedCase {
  readonly entityId: string;
  readonly outcome: KnownOutcome;
}

/** An outcome in force with who it is about. */
export interface OutcomeLine extends Outcome {
  readonly name: string;
  readonly uscc: string | null;
  readonly sample: boolean;
}

/** A text that was received about an entity whose case is decided. */
export interface DecidedText {
  readonly recordId: string;
  readonly entityId: string;
  /** Names under which the entity is known. */
  readonly names: readonly string[];
  readonly text: string;
  readonly label: Scheme;
  /** What identifies the reporter, to be masked wherever it stands in the text. */
  readonly reporter: readonly string[];
}

/** Reads what became of alerts; samples are left out unless asked for. */
export abstract class OutcomeLedger {
  /** Outcomes in force, the latest first. */
  abstract list(limit: number): Promise<OutcomeLine[]>;
  /**
   * Every alert, whenever it was raised, of an entity that was alerted in the period or came to light in it and of
   * which something is known: an outcome, or that public security has it.
   */
  abstract alerted(period: PeriodAsOf, samples: boolean): Promise<AlertedCase[]>;
  /** The alerts raised in the period about all other entities: most of them, so that they are counted only. */
  abstract open(period: PeriodAsOf, samples: boolean): Promise<OpenCases>;
  /** What the alerts raised in the period rested on; in no order. */
  abstract reasons(period: PeriodAsOf, samples: boolean): Promise<ReasonTally[]>;
  /** Confirmed cases decided in the period that no alert foretold. */
  abstract unalerted(period: PeriodAsOf, samples: boolean): Promise<UnalertedCase[]>;
  /** Texts of complaints and advertisements about entities confirmed or refuted. */
  abstract texts(samples: boolean): Promise<DecidedText[]>;
}
