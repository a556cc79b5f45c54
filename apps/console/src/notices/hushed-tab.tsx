import { Link } from '../address/link.js';
import type { HushedLine } from '../api/notices.js';
import { TierMark } from '../shown/tier-mark.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { SampleMark } from '../shown/sample-mark.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { When } from '../shown/when.js';
import { CAUSE_CHOICES, causeWord } from './notice-words.js';

const SOURCE = { path: 'hushed-alerts', filters: ['cause'], usualSort: 'tier' };

/** The alerts of which nobody is told now, and why. */
export function HushedTab() {
  const list = useList<HushedLine>(SOURCE);
  return (
    <>
      <div className="filters">
        <ChoiceInAddress label="原因" name="cause" options={CAUSE_CHOICES} />
      </div>
      <ListTable<HushedLine>
        label="暂不通知的预警"
        source={SOURCE}
        asked={list}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty="没有压着的预警"
      />
    </>
  );
}

const COLUMNS: readonly ShownColumn<HushedLine>[] = [
  {
    title: '等级',
    sort: 'tier',
    className: 'whole',
    cell: ({ tier }) => <TierMark tier={tier} />,
  },
  {
    title: '预警',
    cell: ({ id, entityName, sample }) => (
      <>
        <Link to={`alerts/${id}`}>{entityName}</Link>
        <SampleMark sample={sample} />
      </>
    ),
  },
  { title: '原因', className: 'whole', cell: ({ cause }) => causeWord(cause) },
  { title: '说明', cell: ({ because }) => because },
  { title: '起', sort: 'since', className: 'whole', cell: ({ since }) => <When at={since} /> },
];
