import type { Period } from '../ports.js';

/** What became of the duties of one kind; what was ended counts only if it was late already, as overdue. */
export interface DutyTally {
  readonly owed: number;
  readonly inTime: number;
  readonly late: number;
  /** Not done, and the time is over. */
  readonly overdue: number;
  /** Not done, and there is still time, or the clock is paused. */
  readonly pending: number;
}

/** The duties that the ledger counts, by kind. */
export const LEDGER_DUTIES = ['acknowledge', 'answer', 'receipt', 'task', 'follow'] as const;
export type LedgerDuty = (typeof LEDGER_DUTIES)[number];

/** What a unit was told in a period and what it did. */
export interface UnitTally {
  readonly unit: string;
  /** Alerts of which the unit had to acknowledge receipt. */
  readonly received: number;
  readonly duties: Readonly<Record<LedgerDuty, DutyTally>>;
  /**
   * Half of the duties that were done took no longer, in hours, by kind; null where none was done. Only the ledger
   * of the present knows it.
   */
  readonly medianHours?: Readonly<Record<LedgerDuty, number | null>>;
  /** Alerts that the unit confirmed or refuted in the period. */
  readonly confirmed: number;
  readonly refuted: number;
}

/** Which part of the ledger somebody wants. */
export interface LedgerQuestion {
  readonly period: Period;
  /** Null for all units that have anything. */
  readonly unit: string | null;
  readonly samples: boolean;
  /** Nothing that happened at this moment or later is known; what is overdue depends on it. */
  readonly asOf: Date;
}

/** Reads what units owed and did. */
export abstract class UnitLedger {
  abstract read(question: LedgerQuestion): Promise<UnitTally[]>;
}
