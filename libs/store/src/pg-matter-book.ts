import { MatterBook, type Matters } from '@risk/cases';
import type { Transaction } from '@risk/kit';
import { effectiveTier } from './person-tiers.js';
import { clientOf } from './pg-unit-of-work.js';

const REDS = `
  select a.id as "alertId", a.entity_name as "entityName", ${effectiveTier('a')} as tier, a.stage,
    a.raised_at as "raisedAt"
  from alert a
  where a.status = 'open' and ${effectiveTier('a')} = 'red' and ($1 or not a.sample)
  order by a.raised_at, a.id
`;

/** The last word on whose an alert is: as long as it is a dispute, it is open. */
const DISPUTES = `
  select a.id as "alertId", a.entity_name as "entityName", c.unit, c.by, c.because, c.at
  from alert a
  join lateral (
    select * from alert_change where alert_id = a.id and kind in ('disputed', 'assigned')
    order by id desc limit 1
  ) c on c.kind = 'disputed'
  where a.status = 'open' and ($1 or not a.sample)
  order by c.at, a.id
`;

/** A receipt that is overdue is on the agenda as a receipt already. */
const OVERDUE = `
  select d.id as "dutyId", d.alert_id as "alertId", a.entity_name as "entityName", d.unit, d.kind, d.subject,
    d.due_at as "dueAt"
  from duty d left join alert a on a.id = d.alert_id
  where d.done_at is null and d.void_at is null and d.paused_at is null and d.due_at < $2
    and ($1 or a.sample is not true) and not exists (select from handover h where h.duty_id = d.id)
  order by d.due_at, d.id
`;

const RECEIPTS = `
  select h.id as "handOverId", h.alert_id as "alertId", a.entity_name as "entityName", h.to_unit as unit,
    h.made_at as "handedOverAt", h.due_at as "dueAt"
  from handover h join alert a on a.id = h.alert_id
  where not exists (select from handover_receipt r where r.handover_id = h.id) and ($1 or not a.sample)
  order by h.made_at, h.id
`;

/** What is open in the city, read at one moment for a joint meeting. */
export class PgMatterBook extends MatterBook {
  async open(tx: Transaction, at: Date, samples: boolean): Promise<Matters> {
    const read = async <Row>(sql: string, ...more: unknown[]): Promise<Row[]> =>
      (await clientOf(tx).query(sql, [samples, ...more])).rows as Row[];
    return {
      reds: await read(REDS),
      disputes: await read(DISPUTES),
      overdue: await read(OVERDUE, at),
      receipts: await read(RECEIPTS),
    };
  }
}
