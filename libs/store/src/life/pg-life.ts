import {
  LifeStore,
  type Entrustment,
  type KeptStep,
  type LivingAlert,
  type LogEntry,
  type Move,
  type ToldUnit,
} from '@risk/alerting';
import { Conflict, type Transaction } from '@risk/kit';
import { effectiveTier } from '../person-tiers.js';
import { clientOf } from '../pg-unit-of-work.js';
import { toldOf } from './told-units.js';

const LOCK = `
  select a.id, e.root_id as "entityId", a.entity_name as "entityName", a.region_code as "regionCode", a.index,
    a.raised_at as "raisedAt", ${effectiveTier('a')} as tier,
    a.stage, a.status, a.merged_into as "mergedInto", a.sample
  from alert a join entity e on e.id = a.entity_id
  where a.id = $1 for update of a
`;

const LOG = `
  select id, kind, by, unit, because, at from alert_change where alert_id = $1 order by id
`;

/** What a person did is a change of the alert, also where its stage stays; what time brings about is none. */
const KEEP = `
  with moved as (
    update alert set changed_at = greatest(changed_at, $4) where id = $1 and $5::text is not null
  )
  insert into alert_change (alert_id, kind, from_tier, to_tier, news, at, source, by, unit, because,
    from_stage, to_stage, detail)
  values ($1, $2, $3, $3, '{}', $4, 'person', $5, $6, $7, $8, $9, $10)
  returning id
`;

const MOVE = `
  update alert set stage = $2, status = $3, merged_into = $4, changed_at = $5, revision = revision + 1,
    rests_until = case when $6 then rests_until else $7 end
  where id = $1
    and not ($3 = 'open' and status <> 'open' and exists (
      select from alert other where other.entity_id = alert.entity_id and other.status = 'open' and other.id <> $1
    ))
`;

export const TOLD = toldOf('$1');

const ENTRUST = `
  insert into alert_assignee (alert_id, unit, person, given_by, given_at) values ($1, $2, $3, $4, $5)
  on conflict (alert_id, unit) do update
  set person = excluded.person, given_by = excluded.given_by, given_at = excluded.given_at
`;

/** The life of alerts in PostgreSQL; the log is the table of changes, which is only added to. */
export class PgLife extends LifeStore {
  async lock(tx: Transaction, alertId: string): Promise<LivingAlert | null> {
    const { rows } = await clientOf(tx).query<LivingAlert>(LOCK, [alertId]);
    return rows[0] ?? null;
  }

  async logOf(tx: Transaction, alertId: string): Promise<LogEntry[]> {
    return (await clientOf(tx).query<LogEntry>(LOG, [alertId])).rows;
  }

  async keep(tx: Transaction, step: KeptStep): Promise<string> {
    const { alertId, kind, tier, at, by, unit, because, fromStage, toStage, detail } = step;
    const kept = detail === null ? null : JSON.stringify(detail);
    const values = [alertId, kind, tier, at, by, unit, because, fromStage, toStage, kept];
    const { rows } = await clientOf(tx).query<{ id: string }>(KEEP, values);
    if (!rows[0]) throw new Error('a step was not kept');
    return rows[0].id;
  }

  async move(tx: Transaction, alertId: string, move: Move, at: Date): Promise<void> {
    const { stage, status, mergedInto, restsUntil } = move;
    const asItIs = restsUntil === 'as-it-is';
    const values = [alertId, stage, status, mergedInto, at, asItIs, asItIs ? null : restsUntil];
    const { rowCount } = await clientOf(tx).query(MOVE, values);
    if (rowCount !== 1) throw new Conflict('这个主体另有一件未办结的预警，请在那一件上处理');
  }

  async entrust(tx: Transaction, entrustment: Entrustment): Promise<void> {
    const { alertId, unit, person, by, at } = entrustment;
    const client = clientOf(tx);
    if (person !== null) await client.query(ENTRUST, [alertId, unit, person, by, at]);
    else
      await client.query('delete from alert_assignee where alert_id = $1 and unit = $2', [
        alertId,
        unit,
      ]);
  }

  async toldUnits(tx: Transaction, alertId: string): Promise<ToldUnit[]> {
    return (await clientOf(tx).query<ToldUnit>(TOLD, [alertId])).rows;
  }
}
