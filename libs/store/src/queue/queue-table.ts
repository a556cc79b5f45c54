import type { Put } from '../bound.js';
import { isInside } from '../life/inside.js';
import { STANDING } from '../life/duty-line.js';
import { toldOf } from '../life/told-units.js';
import type { ListTable } from '../list-page.js';
import { effectiveTier } from '../person-tiers.js';
import { dueOf, urgencyBy } from './queue-deadline.js';
import { MOST_FRESH } from './queue-line.js';
import type { QueueAsker, QueueSort } from './queue-question.js';
import { unitsIn, workerOf } from './queue-where.js';

const FROM = `
  alert a join entity m on m.id = a.entity_id join entity e on e.id = m.root_id
`;

const LEAD = `(
  select jsonb_build_object('code', n.unit, 'name', n.addressee ->> 'unitName') from notice n
  where n.alert_id = a.id and n.kind = 'alert' and n.addressee ->> 'role' = 'lead' order by n.id desc limit 1
)`;

const STRONGEST = `array(
  select one ->> 'because' from jsonb_array_elements(a.index -> 'reasons') with ordinality as r (one, place)
  order by place limit 3
)`;

/** Nearly every alert: into which nothing was merged, and which was never assigned. */
const PLAIN = `not exists (select from alert member where member.merged_into = a.id)
  and not exists (select from alert_change c where c.alert_id = a.id and c.kind = 'assigned')`;

/** Of a plain one the strongest part in which the unit was told, in one look; see told-units.ts. */
const partOf = (unit: string): string => `(case when ${PLAIN} then (
  select n.addressee ->> 'role' from notice n where n.alert_id = a.id and n.kind = 'alert' and n.unit = ${unit}
  order by array_position(array['lead', 'assist', 'copy'], n.addressee ->> 'role') limit 1
) else (
  select told.role from (${toldOf('a.id')}) told where told.unit = ${unit}
) end)`;

const pausedOf = (unit: string): string => `exists (
  select from duty d where ${isInside('d.alert_id', 'a.id')} and d.unit = ${unit} and d.paused_at is not null
    and ${STANDING}
)`;

/** Records about the whole entity that came since somebody looked. */
const FRESH = `(
  select count(*)::int from (
    select distinct r.id from entity part join entity_link l on l.entity_id = part.id
    join record r on r.id = l.record_id and r.current
    where part.root_id = m.root_id and r.received_at > seen.seen_at limit ${String(MOST_FRESH)}
  ) fresh
)`;

/** The queue of one asker as a list, with the values that it needs of a statement. */
export function queueTable(
  { id, unit, sight }: QueueAsker,
  put: Put,
): { readonly table: ListTable<QueueSort>; readonly always: string } {
  const [ownUnit, account] = [put(unit, 'text'), put(id, 'bigint')];
  const units = unitsIn(sight, put);
  const due = dueOf(units);
  const seen = `left join alert_seen seen on seen.alert_id = a.id and seen.account_id = ${account}`;
  const table: ListTable<QueueSort> = {
    select: `
      a.id, e.id as "entityId", a.entity_name as "entityName", e.uscc, a.region_code as "regionCode", a.status,
      a.stage, ${effectiveTier('a')} as tier, a.person_tier is not null as "isByPerson", a.scheme, a.score, a.feeds,
      ${due} as "dueAt", ${pausedOf(ownUnit)} as "isPaused", ${LEAD} as lead, ${partOf(ownUnit)} as role,
      ${workerOf(ownUnit)} as assignee, ${STRONGEST} as reasons,
      (select max(c.id) from alert_change c where c.alert_id = a.id) as "lastLine",
      seen.seen_at as "seenAt", ${FRESH} as "freshPieces",
      (select h.because from alert_hush h where h.alert_id = a.id and h.ended_at is null) as hush,
      a.merged_into as "mergedInto", a.raised_at as "raisedAt", a.changed_at as "changedAt", a.sample`,
    from: `${FROM} ${seen}`,
    countFrom: 'alert a',
    sorts: {
      urgency: { sql: urgencyBy(due), type: 'float8' },
      deadline: { sql: `coalesce(${due}, 'infinity'::timestamptz)`, type: 'timestamptz' },
      raisedAt: { sql: 'a.raised_at', type: 'timestamptz' },
      changedAt: { sql: 'a.changed_at', type: 'timestamptz' },
      score: { sql: 'coalesce(a.score, 0)', type: 'float8' },
    },
    key: 'a.id',
  };
  // What only the columns or the order need is named for the statement that counts, too: none may be left over.
  const needed = [ownUnit, account, ...(units === null ? [] : [units])];
  return { table, always: `num_nulls(${needed.join(', ')}) >= 0` };
}
