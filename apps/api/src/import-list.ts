import type { ListColumn } from '@risk/assembly';
import { IMPORT_SORTS, IMPORT_STATES, type ImportJob, type ImportQuestion } from '@risk/intake';
import { chinaTime, readForm } from '@risk/kit';
import { z } from 'zod';
import { listForm, listQuestion } from './lists/list-form.js';

/** What may be asked of one's own imports. */
export const importsForm = z.strictObject({
  ...listForm(IMPORT_SORTS, '-madeAt'),
  state: z.enum(IMPORT_STATES).optional(),
});

export function readImportQuestion(query: unknown): ImportQuestion {
  const { state = null, ...list } = readForm(importsForm, query);
  return { ...listQuestion(list), state };
}

const STATES: Readonly<Record<ImportJob['state'], string>> = {
  ...{ uploaded: '待确认', running: '导入中', done: '已完成', cancelled: '已取消', failed: '失败' },
};

/** Imports as a workbook; the rows themselves are in none. */
export const IMPORT_COLUMNS: readonly ListColumn<ImportJob>[] = [
  { title: '编号', cell: ({ id }) => id },
  { title: '上传', cell: ({ madeAt }) => chinaTime(madeAt) },
  { title: '文件', width: 40, cell: ({ fileName }) => fileName },
  { title: '状态', cell: ({ state }) => STATES[state] },
  { title: '行数', cell: ({ total }) => total },
  { title: '入库', cell: ({ stored }) => stored },
  { title: '重复', cell: ({ duplicate }) => duplicate },
  { title: '出错', cell: ({ refused }) => refused },
  { title: '新预警', cell: ({ raised }) => raised },
  { title: '升级', cell: ({ upgraded }) => upgraded },
  { title: '结束', cell: ({ endedAt }) => endedAt && chinaTime(endedAt) },
  { title: '原因', width: 40, cell: ({ trouble }) => trouble },
];
