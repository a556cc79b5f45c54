import { NoticeOutbox, type Addressee, type LeasedNotice, type Settlement } from '@risk/alerting';
import type { Alert } from '@risk/domain';
import type { Database } from './database.js';
import {
  effectiveTier,
  personTierFrom,
  personTierOn,
  type PersonTierJson,
} from './person-tiers.js';

/** The most urgent first, found by state with SKIP LOCKED; polling by id would lose a late commit. */
const LEASE = `
  with due as (
    select n.id from notice n join alert a on a.id = n.alert_id
    where (n.state = 'pending' and n.not_before <= $2) or (n.state = 'leased' and n.lease_until < $2)
    order by array_position(array['red', 'orange', 'yellow'], ${effectiveTier('a')}), n.not_before, n.id
    limit $1
    for update of n skip locked
  )
  update notice n set state = 'leased', attempt = n.attempt + 1, lease_until = $3
  from due, alert a, entity e
  where n.id = due.id and a.id = n.alert_id and e.id = a.entity_id
  returning n.id, n.attempt, n.step, n.addressee, a.id as alert_id, a.entity_id, a.entity_name,
    a.region_code, a.status, a.tier, a.person_tier, ${personTierOn('e.root_id')} as person, a.index, a.raised_at, a.changed_at, a.revision, a.sample
`;

const BEGIN = `
  update notice set state = 'sending' where id = $1 and attempt = $2 and state = 'leased' returning id
`;

const SETTLE = `
  update notice set state = $3, detail = $4, not_before = coalesce($5, not_before), lease_until = null,
    settled_at = $6
  where id = $1 and attempt = $2 and state in ('leased', 'sending')
  returning id
`;

const DECLARE_LOST = `
  update notice set state = 'unknown', lease_until = null, settled_at = $1,
    detail = '发送途中进程中断，对方可能已经收到，请人工核实后再决定是否重发'
  where state = 'sending' and lease_until < $1
  returning id
`;

interface LeasedRow {
  readonly id: string;
  readonly attempt: number;
  readonly step: string;
  readonly addressee: Omit<Addressee, 'dueAt'> & { readonly dueAt: string | null };
  readonly alert_id: string;
  readonly entity_id: string;
  readonly entity_name: string;
  readonly region_code: string | null;
  readonly status: Alert['status'];
  readonly tier: Alert['tier'];
  readonly person_tier: Alert['personTier'];
  readonly person: PersonTierJson | null;
  readonly index: Alert['index'];
  readonly raised_at: Date;
  readonly changed_at: Date;
  readonly revision: number;
  readonly sample: boolean;
}

/** The outbox in PostgreSQL; the attempt number is the fencing token of a lease. */
export class PgNoticeOutbox extends NoticeOutbox {
  constructor(private readonly database: Database) {
    super();
  }

  async lease(limit: number, now: Date, until: Date): Promise<LeasedNotice[]> {
    const rows = await this.database.rows<LeasedRow>(LEASE, [limit, now, until]);
    return rows.map(noticeOf).sort((a, b) => Number(a.id) - Number(b.id));
  }

  async begin(notice: LeasedNotice): Promise<boolean> {
    const rows = await this.database.rows(BEGIN, [notice.id, notice.attempt]);
    return rows.length === 1;
  }

  async settle(notice: LeasedNotice, settlement: Settlement, at: Date): Promise<boolean> {
    const detail = settlement.state === 'sent' ? settlement.where : settlement.why;
    const notBefore = settlement.state === 'pending' ? settlement.notBefore : null;
    const values = [notice.id, notice.attempt, settlement.state, detail, notBefore, at];
    const rows = await this.database.rows(SETTLE, values);
    return rows.length === 1;
  }

  async declareLost(now: Date): Promise<number> {
    return (await this.database.rows(DECLARE_LOST, [now])).length;
  }
}

function noticeOf(row: LeasedRow): LeasedNotice {
  const { dueAt } = row.addressee;
  return {
    id: row.id,
    attempt: row.attempt,
    step: row.step,
    addressee: { ...row.addressee, dueAt: dueAt === null ? null : new Date(dueAt) },
    alert: {
      id: row.alert_id,
      entityId: row.entity_id,
      entityName: row.entity_name,
      regionCode: row.region_code,
      status: row.status,
      tier: row.tier,
      personTier: row.person_tier,
      person: personTierFrom(row.person),
      index: row.index,
      raisedAt: row.raised_at,
      changedAt: row.changed_at,
      revision: row.revision,
      sample: row.sample,
    },
  };
}
