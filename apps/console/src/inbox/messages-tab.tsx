import { changed, idIn } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { InboxLine } from '../api/inbox.js';
import { TierMark } from '../shown/tier-mark.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { dutyWord, messageKind } from '../desk/desk-words.js';
import { SampleMark } from '../shown/sample-mark.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { Mark } from '../shown/mark.js';
import { SearchBox } from '../shown/search-box.js';
import { DueIn, When } from '../shown/when.js';
import { MessageDrawer } from './message-drawer.js';
import { titleOf } from './message-title.js';

interface MessagesTabProps {
  readonly unit: string;
  /** Whether it is the unit of whoever looks: only then something is done here. */
  readonly isOwn: boolean;
  /** The figures of the unit may have changed. */
  readonly seen: () => Promise<void>;
}

const KINDS = [
  ['', '全部种类'],
  ['escalation', '逾期升级'],
  ['handover', '移送公安'],
  ['alert', '预警'],
  ['reminder', '提醒'],
  ['progress', '进展'],
  ['digest', '汇总'],
  ['bulletin', '简报'],
] as const;

const STATES = [
  ['', '未读和已读'],
  ['unread', '只看未读'],
  ['read', '只看已读'],
] as const;

/** What a unit was told, the unread first; one of it beside. */
export function MessagesTab({ unit, isOwn, seen }: MessagesTabProps) {
  const { query, change } = useAddress();
  const source = {
    ...{ path: `units/${unit}/inbox`, filters: ['state', 'kind', 'words'], usualSort: '-urgency' },
  };
  const list = useList<InboxLine>(source);
  const open = idIn(query, 'message');
  const close = (): void => {
    change({ message: null }, { isInPlace: true });
    void Promise.all([list.again(), seen()]);
  };
  return (
    <>
      <div className="filters">
        <ChoiceInAddress label="阅读" name="state" options={STATES} />
        <ChoiceInAddress label="种类" name="kind" options={KINDS} />
        <SearchBox
          label="搜索消息"
          placeholder="主体名称或标题里的字"
          words={query.get('words') ?? ''}
          search={(words) => change({ words, after: null })}
        />
      </div>
      <ListTable<InboxLine>
        label="收件箱"
        source={source}
        asked={list}
        columns={columnsFor(query)}
        keyOf={({ id }) => id}
        rowClass={({ id, readAt, isMine }) =>
          `${id === open ? 'chosen' : ''} ${readAt === null && isMine ? 'inbox-unread' : ''}`.trim()
        }
        empty="没有符合条件的消息"
      />
      {open !== null && <MessageDrawer key={open} {...{ unit, isOwn, close }} id={open} />}
    </>
  );
}

const columnsFor = (query: URLSearchParams): readonly ShownColumn<InboxLine>[] => [
  {
    title: '状态',
    sort: 'urgency',
    className: 'whole',
    cell: (line) => <ReadMark line={line} />,
  },
  { title: '种类', className: 'whole', cell: (line) => messageKind(line) },
  {
    title: '内容',
    cell: (line) => (
      <>
        <Link to={`inbox?${changed(query, { message: line.id }).toString()}`}>{titleOf(line)}</Link>
        <SampleMark sample={line.sample} beside={line.subject} />
        {line.recipient !== null && <span className="desk-sub">送{line.recipient}</span>}
      </>
    ),
  },
  { title: '等级', className: 'whole', cell: ({ tier }) => <TierMark tier={tier} /> },
  { title: '待办与时限', className: 'whole', cell: (line) => <Owed line={line} /> },
  { title: '收到', sort: 'at', className: 'whole', cell: ({ at }) => <When at={at} /> },
];

/** What waits for whoever looks stands out; what was sent to another waits for that one. */
function ReadMark({ line: { readAt, isMine } }: { readonly line: InboxLine }) {
  if (readAt !== null) return <Mark standing="off">已读</Mark>;
  return isMine ? <Mark standing="waiting">未读</Mark> : <Mark standing="off">收件人未读</Mark>;
}

/** What the unit owes next, and what is left of the time. */
function Owed({ line: { dutyKind, dueAt, pausedAt } }: { readonly line: InboxLine }) {
  if (dutyKind === null || dueAt === null) return <span className="soft">—</span>;
  return (
    <>
      {dutyWord(dutyKind)} {pausedAt === null ? <DueIn at={dueAt} /> : '暂停计时'}
    </>
  );
}
