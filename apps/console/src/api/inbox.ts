import type { DutyKind, Finding, ReceiptAnswer } from './codes.js';
import type { AnyTier } from '../shown/tier.js';
/** A tier that counts; none where a person found that there is no reason for an alert. */
export type { AnyTier };

/** A unit in sight with what lies before it. */
export interface UnitLine {
  readonly code: string;
  readonly name: string;
  readonly standing: number;
  readonly overdue: number;
  readonly paused: number;
  readonly unread: number;
}

/** A message in the inbox of a unit. */
export interface InboxLine {
  readonly id: string;
  readonly alertId: string | null;
  readonly bulletinId: string | null;
  readonly entityName: string | null;
  readonly tier: AnyTier | null;
  readonly stage: string | null;
  readonly kind: string;
  readonly step: string;
  readonly subject: string | null;
  /** Whom of the unit it was sent to. */
  readonly recipient: string | null;
  /** Whether it was sent to whoever looks: only then opening it is reading it. */
  readonly isMine: boolean;
  readonly at: string;
  readonly readAt: string | null;
  readonly readBy: string | null;
  /** What the unit owes next for the alert, until when. */
  readonly dutyKind: string | null;
  readonly dueAt: string | null;
  readonly pausedAt: string | null;
  readonly sample: boolean;
}

/** A message with what it says. */
export interface InboxMessage extends InboxLine {
  readonly body: string | null;
}

/** Something that a unit owes or owed. */
export interface DutyLine {
  readonly id: string;
  readonly alertId: string | null;
  readonly entityName: string | null;
  readonly tier: AnyTier | null;
  readonly stage: string | null;
  readonly unit: string;
  readonly role: string;
  readonly kind: DutyKind;
  readonly subject: string;
  readonly because: string;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly firstDueAt: string;
  readonly doneAt: string | null;
  readonly doneBy: string | null;
  readonly voidBecause: string | null;
  readonly pausedAt: string | null;
  readonly sample: boolean;
}

/** A duty in a list, with the name of its unit. */
export interface NamedDuty extends DutyLine {
  readonly unitName: string;
}

/** A line of all that happened to an alert. */
export interface AlertLogLine {
  readonly id: string;
  readonly kind: string;
  readonly by: string | null;
  readonly unit: string | null;
  readonly because: string | null;
  readonly toStage: string | null;
  readonly at: string;
}

/** A file beside an alert. */
export interface AlertFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly by: string;
  readonly because: string;
  readonly at: string;
}

/** What happened to an alert so far, as far as the desk of a unit needs it. */
export interface AlertLifeFacts {
  readonly log: readonly AlertLogLine[];
  readonly duties: readonly DutyLine[];
  readonly files: readonly AlertFile[];
  readonly mergedInto: string | null;
}

/** An alert, as far as the desk of a unit needs it. */
export interface AlertHead {
  readonly id: string;
  readonly entityName: string;
  readonly stage: string;
  readonly tier: AnyTier;
  readonly personTier: AnyTier | null;
  readonly outcomes: readonly { readonly id: string }[];
}

export type CheckedElement = 'illegality' | 'inducement' | 'sociality';
export type Conclusion = 'confirmed' | 'refuted' | 'insufficient' | 'administrative';

/** What is known of one of the three elements. */
export interface CheckedLine {
  readonly element: CheckedElement;
  readonly finding: Finding;
  readonly evidence: readonly string[];
  readonly because: string | null;
}

/** An entry in the log of a verification. */
export interface VerificationEntry {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly by: string;
  readonly because: string;
}

/** A verification task. */
export interface VerificationFacts {
  readonly id: string;
  readonly unit: string;
  readonly officers: readonly string[];
  readonly by: string;
  readonly because: string;
  readonly at: string;
  readonly entries: readonly VerificationEntry[];
  readonly checklist: readonly CheckedLine[];
}

/** A hand-over to public security in a list. */
export interface HandOverLine {
  readonly id: string;
  readonly alertId: string;
  readonly entityName: string;
  readonly tier: AnyTier;
  readonly from: string;
  readonly to: string;
  readonly toName: string;
  readonly follows: string | null;
  readonly madeAt: string;
  readonly dueAt: string;
  readonly takenAt: string | null;
  readonly answer: ReceiptAnswer | null;
  readonly answeredAt: string | null;
  readonly sample: boolean;
}

/** A figure, and who says it. */
export interface SaidFigure {
  readonly value: number | null;
  readonly source: 'officers' | 'complaints' | null;
}

/** An answer of public security. */
export interface ReceiptLine {
  readonly id: string;
  readonly answer: ReceiptAnswer;
  readonly number: string | null;
  readonly receivedOn: string;
  readonly by: string;
  readonly because: string;
  readonly at: string;
}

/** A hand-over with its papers and answers. */
export interface HandOverFacts {
  readonly id: string;
  readonly alertId: string;
  readonly follows: string | null;
  readonly dueAt: string;
  readonly facts: {
    readonly entity: { readonly name: string; readonly uscc: string | null };
    readonly amount: SaidFigure;
    readonly people: SaidFigure;
    readonly losses: SaidFigure;
    readonly from: { readonly code: string; readonly name: string };
    readonly to: { readonly code: string; readonly name: string };
    readonly officers: readonly string[];
    readonly approver: string;
    /** The oldest do not say. */
    readonly number?: string | null;
    readonly by: string;
    readonly because: string;
    readonly at: string;
  };
  readonly package: { readonly name: string; readonly size: number; readonly sm3: string };
  readonly taken: { readonly by: string; readonly because: string; readonly at: string } | null;
  readonly receipts: readonly ReceiptLine[];
}
