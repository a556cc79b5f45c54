import type { LedgerDuty } from '@risk/cases';
import type { Listed, ListQuestion } from '@risk/kit';
import type { Tier } from '@risk/domain';
import { COUNTED_DUTIES } from '../counted-duties.js';
import type { Database } from '../database.js';
import type { DutyLine } from '../life/duty-line.js';
import { listPage, type ListTable } from '../list-page.js';
import { effectiveTier } from '../person-tiers.js';
import { Conditions } from './conditions.js';
import { DUTY_TABLE, type DutySort } from './duty-list.js';

/** What became of a duty, as the ledger counts it. */
export const LEDGER_OUTCOMES = ['owed', 'inTime', 'late', 'overdue', 'pending'] as const;
export type LedgerOutcome = (typeof LEDGER_OUTCOMES)[number];

/** Behind which figure of the ledger somebody looks. */
interface LedgerFigure {
  /** Days in China, both included. */
  readonly from: string;
  readonly to: string;
  readonly unit: string | null;
  readonly samples: boolean;
}

export interface LedgerDutyQuestion extends LedgerFigure, ListQuestion<DutySort> {
  readonly kind: LedgerDuty | null;
  readonly outcome: LedgerOutcome;
  readonly now: Date;
}

const midnight = (day: string): string => `(${day}::date::timestamp at time zone 'Asia/Shanghai')`;

const OUTCOMES: Readonly<Record<LedgerOutcome, (now: string) => string>> = {
  owed: () => 'true',
  inTime: () => 'd.done_at <= d.due_at',
  late: () => 'd.done_at > d.due_at',
  overdue: (now) => `d.done_at is null and d.paused_at is null and d.due_at < ${now}`,
  pending: (now) => `d.done_at is null and (d.paused_at is not null or d.due_at >= ${now})`,
};

const COUNTED: ListTable<DutySort> = {
  ...DUTY_TABLE,
  from: `${COUNTED_DUTIES} d left join alert a on a.id = d.alert_id`,
  countFrom: `${COUNTED_DUTIES} d`,
};

/** The duties behind a figure of the ledger: those that were opened in the period, but for what ended in time. */
export function ledgerDuties(
  database: Database,
  question: LedgerDutyQuestion,
): Promise<Listed<DutyLine>> {
  const { from, to, unit, samples, kind, outcome, now } = question;
  const conditions = new Conditions()
    .about(unit, (place) => `d.unit = ${place}`)
    .about(from, (first) => `d.opened_at >= ${midnight(first)}`)
    .about(to, (last) => `d.opened_at < ${midnight(`(${last}::date + 1)`)}`)
    .about(kind, (place) => `d.kind = ${place}`)
    .about(now, (place) => `d.opened_at <= ${place} and ${OUTCOMES[outcome](place)}`);
  if (!samples) conditions.that('not d.sample');
  return listPage<DutyLine, DutySort>(database, COUNTED, conditions.filter, question);
}

/** An alert that a unit confirmed or refuted. */
export interface LedgerFinding {
  readonly id: string;
  readonly alertId: string;
  readonly entityName: string;
  readonly tier: Tier;
  readonly unit: string;
  readonly kind: string;
  readonly by: string | null;
  readonly because: string | null;
  readonly at: Date;
  readonly sample: boolean;
}

export const FINDING_SORTS = ['at'] as const;

export interface LedgerFindingQuestion extends LedgerFigure, ListQuestion<'at'> {
  readonly verdict: 'confirmed' | 'refuted';
}

const FINDINGS: ListTable<'at'> = {
  select: `c.id, c.alert_id as "alertId", a.entity_name as "entityName", ${effectiveTier('a')} as tier, c.unit,
    c.kind, c.by, c.because, c.at, a.sample`,
  from: 'alert_change c join alert a on a.id = c.alert_id',
  sorts: { at: { sql: 'c.at', type: 'timestamptz' } },
  key: 'c.id',
};

/** The alerts behind what the ledger counts as confirmed or refuted. */
export function ledgerFindings(
  database: Database,
  question: LedgerFindingQuestion,
): Promise<Listed<LedgerFinding>> {
  const { from, to, unit, samples, verdict } = question;
  const conditions = new Conditions()
    .about(verdict, (place) => `c.kind = ${place} and c.kind in ('confirmed', 'refuted')`)
    .about(unit, (place) => `c.unit = ${place}`)
    .about(from, (first) => `c.at >= ${midnight(first)}`)
    .about(to, (last) => `c.at < ${midnight(`(${last}::date + 1)`)}`)
    .that('c.unit is not null');
  if (!samples) conditions.that('not a.sample');
  return listPage<LedgerFinding, 'at'>(database, FINDINGS, conditions.filter, question);
}
