import { DutyStore, type Duty, type DutyDraft } from '@risk/alerting';
import type { Transaction } from '@risk/kit';
import { columnsOf } from '../bulk.js';
import { effectiveTier } from '../person-tiers.js';
import { clientOf } from '../pg-unit-of-work.js';
import { isInside } from './inside.js';

/**
 * A duty that stands keeps the earlier deadline, and its ladder begins anew. One that was paused runs again, with
 * the time that was left when it was paused.
 */
const OWE = `
  insert into duty (alert_id, unit, role, kind, subject, because, opened_at, due_at, first_due_at, next_at, sample)
  select t.alert_id, t.unit, t.role, t.kind, t.subject, t.because, t.opened_at, t.due_at, t.due_at,
    t.opened_at, t.sample
  from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
    $7::timestamptz[], $8::timestamptz[], $9::boolean[])
    with ordinality as t (alert_id, unit, role, kind, subject, because, opened_at, due_at, sample, place)
  order by place
  on conflict (alert_id, unit, kind, subject) where done_at is null and void_at is null
  do update set
    due_at = least(
      duty.due_at + coalesce(excluded.opened_at - duty.paused_at, interval '0'), excluded.due_at),
    paused_at = null, because = excluded.because,
    role = excluded.role, round = duty.round + 1, rung = 0, next_at = excluded.opened_at
  returning id
`;

const COLUMNS = `id, alert_id as "alertId", unit, role, kind, subject, because, opened_at as "openedAt",
  due_at as "dueAt", paused_at as "pausedAt", round, rung,
  (select ${effectiveTier('a')} from alert a where a.id = alert_id) as tier, sample`;

const STANDING = 'done_at is null and void_at is null';

const STANDING_OF = `
  select ${COLUMNS} from duty where ${isInside('alert_id', '$1')} and ${STANDING} order by id for update
`;

const FULFIL = `update duty set done_at = $3, done_by = $2, next_at = null
  where id = any ($1) and ${STANDING}`;

const END = `update duty set void_at = $4, void_because = $3, void_on = $2, next_at = null
  where id = any ($1) and ${STANDING}`;

/** Of several that ended the latest; none where another stands already. */
const REVIVE = `
  update duty d set void_at = null, void_because = null, void_on = null, next_at = $2
  from (
    select distinct on (alert_id, unit, kind, subject) id from duty
    where alert_id = any ($1) and void_on <> alert_id
    order by alert_id, unit, kind, subject, id desc
  ) latest
  where d.id = latest.id and not exists (
    select from duty other where other.alert_id = d.alert_id and other.unit = d.unit and other.kind = d.kind
      and other.subject = d.subject and other.done_at is null and other.void_at is null
  )
`;

const PAUSE = `update duty set paused_at = $2 where id = any ($1) and ${STANDING}`;

const RESUME = `
  update duty d set paused_at = null, due_at = t.due_at, round = d.round + 1, rung = 0, next_at = $3
  from unnest($1::bigint[], $2::timestamptz[]) as t (id, due_at)
  where d.id = t.id and ${STANDING}
`;

const TO_NUDGE = `
  select ${COLUMNS} from duty
  where next_at <= $1 and ${STANDING} and paused_at is null
  order by next_at, id limit $2 for update skip locked
`;

const CLIMB = `
  update duty d set rung = t.rung, next_at = t.next_at
  from unnest($1::bigint[], $2::integer[], $3::timestamptz[]) as t (id, rung, next_at)
  where d.id = t.id
`;

/** Who owes what, in PostgreSQL. */
export class PgDuties extends DutyStore {
  async owe(tx: Transaction, drafts: readonly DutyDraft[]): Promise<string[]> {
    if (drafts.length === 0) return [];
    const rows = drafts.map((d) => [
      d.alertId,
      d.unit,
      d.role,
      d.kind,
      d.subject,
      d.because,
      d.from,
      d.dueAt,
      d.sample,
    ]);
    const { rows: kept } = await clientOf(tx).query<{ id: string }>(OWE, columnsOf(rows, 9));
    return kept.map(({ id }) => id);
  }

  async standingOf(tx: Transaction, alertId: string): Promise<Duty[]> {
    return (await clientOf(tx).query<Duty>(STANDING_OF, [alertId])).rows;
  }

  async fulfil(tx: Transaction, ids: readonly string[], by: string, at: Date): Promise<void> {
    if (ids.length > 0) await clientOf(tx).query(FULFIL, [ids, by, at]);
  }

  async end(
    tx: Transaction,
    ids: readonly string[],
    { on, because }: { readonly on: string; readonly because: string },
    at: Date,
  ): Promise<void> {
    if (ids.length > 0) await clientOf(tx).query(END, [ids, on, because, at]);
  }

  async revive(tx: Transaction, alertIds: readonly string[], at: Date): Promise<void> {
    await clientOf(tx).query(REVIVE, [alertIds, at]);
  }

  async pause(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
    if (ids.length > 0) await clientOf(tx).query(PAUSE, [ids, at]);
  }

  async resume(
    tx: Transaction,
    duties: readonly { readonly id: string; readonly dueAt: Date }[],
    at: Date,
  ): Promise<void> {
    const rows = duties.map(({ id, dueAt }) => [id, dueAt]);
    if (rows.length > 0) await clientOf(tx).query(RESUME, [...columnsOf(rows, 2), at]);
  }

  async toNudge(tx: Transaction, now: Date, limit: number): Promise<Duty[]> {
    return (await clientOf(tx).query<Duty>(TO_NUDGE, [now, limit])).rows;
  }

  async climb(
    tx: Transaction,
    climbs: readonly { readonly id: string; readonly rung: number; readonly nextAt: Date | null }[],
  ): Promise<void> {
    const rows = climbs.map(({ id, rung, nextAt }) => [id, rung, nextAt]);
    if (rows.length > 0) await clientOf(tx).query(CLIMB, columnsOf(rows, 3));
  }
}
