import { tierName } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { EntityKind } from '@risk/store';
import type { ListColumn } from '../lists/export-list.js';
import type { EntityRow } from './entity-desk.js';

const KINDS: Readonly<Record<EntityKind, string>> = {
  ...{ registered: '登记主体', provisional: '暂定主体', branch: '分支机构' },
};

/** The columns of the list of entities in a workbook. */
export const ENTITY_COLUMNS: readonly ListColumn<EntityRow>[] = [
  { title: '编号', width: 10, cell: ({ id }) => id },
  { title: '名称', width: 40, cell: ({ name }) => name },
  { title: '统一社会信用代码', width: 22, cell: ({ uscc }) => uscc ?? '' },
  { title: '属地', cell: ({ regionName }) => regionName },
  { title: '类别', cell: ({ kind }) => KINDS[kind] },
  { title: '指数', width: 8, cell: ({ score }) => Math.round(score * 10) / 10 },
  { title: '模型等级', cell: ({ tier }) => tierName(tier) },
  {
    title: '人工等级',
    cell: ({ personTier }) => (personTier === null ? '' : tierName(personTier)),
  },
  { title: '疑似类型', width: 20, cell: ({ schemeName }) => schemeName ?? '' },
  {
    title: '最近线索',
    width: 18,
    cell: ({ evidenceAt }) => (evidenceAt === null ? '' : chinaTime(evidenceAt)),
  },
  { title: '未结预警', cell: ({ alertId }) => alertId ?? '' },
  { title: '样例', width: 6, cell: ({ sample }) => (sample ? '是' : '') },
];
