import type { DutyKind } from './codes.js';

/** A joint meeting in a list. */
export interface MeetingLine {
  readonly id: string;
  readonly heldOn: string;
  readonly title: string;
  readonly chair: string;
  readonly units: readonly string[];
  readonly at: string;
  readonly sample: boolean;
  readonly items: number;
  readonly decisions: number;
  readonly tasks: number;
  readonly tasksDone: number;
}

export type AgendaKind = 'red' | 'dispute' | 'overdue' | 'receipt';

/** An item of an agenda. */
export interface AgendaItem {
  readonly no: number;
  readonly kind: AgendaKind;
  readonly alertId: string | null;
  readonly unit: string | null;
  readonly subject: string;
  readonly because: string;
}

/** What a meeting would talk about, were it prepared now. */
export interface AgendaPreview {
  readonly items: readonly (AgendaItem & { readonly unitName: string | null })[];
  readonly total: number;
}

/** What a unit has to do by a decision. */
export interface MeetingTask {
  readonly id: string;
  readonly unit: string;
  readonly what: string;
  readonly dueAt: string;
  readonly dutyId: string;
  readonly done: { readonly by: string; readonly because: string; readonly at: string } | null;
}

/** What a meeting decided. */
export interface MeetingDecision {
  readonly id: string;
  readonly item: number | null;
  readonly decision: string;
  readonly by: string;
  readonly because: string;
  readonly at: string;
  readonly tasks: readonly MeetingTask[];
}

/** A joint meeting with what it decided and what came of it. */
export interface MeetingFacts {
  readonly id: string;
  readonly heldOn: string;
  readonly title: string;
  readonly chair: string;
  readonly units: readonly string[];
  readonly by: string;
  readonly because: string;
  readonly at: string;
  readonly sample: boolean;
  readonly agenda: readonly AgendaItem[];
  readonly decisions: readonly MeetingDecision[];
  /** How the units in it are called. */
  readonly unitNames: Readonly<Record<string, string>>;
}

/** What became of the duties of one kind. */
export interface DutyTally {
  readonly owed: number;
  readonly inTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly pending: number;
}

/** A unit in the ledger. */
export interface LedgerLine {
  readonly unit: string;
  readonly name: string;
  readonly received: number;
  readonly duties: Readonly<Record<DutyKind, DutyTally>>;
  /** Half of what was done took no longer, in hours. */
  readonly medianHours?: Readonly<Record<DutyKind, number | null>> | undefined;
  readonly confirmed: number;
  readonly refuted: number;
}

/** The ledger of a period. */
export interface LedgerFacts {
  readonly period: { readonly from: string; readonly to: string };
  readonly asOf: string;
  readonly lines: readonly LedgerLine[];
}

/** An alert that a unit confirmed or refuted. */
export interface FindingLine {
  readonly id: string;
  readonly alertId: string;
  readonly entityName: string;
  readonly unit: string;
  readonly unitName: string;
  readonly kind: string;
  readonly by: string | null;
  readonly because: string | null;
  readonly at: string;
  readonly sample: boolean;
}
