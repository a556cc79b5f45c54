import { useState } from 'react';
import { Button } from 'antd';
import { idIn } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { NamedDuty } from '../api/inbox.js';
import { TierMark } from '../shown/tier-mark.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { DUTY_WORDS, LOCAL_DEFAULT } from '../shown/words.js';
import { dutyWord, roleWord } from '../desk/desk-words.js';
import { DutyMark } from '../desk/duty-mark.js';
import { SampleMark } from '../shown/sample-mark.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { SearchBox } from '../shown/search-box.js';
import { When } from '../shown/when.js';
import { DutyDrawer } from './duty-drawer.js';

interface DutiesTabProps {
  readonly unit: string;
  readonly isOwn: boolean;
  readonly changed: () => Promise<void>;
}

const STATES = [
  ['', '未办'],
  ['overdue', '逾期'],
  ['done', '已办'],
  ['all', '全部'],
] as const;

const KINDS = [['', '全部事项'], ...Object.entries(DUTY_WORDS)] as const;

/** What a unit has to do, until when, and what it has done. */
export function DutiesTab({ unit, isOwn, changed }: DutiesTabProps) {
  const { query, change } = useAddress();
  const [open, setOpen] = useState<NamedDuty | null>(null);
  const source = {
    ...{ path: 'duties', filters: ['state', 'kind', 'words'], usualSort: 'dueAt' },
    always: { unit },
  };
  const list = useList<NamedDuty>(source);
  const chosen = idIn(query, 'duty');
  const duty = list.data?.rows.find(({ id }) => id === chosen) ?? open;
  const close = (): void => {
    setOpen(null);
    change({ duty: null }, { isInPlace: true });
    void Promise.all([list.again(), changed()]);
  };
  return (
    <>
      <div className="filters">
        <ChoiceInAddress label="状态" name="state" options={STATES} />
        <ChoiceInAddress label="事项" name="kind" options={KINDS} />
        <SearchBox
          label="搜索应办事项"
          placeholder="主体名称或事由里的字"
          words={query.get('words') ?? ''}
          search={(words) => change({ words, after: null })}
        />
      </div>
      <ListTable<NamedDuty>
        label="应办事项"
        source={source}
        asked={list}
        columns={columnsFor((one) => {
          setOpen(one);
          change({ duty: one.id });
        })}
        keyOf={({ id }) => id}
        rowClass={({ id }) => (id === chosen ? 'chosen' : '')}
        empty="没有符合条件的应办事项"
      />
      {chosen !== null && duty && <DutyDrawer key={duty.id} {...{ duty, isOwn, close }} />}
    </>
  );
}

const columnsFor = (open: (duty: NamedDuty) => void): readonly ShownColumn<NamedDuty>[] => [
  { title: '状态', className: 'whole', cell: (duty) => <DutyMark duty={duty} /> },
  {
    title: `时限（${LOCAL_DEFAULT}）`,
    sort: 'dueAt',
    className: 'whole',
    cell: ({ dueAt }) => <When at={dueAt} />,
  },
  { title: '事项', className: 'whole', cell: ({ kind }) => dutyWord(kind) },
  { title: '等级', className: 'whole', cell: ({ tier }) => <TierMark tier={tier} /> },
  {
    title: '事由',
    cell: ({ alertId, entityName, subject, sample }) => (
      <>
        {alertId === null ? null : <Link to={`alerts/${alertId}`}>{entityName ?? alertId}</Link>}
        <SampleMark sample={sample} />
        {subject !== '' && <span className={alertId === null ? '' : 'desk-sub'}>{subject}</span>}
      </>
    ),
  },
  { title: '职责', className: 'whole', cell: ({ role }) => roleWord(role) },
  {
    title: '产生',
    sort: 'openedAt',
    className: 'whole',
    cell: ({ openedAt }) => <When at={openedAt} />,
  },
  {
    title: '操作',
    className: 'whole',
    cell: (duty) => (
      <Button size="small" onClick={() => open(duty)}>
        办理
      </Button>
    ),
  },
];
