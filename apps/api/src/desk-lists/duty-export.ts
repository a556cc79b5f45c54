import type { ListColumn } from '@risk/assembly';
import { dutyName, tierName } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { DutyLine } from '@risk/store';
import { dutyState } from '../pages/duty-state.js';
import { roleName, type Names } from '../pages/words.js';

/** Duties as a workbook. */
export const dutyColumns = (names: Names, now: Date): readonly ListColumn<DutyLine>[] => [
  { title: '单位', width: 30, cell: ({ unit }) => names.unit(unit) },
  { title: '职责', cell: ({ role }) => roleName(role) },
  { title: '事项', cell: ({ kind }) => dutyName(kind) },
  { title: '主体', width: 30, cell: ({ entityName }) => entityName },
  { title: '事由', width: 40, cell: ({ subject }) => subject },
  { title: '预警等级', cell: ({ tier }) => tier && tierName(tier) },
  { title: '预警编号', cell: ({ alertId }) => alertId },
  { title: '产生', cell: ({ openedAt }) => chinaTime(openedAt) },
  { title: '时限（本地默认，非法定）', width: 24, cell: ({ dueAt }) => chinaTime(dueAt) },
  { title: '状态', cell: (duty) => dutyState(duty, now).word },
  { title: '办结', cell: ({ doneAt }) => doneAt && chinaTime(doneAt) },
  { title: '何人办结', cell: ({ doneBy }) => doneBy },
  { title: '依据', width: 40, cell: ({ because }) => because },
  { title: '样例', cell: ({ sample }) => (sample ? '样例' : '') },
];
