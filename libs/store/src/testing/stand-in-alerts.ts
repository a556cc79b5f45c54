import { AlertSteps, Duties, type AlertStep, type LockedAlert, type NewDuty } from '@risk/cases';
import { Conflict, NotFound, type Clock, type Transaction } from '@risk/kit';
import { clientOf } from '../pg-unit-of-work.js';

const LOCK = `
  select a.id as "alertId", a.entity_id as "entityId", a.entity_name as "entityName",
    a.region_code as "regionCode", a.tier, a.stage, a.raised_at as "raisedAt", a.index, a.sample
  from alert a where a.id = $1 for update
`;

const STEP = `
  insert into alert_change (alert_id, kind, news, at, source, by, unit, because, detail)
  values ($1, $2, '{}', $7, 'person', $3, $4, $5, $6)
`;

const OWE = `
  insert into duty (alert_id, unit, kind, subject, because, opened_at, due_at, first_due_at)
  values ($1, $2, $3, $4, $5, $6, $7, $7) returning id
`;

/** Steps of alerts as a test needs them: what was seen is the latest row of the log. */
export class StandInSteps extends AlertSteps {
  constructor(private readonly clock: Clock) {
    super();
  }

  async take(tx: Transaction, step: AlertStep): Promise<void> {
    const client = clientOf(tx);
    const { alertId, kind, by, unit, because, seen, detail } = step;
    const { rows } = await client.query<{ id: string }>(
      'select max(id) as id from alert_change where alert_id = $1',
      [alertId],
    );
    if (seen !== null && seen !== rows[0]?.id) throw new Conflict('您没有看到最近的步骤');
    await client.query(STEP, [alertId, kind, by, unit, because, detail, this.clock.now()]);
    await client.query('update alert set stage = $2 where id = $1', [alertId, kind]);
  }

  async lock(tx: Transaction, alertId: string): Promise<LockedAlert> {
    const [alert] = (await clientOf(tx).query<LockedAlert>(LOCK, [alertId])).rows;
    if (!alert) throw new NotFound(`没有预警“${alertId}”`);
    return alert;
  }
}

/** Duties as a test needs them: rows that can be fulfilled. */
export class StandInDuties extends Duties {
  async owe(tx: Transaction, duty: NewDuty): Promise<string> {
    const { alertId, unit, kind, subject, because, from, dueAt } = duty;
    const values = [alertId, unit, kind, subject, because, from, dueAt];
    const { rows } = await clientOf(tx).query<{ id: string }>(OWE, values);
    return rows[0]!.id;
  }

  async fulfil(tx: Transaction, dutyId: string, by: string, at: Date): Promise<void> {
    const sql = 'update duty set done_at = $2, done_by = $3 where id = $1 and done_at is null';
    await clientOf(tx).query(sql, [dutyId, at, by]);
  }

  async fulfilFollowing(tx: Transaction, alertId: string, by: string, at: Date): Promise<void> {
    const sql = `update duty set done_at = $2, done_by = $3 where alert_id = $1 and kind = 'follow' and done_at is null`;
    await clientOf(tx).query(sql, [alertId, at, by]);
  }
}
