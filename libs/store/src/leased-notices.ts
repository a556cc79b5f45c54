import type {
  DigestItem,
  Enclosure,
  LeasedNotice,
  NoticeAddressee,
  NoticeAlert,
  Tiding,
} from '@risk/alerting';
import type { Alert, PersonTier } from '@risk/domain';
import { effectiveTier, personTierOn } from './person-tiers.js';

/** An alert as JSON with the moments as text; `a` is the alert, `e` its entity. */
const ALERT = `jsonb_build_object('id', a.id::text, 'entityId', a.entity_id::text,
  'entityName', a.entity_name, 'regionCode', a.region_code, 'status', a.status, 'stage', a.stage,
  'tier', a.tier, 'personTier', a.person_tier, 'person', ${personTierOn('e.root_id')}, 'index', a.index,
  'raisedAt', a.raised_at, 'changedAt', a.changed_at, 'revision', a.revision, 'sample', a.sample)`;

const TIDING = `jsonb_build_object('id', c.id::text, 'kind', c.kind, 'from', c.from_tier, 'to', c.to_tier,
  'at', c.at, 'news', c.news, 'by', c.by, 'because', c.because, 'fromStage', c.from_stage,
  'toStage', c.to_stage)`;

/** All that notices speak of, as it is when this is asked. */
export const DETAILS = `
  select n.id, n.attempt, n.step, n.kind, n.channel, n.addressee, n.created_at as "createdAt", n.sample,
    n.subject, n.body, n.bulletin_id as "bulletinId", n.receipt,
    case when a.id is not null then ${ALERT} end as alert,
    case when goal.id is not null then
      jsonb_build_object('into', goal.id::text, 'tier', ${effectiveTier('goal')}) end as merged,
    case when last.at is not null then jsonb_build_object('at', last.at, 'tier', last.tier) end as before,
    (select jsonb_agg(${TIDING} order by c.id) from alert_change c
      where c.alert_id = n.alert_id and c.id > coalesce(last.change, 0)) as since,
    (select ${TIDING} from alert_change c where c.id = n.change_id and c.alert_id = n.alert_id) as change,
    (select max(c.id)::text from alert_change c where c.alert_id = n.alert_id) as "knownTo",
    case when d.id is not null then jsonb_build_object('unit', d.unit, 'kind', d.kind, 'subject', d.subject,
      'because', d.because, 'dueAt', d.due_at, 'firstDueAt', d.first_due_at, 'isDone', d.done_at is not null,
      'voidBecause', d.void_because, 'isPaused', d.paused_at is not null, 'rung', d.rung) end as duty
  from notice n
  left join alert a on a.id = n.alert_id
  left join entity e on e.id = a.entity_id
  left join alert goal on goal.id = a.merged_into
  left join duty d on d.id = n.duty_id
  left join lateral (
    select t.settled_at as at, t.told_tier as tier, coalesce(t.told_change, 0) as change
    from notice t
    where t.alert_id = n.alert_id and t.recipient = n.recipient and t.channel = n.channel
      and t.state = 'sent' and t.told_tier is not null and t.id <> n.id
    order by t.told_change desc nulls last, t.id desc limit 1
  ) last on true
  where n.id = any ($1)
`;

/** The alerts inside digests, as they are when this is asked. */
export const ITEMS = `
  select n.digest_id as "digestId", n.id as "noticeId", ${ALERT} as alert,
    coalesce((select d.due_at from duty d where d.alert_id = a.id and d.unit = n.unit and d.kind = 'answer'
      and d.done_at is null and d.void_at is null limit 1),
      (n.addressee ->> 'dueAt')::timestamptz) as "dueAt",
    (select max(c.id)::text from alert_change c where c.alert_id = n.alert_id) as "knownTo"
  from notice n join alert a on a.id = n.alert_id join entity e on e.id = a.entity_id
  where n.digest_id = any ($1) order by n.id
`;

/** A value as it comes out of JSON: moments are texts there. */
type Json<T> = {
  readonly [K in keyof T]: T[K] extends Date
    ? string
    : T[K] extends Date | null
      ? string | null
      : T[K] extends PersonTier | null
        ? Json<PersonTier> | null
        : T[K];
};

/** A recipient as it is kept. */
export interface AddresseeJson extends Omit<NoticeAddressee, 'acknowledgeBy' | 'dueAt'> {
  /** Absent in notices from before there were two deadlines. */
  readonly acknowledgeBy?: string | null;
  readonly dueAt: string | null;
}

export interface DetailRow extends Pick<
  LeasedNotice,
  'id' | 'attempt' | 'step' | 'kind' | 'channel' | 'createdAt' | 'sample'
> {
  readonly addressee: AddresseeJson;
  readonly subject: string | null;
  readonly body: string | null;
  readonly alert: Json<Alert> | null;
  readonly merged: NoticeAlert['merged'];
  readonly before: Json<NonNullable<NoticeAlert['before']>> | null;
  readonly since: readonly Json<Tiding>[] | null;
  readonly change: Json<Tiding> | null;
  readonly knownTo: string | null;
  readonly duty: Json<NonNullable<LeasedNotice['duty']>> | null;
  readonly bulletinId: string | null;
  readonly receipt: string | null;
}

export interface ItemRow extends Omit<DigestItem, 'alert'> {
  readonly digestId: string;
  readonly alert: Json<Alert>;
}

/** A notice as its sender needs it. */
export function leasedNotice(
  row: DetailRow,
  items: readonly ItemRow[],
  enclosure: Enclosure | null,
): LeasedNotice {
  const { id, attempt, step, kind, channel, createdAt, sample, subject, body, duty } = row;
  return {
    ...{ id, attempt, step, kind, channel, createdAt, sample },
    to: addresseeFrom(row.addressee),
    alert: noticeAlert(row),
    duty: duty && { ...duty, dueAt: new Date(duty.dueAt), firstDueAt: new Date(duty.firstDueAt) },
    items: items.map(({ digestId: _digest, alert, ...item }) => ({
      ...item,
      alert: alertFrom(alert),
    })),
    said: subject !== null && body !== null ? { subject, body } : null,
    enclosure,
  };
}

/** Who a notice goes to, out of JSON; older notices went to units alone. */
export function addresseeFrom(json: AddresseeJson): NoticeAddressee {
  const { acknowledgeBy = null, dueAt } = json;
  const older = json as { readonly email?: string | null; readonly recipient?: unknown };
  // Names and telephones that notices were once kept with are nobody's to read here.
  const { key, title, email } =
    older.recipient === undefined
      ? { key: json.unit, title: '联络员', email: older.email ?? null }
      : json.recipient;
  return {
    ...json,
    recipient: { key, title, email },
    acknowledgeBy: moment(acknowledgeBy),
    dueAt: moment(dueAt),
  };
}

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

function noticeAlert(row: DetailRow): NoticeAlert | null {
  const { alert, merged, before, since, change, knownTo } = row;
  if (!alert) return null;
  return {
    ...alertFrom(alert),
    merged,
    before: before && { ...before, at: new Date(before.at) },
    since: (since ?? []).map(tidingFrom),
    change: change && tidingFrom(change),
    knownTo,
  };
}

const tidingFrom = (json: Json<Tiding>): Tiding => ({ ...json, at: new Date(json.at) });

const alertFrom = ({ person, raisedAt, changedAt, ...alert }: Json<Alert>): Alert => ({
  ...alert,
  person: person && { ...person, at: new Date(person.at) },
  raisedAt: new Date(raisedAt),
  changedAt: new Date(changedAt),
});
