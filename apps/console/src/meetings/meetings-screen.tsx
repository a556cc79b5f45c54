import { useState } from 'react';
import { Button } from 'antd';
import { Link } from '../address/link.js';
import type { MeetingLine } from '../api/meetings.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { SampleMark } from '../shown/sample-mark.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { useMay } from '../shell/session-context.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';
import { PrepareMeeting } from './prepare-meeting.js';
import '../desk/desk.css';
import './meetings.css';

const SOURCE = { path: 'meetings', filters: ['state'], usualSort: '-heldOn' };

/** The joint meetings: those with open tasks, and all. */
export default function MeetingsScreen() {
  const may = useMay();
  const list = useList<MeetingLine>(SOURCE);
  const [isPreparing, setPreparing] = useState(false);
  return (
    <section className="screen">
      <header>
        <h1>联席会议</h1>
        {may('meetings.hold') && (
          <Button type="primary" onClick={() => setPreparing(true)}>
            准备会议
          </Button>
        )}
        <p>
          议题取自未办结的红色预警、管辖争议、逾期事项和没有回执的移送；决定交办的任务记入各单位的应办事项。
        </p>
      </header>
      <div className="filters">
        <ChoiceInAddress
          label="会议"
          name="state"
          options={[
            ['', '全部'],
            ['open', '还有未完成的任务'],
          ]}
        />
      </div>
      <ListTable<MeetingLine>
        label="联席会议"
        source={SOURCE}
        asked={list}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty="没有符合条件的会议"
      />
      {isPreparing && <PrepareMeeting close={() => setPreparing(false)} />}
    </section>
  );
}

const COLUMNS: readonly ShownColumn<MeetingLine>[] = [
  { title: '会议日期', sort: 'heldOn', className: 'whole', cell: ({ heldOn }) => heldOn },
  {
    title: '会议',
    cell: ({ id, title, sample }) => (
      <>
        <Link to={`meetings/${id}`}>{title}</Link>
        <SampleMark sample={sample} />
      </>
    ),
  },
  { title: '召集人', className: 'whole', cell: ({ chair }) => chair },
  { title: '参加单位', className: 'number', cell: ({ units }) => units.length },
  { title: '议题', className: 'number', cell: ({ items }) => items },
  { title: '决定', className: 'number', cell: ({ decisions }) => decisions },
  { title: '任务完成', className: 'whole', cell: (line) => <Progress line={line} /> },
  { title: '准备', sort: 'at', className: 'whole', cell: ({ at }) => <When at={at} /> },
];

function Progress({ line: { tasks, tasksDone } }: { readonly line: MeetingLine }) {
  if (tasks === 0) return <span className="soft">没有任务</span>;
  return (
    <Mark standing={tasksDone === tasks ? 'good' : 'waiting'}>
      {tasksDone} / {tasks}
    </Mark>
  );
}
