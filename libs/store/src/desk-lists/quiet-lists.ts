import type { Listed, ListQuestion } from '@risk/kit';
import type { Database } from '../database.js';
import type { FloodLine, SilenceLine } from '../life/pg-alert-book.js';
import { FLOOD_COLUMNS, SILENCE_COLUMNS } from '../life/pg-alert-book.js';
import type { HushedAlert } from '../life/pg-workload.js';
import { listPage, type ListTable } from '../list-page.js';
import { effectiveTier, tierRank } from '../person-tiers.js';
import { Conditions } from './conditions.js';

export const SILENCE_SORTS = ['endsAt', 'startsAt'] as const;
export type SilenceSort = (typeof SILENCE_SORTS)[number];
export interface SilenceQuestion extends ListQuestion<SilenceSort> {
  /** Only those in force at this moment; null for all. */
  readonly inForceAt: Date | null;
}

const SILENCES: ListTable<SilenceSort> = {
  select: SILENCE_COLUMNS,
  from: 'silence s',
  sorts: {
    endsAt: { sql: 's.ends_at', type: 'timestamptz' },
    startsAt: { sql: 's.starts_at', type: 'timestamptz' },
  },
  key: 's.id',
};

/** One page of silences. */
export function silenceList(
  database: Database,
  question: SilenceQuestion,
): Promise<Listed<SilenceLine>> {
  const conditions = new Conditions().about(
    question.inForceAt,
    (place) => `s.ended_at is null and s.ends_at > ${place}`,
  );
  return listPage<SilenceLine, SilenceSort>(database, SILENCES, conditions.filter, question);
}

export const FLOOD_SORTS = ['openedAt'] as const;
export interface FloodQuestion extends ListQuestion<'openedAt'> {
  /** Only those on which nobody decided yet. */
  readonly isOpen: boolean;
}

const FLOODS: ListTable<'openedAt'> = {
  select: FLOOD_COLUMNS,
  from: 'flood f',
  sorts: { openedAt: { sql: 'f.opened_at', type: 'timestamptz' } },
  key: 'f.id',
};

/** One page of rules whose alerts were held back. */
export function floodList(database: Database, question: FloodQuestion): Promise<Listed<FloodLine>> {
  const conditions = new Conditions();
  if (question.isOpen) conditions.that('f.ended_at is null');
  return listPage<FloodLine, 'openedAt'>(database, FLOODS, conditions.filter, question);
}

export const HUSHED_SORTS = ['tier', 'since'] as const;
export type HushedSort = (typeof HUSHED_SORTS)[number];
export interface HushedQuestion extends ListQuestion<HushedSort> {
  readonly cause: string | null;
}

const HUSHED: ListTable<HushedSort> = {
  select: `a.id, a.entity_name as "entityName", ${effectiveTier('a')} as tier, h.cause, h.because, h.since, a.sample`,
  from: 'alert_hush h join alert a on a.id = h.alert_id',
  countFrom: 'alert_hush h',
  sorts: {
    tier: { sql: `coalesce(${tierRank(effectiveTier('a'))}, 9)`, type: 'int' },
    since: { sql: 'h.since', type: 'timestamptz' },
  },
  key: 'h.id',
};

/** One page of the alerts of which nobody is told now. */
export function hushedList(
  database: Database,
  question: HushedQuestion,
): Promise<Listed<HushedAlert>> {
  const conditions = new Conditions()
    .that('h.ended_at is null')
    .about(question.cause, (place) => `h.cause = ${place}`);
  return listPage<HushedAlert, HushedSort>(database, HUSHED, conditions.filter, question);
}
