import type { ListColumn } from '@risk/assembly';
import { feedName, schemeName, stageName, tierName } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { QueueRow } from './queue-row.js';

const time = (at: Date | null): string => (at === null ? '' : chinaTime(at));

/** The queue in a workbook, one line a column. */
export const QUEUE_COLUMNS: readonly ListColumn<QueueRow>[] = [
  { title: '预警编号', width: 10, cell: ({ id }) => id },
  { title: '等级', width: 10, cell: ({ tier }) => tierName(tier) },
  { title: '人工定级', width: 10, cell: ({ isByPerson }) => (isByPerson ? '是' : '') },
  { title: '阶段', width: 12, cell: ({ stage }) => stageName(stage) },
  { title: '主体', width: 32, cell: ({ entityName }) => entityName },
  { title: '统一社会信用代码', width: 22, cell: ({ uscc }) => uscc },
  {
    title: '疑似类型',
    width: 16,
    cell: ({ scheme }) => (scheme === null ? '' : schemeName(scheme)),
  },
  {
    title: '风险指数',
    width: 10,
    cell: ({ score }) => (score === null ? null : Math.round(score)),
  },
  { title: '属地', width: 12, cell: ({ region }) => region },
  { title: '主办单位', width: 24, cell: ({ lead }) => lead?.name ?? '' },
  { title: '经办人', width: 14, cell: ({ assignee }) => assignee },
  { title: '最早时限（本地默认，非法定）', width: 20, cell: ({ dueAt }) => time(dueAt) },
  { title: '首次预警', width: 18, cell: ({ raisedAt }) => chinaTime(raisedAt) },
  { title: '最近变化', width: 18, cell: ({ changedAt }) => chinaTime(changedAt) },
  { title: '来源', width: 24, cell: ({ feeds }) => feeds.map(feedName).join('、') },
  { title: '主要理由', width: 60, cell: ({ reasons }) => reasons.join('；') },
  { title: '暂不通知的原因', width: 24, cell: ({ hush }) => hush },
  { title: '样例', width: 8, cell: ({ sample }) => (sample ? '样例' : '') },
];
