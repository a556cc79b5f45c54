import type { ReceiptAnswer } from '@risk/cases';
import type { Sight, Tier } from '@risk/domain';
import type { Listed, ListQuestion } from '@risk/kit';
import { seesHandOver } from '../access/sight-sql.js';
import type { Database } from '../database.js';
import { listPage, type ListTable } from '../list-page.js';
import { effectiveTier } from '../person-tiers.js';
import { Conditions } from './conditions.js';

/** A hand-over in a list: what it is about, and how far public security has come with it. */
export interface HandOverRow {
  readonly id: string;
  readonly alertId: string;
  readonly entityName: string;
  readonly tier: Tier;
  readonly from: string;
  readonly to: string;
  readonly follows: string | null;
  readonly madeAt: Date;
  readonly dueAt: Date;
  /** When public security took it in; null while it did not. */
  readonly takenAt: Date | null;
  /** The answer in force; null while none came. */
  readonly answer: ReceiptAnswer | null;
  readonly answeredAt: Date | null;
  readonly sample: boolean;
}

export const HAND_OVER_SORTS = ['dueAt', 'madeAt'] as const;
export type HandOverSort = (typeof HAND_OVER_SORTS)[number];

export const HAND_OVER_STATES = ['waiting', 'overdue', 'answered', 'all'] as const;
export type HandOverState = (typeof HAND_OVER_STATES)[number];

export interface HandOverQuestion extends ListQuestion<HandOverSort> {
  readonly state: HandOverState;
  readonly alertId: string | null;
  readonly now: Date;
  readonly sight: Sight;
}

const TABLE: ListTable<HandOverSort> = {
  select: `h.id, h.alert_id as "alertId", a.entity_name as "entityName", ${effectiveTier('a')} as tier,
    coalesce(h.facts #>> '{from,name}', '') as "from", h.to_unit as "to", h.follows, h.made_at as "madeAt",
    h.due_at as "dueAt", taken.taken_at as "takenAt", receipt.answer, receipt.entered_at as "answeredAt", a.sample`,
  from: `handover h join alert a on a.id = h.alert_id
    left join handover_taken taken on taken.handover_id = h.id
    left join lateral (
      select r.answer, r.entered_at from handover_receipt r where r.handover_id = h.id order by r.id desc limit 1
    ) receipt on true`,
  countFrom: 'handover h join alert a on a.id = h.alert_id',
  sorts: {
    dueAt: { sql: 'h.due_at', type: 'timestamptz' },
    madeAt: { sql: 'h.made_at', type: 'timestamptz' },
  },
  key: 'h.id',
};

const ANSWERED = 'exists (select from handover_receipt r where r.handover_id = h.id)';

/** One page of what was handed over to public security. */
export function handOverList(
  database: Database,
  question: HandOverQuestion,
): Promise<Listed<HandOverRow>> {
  const { state, alertId, now, sight } = question;
  const conditions = new Conditions()
    .about(alertId, (place) => `h.alert_id = ${place}`)
    .seenBy(sight, seesHandOver);
  if (state === 'answered') conditions.that(ANSWERED);
  if (state === 'waiting' || state === 'overdue') conditions.that(`not ${ANSWERED}`);
  if (state === 'overdue') conditions.about(now, (place) => `h.due_at <= ${place}`);
  return listPage<HandOverRow, HandOverSort>(database, TABLE, conditions.filter, question);
}
