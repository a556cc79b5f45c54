import type { Listed, ListQuestion } from '@risk/kit';
import { Bound } from '../bound.js';
import type { Database } from '../database.js';
import { listPage } from '../list-page.js';
import type { QueueLine } from './queue-line.js';
import type { QueueAsker, QueueFilter, QueueSort } from './queue-question.js';
import { queueTable } from './queue-table.js';
import { queueWhere, workerOf } from './queue-where.js';

/** Who asks, and when. */
export interface Asking {
  readonly asker: QueueAsker;
  readonly now: Date;
}

/** An alert with the line of its log that was written last. */
export interface AlertVersion {
  readonly id: string;
  readonly lastLine: string | null;
  /** Who of the asker's unit works on it. */
  readonly assignee: string | null;
}

/** The most that a view is counted to; that many means at least one less than this and one more. */
export const MOST_IN_VIEW = 1000;

/** The queue of alerts in PostgreSQL, always within the sight of whoever asks. */
export class PgQueue {
  constructor(private readonly database: Database) {}

  page(
    filter: QueueFilter,
    { asker, now }: Asking,
    question: ListQuestion<QueueSort>,
  ): Promise<Listed<QueueLine>> {
    const { put, values } = new Bound();
    const { table, always } = queueTable(asker, put);
    const where = `${always} and ${queueWhere(filter, { asker, now, put })}`;
    return listPage<QueueLine, QueueSort>(this.database, table, { where, values }, question);
  }

  /** How many alerts there are of each filter, in one statement. */
  async counts(filters: readonly QueueFilter[], { asker, now }: Asking): Promise<number[]> {
    if (filters.length === 0) return [];
    const { put, values } = new Bound();
    const parts = filters.map(
      (filter) => `(select count(*)::int from (
        select from alert a where ${queueWhere(filter, { asker, now, put })} limit ${String(MOST_IN_VIEW)}
      ) counted)`,
    );
    const sql = `select array[${parts.join(', ')}] as counts`;
    const [row] = await this.database.rows<{ counts: number[] }>(sql, values);
    return row?.counts ?? [];
  }

  /** The alerts of a filter as they are now, up to a limit. */
  versions(filter: QueueFilter, { asker, now }: Asking, limit: number): Promise<AlertVersion[]> {
    const { put, values } = new Bound();
    const where = queueWhere(filter, { asker, now, put });
    return this.database.rows<AlertVersion>(
      `select a.id, (select max(c.id) from alert_change c where c.alert_id = a.id) as "lastLine",
         ${workerOf(put(asker.unit, 'text'))} as assignee
       from alert a where ${where} order by a.urgency, a.id limit ${put(limit, 'bigint')}`,
      values,
    );
  }

  /** Notes that somebody looked at an alert. */
  async noteSeen(accountId: string, alertId: string, at: Date): Promise<void> {
    await this.database.rows(
      `insert into alert_seen (account_id, alert_id, seen_at) values ($1, $2, $3)
       on conflict (account_id, alert_id) do update set seen_at = greatest(alert_seen.seen_at, excluded.seen_at)`,
      [accountId, alertId, at],
    );
  }
}
