import {
  NOTICE_STATES,
  noticeStateName,
  type NoticeKind,
  type NoticeLine,
  type NoticeState,
} from '@risk/alerting';
import type { ListColumn } from '@risk/assembly';
import type { Sight } from '@risk/domain';
import { chinaTime, readForm } from '@risk/kit';
import { NOTICE_SORTS, type NoticeListQuestion } from '@risk/store';
import { z } from 'zod';
import { listForm, listQuestion } from '../lists/list-form.js';
import { NOTICE_KINDS, noticeKindName, roleName, type Names } from '../pages/words.js';
import { asked } from '../query.js';

/** What may be asked of the list of notices. */
export const noticeForm = z.strictObject({
  ...listForm(NOTICE_SORTS, '-number'),
  state: z.enum(NOTICE_STATES as [NoticeState, ...NoticeState[]]).optional(),
  kind: z.enum(NOTICE_KINDS as [NoticeKind, ...NoticeKind[]]).optional(),
  alert: asked.rowId.optional(),
  unit: asked.code.optional(),
  channel: asked.code.optional(),
});

/** Reads which notices somebody wants. */
export function readNoticeQuestion(query: unknown, sight: Sight): NoticeListQuestion {
  const { state, kind, alert, unit, channel, ...list } = readForm(noticeForm, query);
  return {
    ...{ ...listQuestion(list), state: state ?? null, kind: kind ?? null, alertId: alert ?? null },
    ...{ unit: unit ?? null, channel: channel ?? null, sight },
  };
}

/** Where notices went as a workbook. */
export const noticeColumns = (names: Names): readonly ListColumn<NoticeLine>[] => [
  { title: '编号', cell: ({ id }) => id },
  { title: '生成', cell: ({ createdAt }) => chinaTime(createdAt) },
  { title: '种类', cell: ({ kind }) => noticeKindName(kind) },
  { title: '送给', width: 30, cell: ({ to }) => to.unitName },
  { title: '收件人', cell: ({ to }) => to.recipient.title },
  { title: '职责', cell: ({ to }) => roleName(to.role) },
  { title: '渠道', cell: ({ channel }) => names.channel(channel) },
  { title: '标题', width: 50, cell: ({ subject }) => subject },
  { title: '预警编号', cell: ({ alertId }) => alertId },
  { title: '状态', cell: ({ state }) => noticeStateName(state) },
  { title: '状态时间', cell: ({ settledAt }) => settledAt && chinaTime(settledAt) },
  { title: '第几次', cell: ({ attempt }) => attempt },
  { title: '去向或原因', width: 40, cell: ({ detail }) => detail },
  { title: '样例', cell: ({ sample }) => (sample ? '样例' : '') },
];
