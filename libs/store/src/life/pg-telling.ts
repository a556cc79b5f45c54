import { TellingStore, type HushCause, type NoticeDraft, type OpenHush } from '@risk/alerting';
import type { Transaction } from '@risk/kit';
import { columnsOf } from '../bulk.js';
import { keepNotices } from '../keep-notices.js';
import { effectiveTier, tierRank } from '../person-tiers.js';
import { clientOf } from '../pg-unit-of-work.js';
import { mergedInto } from './merged-into.js';

const HUSH = `
  insert into alert_hush (alert_id, change_id, cause, cause_id, because, since)
  select t.alert_id, t.change_id, t.cause,
    coalesce(t.cause_id, (select id from flood f where f.code = t.code and f.ended_at is null)), t.because, $7
  from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::text[])
    as t (alert_id, change_id, cause, cause_id, code, because)
  on conflict (alert_id) where ended_at is null
  do update set change_id = excluded.change_id, cause = excluded.cause, cause_id = excluded.cause_id,
    because = excluded.because
`;

const END_HUSH = `
  update alert_hush set ended_at = $3, told = $2 where alert_id = any ($1) and ended_at is null
`;

/** All that hang together come into the lowest group. */
const GROUP = `
  with around as (
    select distinct coalesce(a.group_id, a.id) as id from alert a where a.id = any ($1)
  ), goal as (select min(id) as id from around)
  update alert a set group_id = goal.id from goal
  where (a.id = any ($1) or a.group_id in (select id from around)) and a.group_id is distinct from goal.id
`;

const OPEN_FLOODS = `
  insert into flood (code, opened_at) select code, $2 from unnest($1::text[]) code
  on conflict (code) where ended_at is null do nothing
  returning id, code
`;

/** When what holds an alert back came to its end; null while it goes on. */
const END = `case h.cause
  when 'silence' then (select case when s.ended_at is not null or s.ends_at <= $1 then 'tell' end
    from silence s where s.id = h.cause_id)
  when 'flood' then (select case when f.released then 'release' when not f.released then 'drop' end
    from flood f where f.id = h.cause_id and f.ended_at is not null)
  when 'inhibited' then (select case when by.status <> 'open' or by.stage = 'refuted'
      or ${tierRank(effectiveTier('by'))} >= ${tierRank(effectiveTier('a'))} then 'tell' end
    from alert by where by.id = h.cause_id)
  when 'merged' then case when a.status <> 'merged' then 'tell'
    when goal.merged is null then 'drop' end
  else 'tell' end`;

const ENDED = `
  select h.id, a.id as "alertId", h.change_id as "changeId", e.root_id as "entityId", a.index,
    ${effectiveTier('a')} as tier, a.stage, a.status, goal.merged,
    (select kind from alert_change c where c.id = h.change_id) as kind,
    fate.end
  from alert_hush h join alert a on a.id = h.alert_id join entity e on e.id = a.entity_id
  cross join lateral (select ${mergedInto('a')} as merged) goal
  cross join lateral (select case when a.status = 'closed' then 'drop' else ${END} end as end) fate
  where h.ended_at is null and fate.end is not null
  order by h.id limit $2 for update of h skip locked
`;

/** What is told and what is held back, in PostgreSQL. */
export class PgTelling extends TellingStore {
  async keepNotices(tx: Transaction, drafts: readonly NoticeDraft[], at: Date): Promise<void> {
    await keepNotices(clientOf(tx), drafts, at);
  }

  async hush(
    tx: Transaction,
    hushes: readonly {
      readonly alertId: string;
      readonly changeId: string;
      readonly cause: HushCause;
    }[],
    at: Date,
  ): Promise<void> {
    const rows = hushes.map(({ alertId, changeId, cause }) => [
      alertId,
      changeId,
      cause.cause,
      'causeId' in cause ? cause.causeId : null,
      'code' in cause ? cause.code : null,
      cause.because,
    ]);
    if (rows.length > 0) await clientOf(tx).query(HUSH, [...columnsOf(rows, 6), at]);
  }

  async endHush(
    tx: Transaction,
    alertIds: readonly string[],
    told: boolean,
    at: Date,
  ): Promise<void> {
    if (alertIds.length > 0) await clientOf(tx).query(END_HUSH, [alertIds, told, at]);
  }

  async group(
    tx: Transaction,
    groups: readonly { readonly alertId: string; readonly kin: readonly string[] }[],
  ): Promise<void> {
    for (const { alertId, kin } of groups) await clientOf(tx).query(GROUP, [[alertId, ...kin]]);
  }

  async openFloods(
    tx: Transaction,
    codes: readonly string[],
    at: Date,
  ): Promise<{ id: string; code: string }[]> {
    if (codes.length === 0) return [];
    return (await clientOf(tx).query<{ id: string; code: string }>(OPEN_FLOODS, [codes, at])).rows;
  }

  async endedHushes(tx: Transaction, now: Date, limit: number): Promise<OpenHush[]> {
    return (await clientOf(tx).query<OpenHush>(ENDED, [now, limit])).rows;
  }
}
