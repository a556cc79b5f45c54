import type { ListColumn } from '@risk/assembly';
import { answerName } from '@risk/cases';
import { tierName, type Sight } from '@risk/domain';
import { chinaTime, readForm } from '@risk/kit';
import {
  HAND_OVER_SORTS,
  HAND_OVER_STATES,
  type HandOverQuestion,
  type HandOverRow,
} from '@risk/store';
import { z } from 'zod';
import { listForm, listQuestion } from '../lists/list-form.js';
import type { Names } from '../pages/words.js';
import { asked } from '../query.js';

/** What may be asked of the list of hand-overs. */
export const handOverForm = z.strictObject({
  ...listForm(HAND_OVER_SORTS, 'dueAt'),
  state: z.enum(HAND_OVER_STATES).default('waiting'),
  alert: asked.rowId.optional(),
});

/** Reads which hand-overs somebody wants. */
export function readHandOverQuestion(query: unknown, sight: Sight, now: Date): HandOverQuestion {
  const { state, alert, ...list } = readForm(handOverForm, query);
  return { ...listQuestion(list), state, alertId: alert ?? null, now, sight };
}

/** Hand-overs as a workbook. */
export const handOverColumns = (names: Names): readonly ListColumn<HandOverRow>[] => [
  { title: '移送编号', cell: ({ id }) => id },
  { title: '主体', width: 30, cell: ({ entityName }) => entityName },
  { title: '预警等级', cell: ({ tier }) => tierName(tier) },
  { title: '移送单位', width: 30, cell: ({ from }) => from },
  { title: '接收单位', width: 20, cell: ({ to }) => names.unit(to) },
  { title: '移送', cell: ({ madeAt }) => chinaTime(madeAt) },
  { title: '签收', cell: ({ takenAt }) => takenAt && chinaTime(takenAt) },
  { title: '回执时限（本地默认，非法定）', width: 24, cell: ({ dueAt }) => chinaTime(dueAt) },
  { title: '回执', cell: ({ answer }) => answer && answerName(answer) },
  { title: '回执登记', cell: ({ answeredAt }) => answeredAt && chinaTime(answeredAt) },
  { title: '样例', cell: ({ sample }) => (sample ? '样例' : '') },
];
