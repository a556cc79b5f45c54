import type { Tier } from '@risk/domain';
import type { Listed, ListQuestion } from '@risk/kit';
import type { Database } from '../database.js';
import { STANDING } from '../life/duty-line.js';
import { likeOf } from '../like-of.js';
import { listPage, type ListTable } from '../list-page.js';
import { effectiveTier } from '../person-tiers.js';
import { Conditions } from './conditions.js';

/** A message in the inbox of a unit, with what the unit owes next for the alert that it is about. */
export interface InboxRow {
  readonly id: string;
  readonly alertId: string | null;
  readonly bulletinId: string | null;
  readonly entityName: string | null;
  readonly tier: Tier | null;
  readonly stage: string | null;
  readonly kind: string;
  readonly step: string;
  readonly subject: string | null;
  /** Whom of the unit it was sent to: several are told of the same. */
  readonly recipient: string | null;
  /** The key of that contact: `scjgj/head`. */
  readonly recipientKey: string;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly readBy: string | null;
  readonly dutyKind: string | null;
  readonly dueAt: Date | null;
  readonly pausedAt: Date | null;
  readonly sample: boolean;
}

/** A message with what it says. */
export interface InboxMessage extends InboxRow {
  readonly body: string | null;
}

export const INBOX_SORTS = ['urgency', 'at'] as const;
export type InboxSort = (typeof INBOX_SORTS)[number];

/** Which messages of a unit somebody wants; null does not restrict. */
export interface InboxQuestion extends ListQuestion<InboxSort> {
  readonly unit: string;
  readonly isRead: boolean | null;
  /** A kind of notice, or `handover` for what was handed over to public security. */
  readonly kind: string | null;
  readonly words: string | null;
}

/** What was handed over bears this step. */
const HANDED_OVER = `n.step like 'transferred#%'`;

/** Unread comes first; of that what is overdue, then what was handed over. The index of the inbox holds it. */
const URGENCY = `(case when n.read_at is not null then 0 when n.kind = 'escalation' then 5
  when ${HANDED_OVER} then 4 when n.kind = 'alert' then 3 when n.kind = 'reminder' then 2 else 1 end)`;

const TABLE: ListTable<InboxSort> = {
  select: `n.id, n.alert_id as "alertId", n.bulletin_id as "bulletinId", a.entity_name as "entityName",
    ${effectiveTier('a')} as tier, a.stage, n.kind, n.step, n.subject,
    n.addressee -> 'recipient' ->> 'title' as recipient, n.recipient as "recipientKey", n.settled_at as at, n.read_at as "readAt",
    n.read_by as "readBy", owed.kind as "dutyKind", owed.due_at as "dueAt", owed.paused_at as "pausedAt", n.sample`,
  from: `notice n left join alert a on a.id = n.alert_id
    left join lateral (
      select d.kind, d.due_at, d.paused_at from duty d
      where d.alert_id = n.alert_id and d.unit = n.unit and ${STANDING} order by d.due_at limit 1
    ) owed on true`,
  countFrom: 'notice n',
  sorts: {
    urgency: { sql: URGENCY, type: 'int' },
    at: { sql: 'n.settled_at', type: 'timestamptz' },
  },
  key: 'n.id',
};

const ofUnit = (unit: string): Conditions =>
  new Conditions()
    .about(unit, (place) => `n.unit = ${place}`)
    .that(`n.channel = 'inbox' and n.state = 'sent'`);

/** One page of the inbox of a unit. */
export function inboxList(database: Database, question: InboxQuestion): Promise<Listed<InboxRow>> {
  const { unit, isRead, kind, words } = question;
  const conditions = ofUnit(unit).about(
    likeOf(words),
    (place) => `(n.subject ilike ${place} or n.alert_id in (
      select named.id from alert named where named.entity_name ilike ${place}))`,
  );
  if (isRead !== null) conditions.that(`n.read_at is ${isRead ? 'not null' : 'null'}`);
  if (kind === 'handover') conditions.that(HANDED_OVER);
  else conditions.about(kind, (place) => `n.kind = ${place}`);
  return listPage<InboxRow, InboxSort>(database, TABLE, conditions.filter, question);
}

/** One message; null when there is none in the inbox of that unit. */
export async function inboxMessage(
  database: Database,
  unit: string,
  id: string,
): Promise<InboxMessage | null> {
  const { where, values } = ofUnit(unit).about(id, (place) => `n.id = ${place}`).filter;
  const [row] = await database.rows<InboxMessage>(
    `select ${TABLE.select}, n.body from ${TABLE.from} where ${where}`,
    values,
  );
  return row ?? null;
}

/** Whom of the unit a message was sent to; null when there is none in the inbox of that unit. */
export async function recipientOf(
  database: Database,
  unit: string,
  id: string,
): Promise<string | null> {
  const { where, values } = ofUnit(unit).about(id, (place) => `n.id = ${place}`).filter;
  const [row] = await database.rows<{ recipient: string }>(
    `select n.recipient from notice n where ${where}`,
    values,
  );
  return row?.recipient ?? null;
}
