import type { ListColumn, SourcedRecord } from '@risk/assembly';
import { feedName } from '@risk/domain';
import { chinaTime } from '@risk/kit';

/** Records about an entity as a workbook; who reported stands in none. */
export const RECORD_COLUMNS: readonly ListColumn<SourcedRecord>[] = [
  { title: '记录编号', cell: ({ id }) => id },
  { title: '发生', cell: ({ occurredAt }) => chinaTime(occurredAt) },
  { title: '收到', cell: ({ receivedAt }) => chinaTime(receivedAt) },
  { title: '通道', cell: ({ feed }) => feedName(feed) },
  { title: '来源', width: 24, cell: ({ sourceTitle }) => sourceTitle },
  { title: '来源编号', width: 24, cell: ({ sourceId }) => sourceId },
  { title: '属地', cell: ({ regionName }) => regionName },
  { title: '标题', width: 40, cell: ({ title }) => title },
  { title: '内容', width: 60, cell: ({ text }) => text },
  {
    title: '触及',
    width: 50,
    cell: ({ signals }) => signals.map(({ because }) => because).join('；'),
  },
  { title: '把握', cell: ({ confidence }) => confidence },
  { title: '为何认为说的是它', width: 40, cell: ({ because }) => because },
  { title: '样例', cell: ({ sample }) => (sample ? '样例' : '') },
];
