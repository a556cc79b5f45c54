import type { NoticeKind, NoticeLine, NoticeState } from '@risk/alerting';
import type { Sight } from '@risk/domain';
import type { Listed, ListQuestion } from '@risk/kit';
import { seesNotice } from '../access/sight-sql.js';
import type { Database } from '../database.js';
import { listPage, type ListTable } from '../list-page.js';
import { NOTICE_COLUMNS, noticeFrom, type NoticeRow } from '../pg-notice-history.js';
import { Conditions } from './conditions.js';

export const NOTICE_SORTS = ['number'] as const;
export type NoticeSort = (typeof NOTICE_SORTS)[number];

/** Which notices somebody wants; null does not restrict. */
export interface NoticeListQuestion extends ListQuestion<NoticeSort> {
  readonly state: NoticeState | null;
  readonly kind: NoticeKind | null;
  readonly alertId: string | null;
  readonly unit: string | null;
  readonly channel: string | null;
  readonly sight: Sight;
}

/** The numbers grow with time. */
const TABLE: ListTable<NoticeSort> = {
  select: NOTICE_COLUMNS,
  from: 'notice n',
  sorts: { number: { sql: 'n.id', type: 'bigint' } },
  key: 'n.id',
};

/** One page of where notices went. */
export async function noticeList(
  database: Database,
  question: NoticeListQuestion,
): Promise<Listed<NoticeLine>> {
  const { state, kind, alertId, unit, channel, sight } = question;
  const conditions = new Conditions()
    .about(state, (place) => `n.state = ${place}`)
    .about(kind, (place) => `n.kind = ${place}`)
    .about(alertId, (place) => `n.alert_id = ${place}`)
    .about(unit, (place) => `n.unit = ${place}`)
    .about(channel, (place) => `n.channel = ${place}`)
    .seenBy(sight, seesNotice);
  const page = await listPage<NoticeRow, NoticeSort>(database, TABLE, conditions.filter, question);
  return { ...page, rows: page.rows.map(noticeFrom) };
}
