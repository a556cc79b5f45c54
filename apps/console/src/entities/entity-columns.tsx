import { Link } from '../address/link.js';
import type { EntityRow } from '../api/entities.js';
import type { ShownColumn } from '../lists/list-table.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';
import { TierMark } from '../shown/tier-mark.js';
import { KIND_NAMES, scoreText } from './entity-words.js';
import { SampleMark } from '../shown/sample-mark.js';

/** The columns of the list of entities. */
export const ENTITY_COLUMNS: readonly ShownColumn<EntityRow>[] = [
  {
    title: '名称',
    sort: 'name',
    cell: ({ id, name, sample, uscc }) => (
      <>
        <Link to={`entities/${id}`}>{name}</Link>
        <SampleMark sample={sample} />
        <span className="entity-code">{uscc ?? '没有信用代码'}</span>
      </>
    ),
  },
  { title: '属地', className: 'whole', cell: ({ regionName }) => regionName },
  { title: '类别', className: 'whole', cell: ({ kind }) => KIND_NAMES[kind] },
  {
    title: '等级',
    className: 'whole',
    cell: ({ tier, personTier }) => (
      <TierMark tier={personTier ?? tier} isByPerson={personTier !== null} />
    ),
  },
  { title: '指数', sort: 'score', className: 'number', cell: ({ score }) => scoreText(score) },
  {
    title: '疑似类型',
    cell: ({ schemeName }) => schemeName ?? <span className="soft">—</span>,
  },
  {
    title: '最近线索',
    sort: 'evidenceAt',
    className: 'whole',
    cell: ({ evidenceAt }) =>
      evidenceAt === null ? <span className="soft">没有线索</span> : <When at={evidenceAt} />,
  },
  {
    title: '预警',
    className: 'whole',
    cell: ({ alertId }) =>
      alertId === null ? (
        <Mark standing="off">无未结</Mark>
      ) : (
        <Link to={`alerts/${alertId}`}>预警 {alertId}</Link>
      ),
  },
];
