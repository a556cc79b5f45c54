import type { ListColumn } from '@risk/assembly';
import { dutyName, tierName, type DutyKind } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { InboxRow } from '@risk/store';
import { noticeKindName } from '../pages/words.js';

/** An inbox as a workbook; what a message says is read in the platform. */
export const INBOX_COLUMNS: readonly ListColumn<InboxRow>[] = [
  { title: '收到', cell: ({ at }) => chinaTime(at) },
  { title: '种类', cell: ({ kind }) => noticeKindName(kind) },
  { title: '标题', width: 50, cell: ({ subject }) => subject },
  { title: '收件人', cell: ({ recipient }) => recipient },
  { title: '主体', width: 30, cell: ({ entityName }) => entityName },
  { title: '预警等级', cell: ({ tier }) => tier && tierName(tier) },
  { title: '预警编号', cell: ({ alertId }) => alertId },
  { title: '待办', cell: ({ dutyKind }) => dutyKind && dutyName(dutyKind as DutyKind) },
  { title: '时限', cell: ({ dueAt }) => dueAt && chinaTime(dueAt) },
  { title: '已读', cell: ({ readAt }) => readAt && chinaTime(readAt) },
  { title: '何人读', cell: ({ readBy }) => readBy },
  { title: '样例', cell: ({ sample }) => (sample ? '样例' : '') },
];
