import {
  NoticeHistory,
  type NoticeDecision,
  type NoticeLine,
  type NoticeQuestion,
  type NoticeRecord,
} from '@risk/alerting';
import { WHOLE_CITY } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import { seesNotice, sightFrom, valuesOfSight } from './access/sight-sql.js';
import type { Database } from './database.js';
import { addresseeFrom, type AddresseeJson } from './leased-notices.js';
import { clientOf } from './pg-unit-of-work.js';

/** The columns of a notice `n` in a list. */
export const NOTICE_COLUMNS = `
  n.id, n.alert_id as "alertId", n.step, n.kind, n.channel, n.unit, n.addressee as "to", n.state,
  n.attempt, n.not_before as "notBefore", n.created_at as "createdAt", n.settled_at as "settledAt",
  n.detail, n.digest_id as "digestId", n.subject, n.sample
`;

const LINE = `select ${NOTICE_COLUMNS} from notice n`;

const LIST = `
  ${LINE}
  where ($1::text is null or n.state = $1) and ($2::bigint is null or n.alert_id = $2)
    and ($3::text is null or n.unit = $3) and ($4::text is null or n.channel = $4)
    and ($5::bigint is null or n.id < $5) and ${seesNotice(sightFrom(7))}
  order by n.id desc limit $6
`;

const DECISION = `id, notice_id as "noticeId", verdict, from_state as "from", decided_by as "by", because,
  decided_at as "at"`;

const DECISIONS = `select ${DECISION} from notice_decision where notice_id = $1 order by id`;

const KEEP = `
  insert into notice_decision (notice_id, verdict, from_state, attempt, decided_by, because, decided_at)
  select $1, $2, $3, n.attempt, $4, $5, $6 from notice n where n.id = $1
  returning ${DECISION}
`;

/** What a decision does to its notice, and to what lies in a digest. */
const APPLY = `
  with settled as (
    update notice set state = $2, detail = $3, settled_at = $4,
      not_before = case when $2 = 'pending' then $4 else not_before end, lease_until = null
    where id = $1
  )
  update notice set state = $2, detail = $3, settled_at = $4 where digest_id = $1 and $2 <> 'pending'
`;

const STATES = { resend: 'pending', received: 'sent', 'not-received': 'refused' } as const;
const WORDS = { resend: '重发', received: '核实已收到', 'not-received': '核实没有收到' } as const;

/** A notice as it comes out of the table. */
export type NoticeRow = Omit<NoticeLine, 'to'> & { readonly to: AddresseeJson };

export const noticeFrom = <T extends NoticeRow>(row: T) => ({ ...row, to: addresseeFrom(row.to) });

/** The history of notices in PostgreSQL. */
export class PgNoticeHistory extends NoticeHistory {
  constructor(private readonly database: Database) {
    super();
  }

  async list(question: NoticeQuestion): Promise<NoticeLine[]> {
    const { state, alertId, unit, channel, before, limit, sight = WHOLE_CITY } = question;
    const values = [state, alertId, unit, channel, before, limit, ...valuesOfSight(sight)];
    return (await this.database.rows<NoticeRow>(LIST, values)).map(noticeFrom);
  }

  async one(id: string): Promise<NoticeRecord | null> {
    const sql = `select line.*, n.body from (${LINE} where n.id = $1) line join notice n on n.id = line.id`;
    const [row] = await this.database.rows<NoticeRow & { body: string | null }>(sql, [id]);
    if (!row) return null;
    const decisions = await this.database.rows<NoticeDecision>(DECISIONS, [id]);
    return { ...noticeFrom(row), decisions };
  }

  async lock(tx: Transaction, id: string): Promise<NoticeLine | null> {
    const sql = `${LINE} where n.id = $1 for update`;
    const { rows } = await clientOf(tx).query<NoticeRow>(sql, [id]);
    return rows[0] ? noticeFrom(rows[0]) : null;
  }

  async decide(tx: Transaction, decision: Omit<NoticeDecision, 'id'>): Promise<NoticeDecision> {
    const { noticeId, verdict, from, by, because, at } = decision;
    const client = clientOf(tx);
    const values = [noticeId, verdict, from, by, because, at];
    const { rows } = await client.query<NoticeDecision>(KEEP, values);
    const detail = `${by}${WORDS[verdict]}：${because}`;
    await client.query(APPLY, [noticeId, STATES[verdict], detail, at]);
    if (!rows[0]) throw new Error(`notice ${noticeId} vanished`);
    return rows[0];
  }
}
