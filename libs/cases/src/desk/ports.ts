import type { RiskIndex, Tier } from '@risk/domain';
import type { Clock, Transaction } from '@risk/kit';

/** An alert as it stands while it is locked. */
export interface LockedAlert {
  readonly alertId: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly regionCode: string | null;
  readonly tier: Tier;
  readonly stage: string;
  readonly raisedAt: Date;
  readonly index: RiskIndex;
  readonly sample: boolean;
}

/** A step that a person takes with an alert. */
export interface AlertStep {
  readonly alertId: string;
  readonly kind: 'verifying' | 'confirmed' | 'refuted' | 'transferred' | 'closed';
  readonly by: string;
  readonly unit: string;
  readonly because: string;
  /**
   * The step that the person saw last; a stale one is a Conflict. Null: what the person saw is something
   * else (a receipt), and it was checked while the alert was locked.
   */
  readonly seen: string | null;
  readonly detail?: object;
}

/** Moves alerts in the caller's transaction; implemented by alerting, tied by assembly. */
export abstract class AlertSteps {
  /** Conflict when `seen` is stale, Invalid when the stage forbids the step. */
  abstract take(tx: Transaction, step: AlertStep): Promise<void>;
  /** Locks the alert until the transaction ends, and answers its facts; NotFound when there is none. */
  abstract lock(tx: Transaction, alertId: string): Promise<LockedAlert>;
}

/** Something that a unit owes until a moment. */
export interface NewDuty {
  /** Null when it concerns no single alert. */
  readonly alertId: string | null;
  readonly unit: string;
  readonly kind: 'receipt' | 'task' | 'follow';
  readonly subject: string;
  readonly because: string;
  readonly from: Date;
  readonly dueAt: Date;
}

/** Who owes what until when; alerting watches, reminds and escalates. */
export abstract class Duties {
  /** Answers the id of the duty. */
  abstract owe(tx: Transaction, duty: NewDuty): Promise<string>;
  abstract fulfil(tx: Transaction, dutyId: string, by: string, at: Date): Promise<void>;
  /** What followed from the receipts of an alert is done. */
  abstract fulfilFollowing(tx: Transaction, alertId: string, by: string, at: Date): Promise<void>;
}

/** How long a unit may take, in its own working time. */
export type TimeAllowed = { readonly workingHours: number } | { readonly workingDays: number };

/** The working calendar of units. */
export abstract class WorkTime {
  abstract dueAt(from: Date, unit: string, allowance: TimeAllowed): Date;
}

/** The units of the joint meeting. */
export abstract class UnitNames {
  /** The present name; null when no unit bears this code. */
  abstract nameOf(code: string): string | null;
  /** The unit of public security that cases are handed over to. */
  abstract readonly police: string;
}

/** A file that proves something. */
export interface Evidence {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
  readonly by: string;
  readonly at: Date;
}

/** The files kept with an alert. */
export abstract class EvidenceShelf {
  abstract of(tx: Transaction, alertId: string): Promise<readonly Evidence[]>;
}

/** What records say about an entity, with nobody in it who reported. */
export interface CaseFigures {
  readonly uscc: string | null;
  readonly address: string | null;
  /** Yuan and people that complaints name; null when none names any. */
  readonly amount: number | null;
  readonly people: number | null;
  readonly complaints: number;
  /** How many different people complained: counted by pseudonym, never named. */
  readonly complainants: number;
}

/** Reads what the feeds told of the entity of a case. */
export abstract class CaseRecords {
  abstract figuresOf(tx: Transaction, entityId: string): Promise<CaseFigures>;
  /** Those of the ids that are records about this entity. */
  abstract amongst(
    tx: Transaction,
    entityId: string,
    recordIds: readonly string[],
  ): Promise<string[]>;
}

/** What every use case of the desk works with. */
export interface DeskHands {
  readonly steps: AlertSteps;
  readonly duties: Duties;
  readonly time: WorkTime;
  readonly units: UnitNames;
  readonly clock: Clock;
}
