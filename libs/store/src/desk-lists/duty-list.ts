import type { DutyKind, Sight } from '@risk/domain';
import type { Listed, ListQuestion } from '@risk/kit';
import { seesDuty } from '../access/sight-sql.js';
import type { Database } from '../database.js';
import { DUTY_COLUMNS, STANDING, type DutyLine } from '../life/duty-line.js';
import { likeOf } from '../like-of.js';
import { listPage, type ListTable } from '../list-page.js';
import { Conditions } from './conditions.js';

export const DUTY_SORTS = ['dueAt', 'openedAt', 'doneAt', 'unit'] as const;
export type DutySort = (typeof DUTY_SORTS)[number];

/** How duties stand: not done; not done and late; done; whatever became of them. */
export const DUTY_STATES = ['standing', 'overdue', 'done', 'all'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/** Which duties somebody wants; null does not restrict. */
export interface DutyListQuestion extends ListQuestion<DutySort> {
  readonly state: DutyState;
  readonly unit: string | null;
  readonly kind: DutyKind | null;
  readonly alertId: string | null;
  readonly words: string | null;
  /** The moment that decides on what is late. */
  readonly now: Date;
  readonly sight: Sight;
}

/** Duties with their alerts. */
export const DUTY_TABLE: ListTable<DutySort> = {
  select: DUTY_COLUMNS,
  from: 'duty d left join alert a on a.id = d.alert_id',
  countFrom: 'duty d',
  sorts: {
    dueAt: { sql: 'd.due_at', type: 'timestamptz' },
    openedAt: { sql: 'd.opened_at', type: 'timestamptz' },
    doneAt: { sql: `coalesce(d.done_at, 'infinity')`, type: 'timestamptz' },
    unit: { sql: 'd.unit', type: 'text' },
  },
  key: 'd.id',
};

/** One page of what units owe or owed. */
export function dutyList(
  database: Database,
  question: DutyListQuestion,
): Promise<Listed<DutyLine>> {
  const { state, unit, kind, alertId, words, now, sight } = question;
  const conditions = new Conditions()
    .about(unit, (place) => `d.unit = ${place}`)
    .about(kind, (place) => `d.kind = ${place}`)
    .about(alertId, (place) => `d.alert_id = ${place}`)
    .about(
      likeOf(words),
      (place) => `(d.subject ilike ${place} or d.alert_id in (
      select named.id from alert named where named.entity_name ilike ${place}))`,
    )
    .seenBy(sight, seesDuty);
  if (state === 'standing' || state === 'overdue') conditions.that(STANDING);
  if (state === 'overdue')
    conditions.about(now, (place) => `d.paused_at is null and d.due_at <= ${place}`);
  if (state === 'done') conditions.that('d.done_at is not null');
  return listPage<DutyLine, DutySort>(database, DUTY_TABLE, conditions.filter, question);
}
