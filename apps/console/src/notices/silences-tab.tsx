import { useState } from 'react';
import { Button } from 'antd';
import { tell } from '../api/ask.js';
import type { SilenceLine } from '../api/notices.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { ReasonDialog } from '../shown/reason-dialog.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { useServerTime } from '../shell/server-time.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';

const SOURCE = { path: 'silences', filters: ['state'], usualSort: '-endsAt' };

/** Silences: what they cover, why, until when. */
export function SilencesTab() {
  const list = useList<SilenceLine>(SOURCE);
  const [ending, end] = useState<SilenceLine | null>(null);
  const now = useServerTime();
  return (
    <>
      <div className="filters">
        <ChoiceInAddress
          label="静默"
          name="state"
          options={[
            ['', '生效中'],
            ['all', '全部'],
          ]}
        />
      </div>
      <ListTable<SilenceLine>
        label="静默"
        source={SOURCE}
        asked={list}
        columns={columnsFor(now, end)}
        keyOf={({ id }) => id}
        empty="没有静默"
      />
      {ending && (
        <ReasonDialog
          title={`提前结束静默 ${ending.id}：${ending.what}`}
          okText="结束静默"
          means={`压着的 ${String(ending.held)} 件预警会按现在的情况补发。`}
          send={(because) => tell(`silences/${ending.id}/end`, { because })}
          done={list.again}
          close={() => end(null)}
        />
      )}
    </>
  );
}

const isInForce = ({ endedAt, endsAt }: SilenceLine, now: string): boolean =>
  endedAt === null && endsAt > now;

const columnsFor = (
  now: string,
  end: (silence: SilenceLine) => void,
): readonly ShownColumn<SilenceLine>[] => [
  { title: '编号', className: 'whole', cell: ({ id }) => id },
  { title: '静默什么', cell: ({ what }) => what },
  {
    title: '谁、为什么',
    cell: ({ owner, because }) => (
      <>
        {owner}：{because}
      </>
    ),
  },
  {
    title: '起',
    sort: 'startsAt',
    className: 'whole',
    cell: ({ startsAt }) => <When at={startsAt} />,
  },
  { title: '止', sort: 'endsAt', className: 'whole', cell: ({ endsAt }) => <When at={endsAt} /> },
  {
    title: '状态',
    className: 'whole',
    cell: (silence) => <SilenceState silence={silence} now={now} />,
  },
  { title: '压着', className: 'number', cell: ({ held }) => `${String(held)} 件` },
  {
    title: '操作',
    className: 'whole',
    cell: (silence) =>
      isInForce(silence, now) && (
        <Button size="small" onClick={() => end(silence)}>
          提前结束
        </Button>
      ),
  },
];

function SilenceState({ silence, now }: { readonly silence: SilenceLine; readonly now: string }) {
  const { endedAt, endedBy } = silence;
  if (endedAt !== null)
    return (
      <>
        <Mark standing="off">提前结束</Mark>
        <span className="desk-sub">
          <When at={endedAt} /> {endedBy}
        </span>
      </>
    );
  return isInForce(silence, now) ? (
    <Mark standing="waiting">生效中</Mark>
  ) : (
    <Mark standing="off">已到期</Mark>
  );
}
