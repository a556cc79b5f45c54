import type { AlertStage, AlertStatus, DutyKind, RiskIndex, Tier } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import type { Addressee, Recipient } from '../ports.js';

/** An alert as people work on it, locked until the transaction ends. */
export interface LivingAlert {
  readonly id: string;
  /** The whole entity that it is about now. */
  readonly entityId: string;
  readonly entityName: string;
  readonly regionCode: string | null;
  readonly index: RiskIndex;
  readonly raisedAt: Date;
  /** The tier that counts: a person's, else the model's. */
  readonly tier: Tier;
  readonly stage: AlertStage;
  readonly status: AlertStatus;
  readonly mergedInto: string | null;
  readonly sample: boolean;
}

/** One line of all that happened to an alert: by verdicts and by people. */
export interface LogEntry {
  readonly id: string;
  readonly kind: string;
  readonly by: string | null;
  readonly unit: string | null;
  readonly because: string | null;
  readonly at: Date;
}

/** What a person did with an alert; kept for ever. */
export interface KeptStep {
  readonly alertId: string;
  readonly kind: string;
  readonly by: string;
  readonly unit: string;
  readonly because: string;
  readonly at: Date;
  readonly tier: Tier;
  readonly fromStage: AlertStage;
  readonly toStage: AlertStage;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

/** Where an alert stands after a step. */
export interface Move {
  readonly stage: AlertStage;
  readonly status: AlertStatus;
  readonly mergedInto: string | null;
  /** Until when verdicts of no higher tier open no new alert; set when an alert was refuted. */
  readonly restsUntil: Date | null | 'as-it-is';
}

/** A unit that was told of an alert, in the part that it has now. */
export type ToldUnit = Pick<Addressee, 'unit' | 'unitName' | 'role' | 'because' | 'waits'>;

/** Who of a unit works on an alert from now on. */
export interface Entrustment {
  readonly alertId: string;
  readonly unit: string;
  /** The name by which that person signs; null when nobody does any more. */
  readonly person: string | null;
  readonly by: string;
  readonly at: Date;
}

/** Keeps the life of alerts. */
export abstract class LifeStore {
  abstract lock(tx: Transaction, alertId: string): Promise<LivingAlert | null>;
  /** Oldest first. */
  abstract logOf(tx: Transaction, alertId: string): Promise<LogEntry[]>;
  /** Answers the id of the line. */
  abstract keep(tx: Transaction, step: KeptStep): Promise<string>;
  /** Conflict when the entity has another open alert. */
  abstract move(tx: Transaction, alertId: string, move: Move, at: Date): Promise<void>;
  /** Replaces whoever of that unit worked on it before. */
  abstract entrust(tx: Transaction, entrustment: Entrustment): Promise<void>;
  /**
   * Who was told of an alert, or of one that lives on in it: those take part here without leading, as long as
   * somebody leads here. Once it was assigned, only that unit leads; whoever led before is in copy.
   */
  abstract toldUnits(tx: Transaction, alertId: string): Promise<ToldUnit[]>;
}

/** What a unit owes until when. */
export interface DutyDraft {
  /** The alert that caused it; it stays so when that alert is merged into another. */
  readonly alertId: string | null;
  readonly unit: string;
  readonly role: 'lead' | 'assist' | 'copy';
  readonly kind: DutyKind;
  /** Tells several of one kind apart; empty for those of an alert itself. */
  readonly subject: string;
  readonly because: string;
  readonly from: Date;
  readonly dueAt: Date;
  readonly sample: boolean;
}

/** A duty that stands. */
export interface Duty {
  readonly id: string;
  /** The alert that caused it. */
  readonly alertId: string | null;
  readonly unit: string;
  readonly role: 'lead' | 'assist' | 'copy';
  readonly kind: DutyKind;
  readonly subject: string;
  readonly because: string;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly pausedAt: Date | null;
  /** Grows whenever the deadline is set anew, so that reminders of the old one do not count. */
  readonly round: number;
  /** How many rungs of the ladder were climbed in this round. */
  readonly rung: number;
  /** The tier of its alert that counts; null when it is of no alert. */
  readonly tier: Tier | null;
  readonly sample: boolean;
}

/** Keeps who owes what. */
export abstract class DutyStore {
  /** Opens duties; one that stands already keeps the earlier deadline and starts a new round. Answers their ids. */
  abstract owe(tx: Transaction, drafts: readonly DutyDraft[]): Promise<string[]>;
  /** The duties that stand of an alert and of those that live on in it, locked. */
  abstract standingOf(tx: Transaction, alertId: string): Promise<Duty[]>;
  abstract fulfil(tx: Transaction, ids: readonly string[], by: string, at: Date): Promise<void>;
  /** Ends what need not be done any more, by what happened to alert `on`. */
  abstract end(
    tx: Transaction,
    ids: readonly string[],
    ended: { readonly on: string; readonly because: string },
    at: Date,
  ): Promise<void>;
  /** Lets stand again, as it stood, what these alerts' units owed and what ended by what happened to other alerts. */
  abstract revive(tx: Transaction, alertIds: readonly string[], at: Date): Promise<void>;
  abstract pause(tx: Transaction, ids: readonly string[], at: Date): Promise<void>;
  /** Lets paused duties go on with new deadlines. */
  abstract resume(
    tx: Transaction,
    duties: readonly { readonly id: string; readonly dueAt: Date }[],
    at: Date,
  ): Promise<void>;
  /** Duties whose ladder may have moved, locked; what others hold is skipped. */
  abstract toNudge(tx: Transaction, now: Date, limit: number): Promise<Duty[]>;
  abstract climb(
    tx: Transaction,
    climbs: readonly { readonly id: string; readonly rung: number; readonly nextAt: Date | null }[],
  ): Promise<void>;
}

/** Whom a rung of the ladder calls. */
export type Caller = 'liaison' | 'head' | 'office' | 'convener';

/** A moment at which somebody is reminded of a duty, or told that it is overdue. */
export interface Rung {
  readonly name: string;
  readonly at: Date;
  readonly to: Caller;
}

/** Somebody who can be told, with the unit for which it is. */
export interface Contact {
  readonly unit: string;
  readonly unitName: string;
  readonly recipient: Recipient;
}

/** Deadlines, ladders and contacts of the city; the engine behind it is libs/routing. */
export abstract class Timetable {
  /** The finance office. */
  abstract readonly office: string;
  abstract rungsOf(duty: {
    readonly kind: DutyKind;
    readonly unit: string;
    readonly from: Date;
    readonly dueAt: Date;
  }): readonly Rung[];
  abstract contactsOf(unit: string, to: Caller, at: Date): readonly Contact[];
  /** The deadline after a pause: the working time that was left, from now on. */
  abstract dueAfterPause(unit: string, dueAt: Date, pausedAt: Date, now: Date): Date;
  /** What a unit in this part would have to do until when. */
  abstract deadlines(
    unit: string,
    tier: Tier,
    at: Date,
  ): { readonly acknowledgeBy: Date; readonly dueAt: Date } | null;
  /** The next moment at which digests go out, after `at`. */
  abstract nextDigest(at: Date): Date;
  /** When notices of this tier go out in a digest; null when each goes at once. */
  abstract digestAt(tier: Tier, at: Date): Date | null;
}
