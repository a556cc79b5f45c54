import type { HandOverLine, OverdueDuty, OwingUnit } from '@risk/bulletins';
import type { Database } from '../database.js';
import { dueThen, owedThen, pausedThen } from '../duty-then.js';
import { standing } from './alert-state.js';
import type { Asked } from './asked.js';
import { alertInScope, dutyInScope } from './scope-sql.js';

/** What was owed at the end, with the deadline that stood then; time does not run against what is paused. */
const owed = (asked: Asked): string => `
  select *, not paused and due < ${asked.until} as overdue from (
    select d.id, d.alert_id, d.unit, d.kind, a.entity_name, ${dueThen(asked.until)} as due,
      ${pausedThen(asked.until)} as paused
    from duty d left join alert a on a.id = d.alert_id
    where d.sample = ${asked.samples} and ${owedThen(asked.until)} and ${dutyInScope(asked)} offset 0
  ) one`;

const owingLines = (asked: Asked): string => `
  select unit, count(*) filter (where kind = 'acknowledge')::int as unacknowledged,
    count(*) filter (where kind = 'answer')::int as unanswered,
    count(*) filter (where overdue)::int as overdue, min(due) filter (where overdue) as "overdueSince"
  from (${owed(asked)}) owed group by unit order by unit`;

/** Units that owed something at the end of the span, by code. */
export function owing(database: Database, asked: Asked): Promise<OwingUnit[]> {
  return database.rows<OwingUnit>(owingLines(asked), asked.values);
}

/** Rungs are numbered in the names of their notices, and notices are only added. */
const rung = (asked: Asked): string => `coalesce((
    select max(substring(n.step from ':overdue-(\\d+)$')::int) from notice n
    where n.duty_id = line.id and n.kind = 'escalation' and n.created_at < ${asked.until}
  ), 0)`;

const overdueLines = (asked: Asked, limit: number): string => `
  select line.unit, line.kind, line.alert_id as "alertId",
    (select a.entity_id from alert a where a.id = line.alert_id) as "entityId", line.entity_name as "entityName",
    alert.tier, line.due as "dueAt", ${rung(asked)} as rung
  from (
    select * from (${owed(asked)}) owed where overdue
    order by due, id limit ${asked.put(limit, 'int')}
  ) line
  left join lateral (${standing(asked, 'a.id = line.alert_id')}) alert on true
  order by line.due, line.id`;

/** What was overdue at the end, the longest first. */
export function overdue(database: Database, asked: Asked, limit: number): Promise<OverdueDuty[]> {
  return database.rows<OverdueDuty>(overdueLines(asked, limit), asked.values);
}

const handOverLines = (asked: Asked, limit: number): string => `
  select a.id as "alertId", a.entity_id as "entityId", a.entity_name as "entityName", a.region_code as "regionCode",
    h.facts -> 'from' ->> 'code' as "from", h.to_unit as "to", h.made_at as at,
    receipt.answer, receipt.entered_at as "answeredAt"
  from handover h join alert a on a.id = h.alert_id
  left join lateral (
    select r.answer, r.entered_at from handover_receipt r
    where r.handover_id = h.id and r.entered_at < ${asked.until} order by r.id desc limit 1
  ) receipt on true
  where h.made_at < ${asked.until} and (h.made_at >= ${asked.since} or receipt.entered_at >= ${asked.since})
    and a.sample = ${asked.samples} and ${alertInScope(asked)}
  order by h.made_at, h.id limit ${asked.put(limit, 'int')}`;

/** Hand-overs made or answered in the span, the oldest first. */
export function handOvers(
  database: Database,
  asked: Asked,
  limit: number,
): Promise<HandOverLine[]> {
  return database.rows<HandOverLine>(handOverLines(asked, limit), asked.values);
}
