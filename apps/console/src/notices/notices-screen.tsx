import { changed, idIn } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { UnitLine } from '../api/inbox.js';
import type { Listed } from '../api/listed.js';
import type { NoticeLine } from '../api/notices.js';
import { useAsked } from '../api/use-asked.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { NOTICE_KINDS } from '../shown/words.js';
import { noticeKind, roleWord } from '../desk/desk-words.js';
import { SampleMark } from '../shown/sample-mark.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { When } from '../shown/when.js';
import { NoticeDrawer } from './notice-drawer.js';
import { NoticeStateMark } from './notice-state-mark.js';
import { STATE_CHOICES } from './notice-words.js';
import '../desk/desk.css';
import './notices.css';

const SOURCE = {
  path: 'notices',
  filters: ['state', 'kind', 'unit', 'channel', 'alert'],
  usualSort: '-number',
};
const KINDS = [['', '全部种类'], ...Object.entries(NOTICE_KINDS)] as const;
const CHANNELS = [
  ['', '全部渠道'],
  ['email', '邮件'],
  ['inbox', '平台收件箱'],
] as const;

/** Where each notice went, those of unknown fate above all others. */
export default function NoticesScreen() {
  const { query, change } = useAddress();
  const list = useList<NoticeLine>(SOURCE);
  const units = useAsked<readonly UnitLine[]>('units').data;
  const open = idIn(query, 'notice');
  const alert = idIn(query, 'alert');
  return (
    <section className="screen">
      <header>
        <h1>通知去向</h1>
        <p>
          平台发给各单位的每一封通知：送给谁、走哪个渠道、现在怎样。是否送达不明的，平台不会自己重发，须由人核实。
        </p>
      </header>
      <Unknown />
      <div className="filters">
        <ChoiceInAddress label="状态" name="state" options={STATE_CHOICES} />
        <ChoiceInAddress label="种类" name="kind" options={KINDS} />
        <ChoiceInAddress label="渠道" name="channel" options={CHANNELS} />
        <ChoiceInAddress
          label="单位"
          name="unit"
          options={[
            ['', '全部单位'],
            ...(units ?? []).map(({ code, name }) => [code, name] as const),
          ]}
        />
        {alert !== null && (
          <span>
            只看预警 {alert} 的通知　<Link to="notices">看全部</Link>
          </span>
        )}
      </div>
      <ListTable<NoticeLine>
        label="通知"
        source={SOURCE}
        asked={list}
        columns={columnsFor(query)}
        keyOf={({ id }) => id}
        rowClass={({ id }) => (id === open ? 'chosen' : '')}
        empty="没有符合条件的通知"
      />
      {open !== null && (
        <NoticeDrawer
          key={open}
          id={open}
          changed={list.again}
          close={() => change({ notice: null }, { isInPlace: true })}
        />
      )}
    </section>
  );
}

/** That somebody has to telephone. */
function Unknown() {
  const { data } = useAsked<Listed<NoticeLine>>('notices?state=unknown&limit=1');
  if (!data || data.total === 0) return null;
  return (
    <p className="notices-urgent" role="status">
      <strong>是否送达不明 {data.total} 封</strong>　请打电话核实，然后写明结果。
      <Link to="notices?state=unknown">逐封核实</Link>
    </p>
  );
}

const columnsFor = (query: URLSearchParams): readonly ShownColumn<NoticeLine>[] => [
  {
    title: '编号',
    sort: 'number',
    className: 'whole',
    cell: ({ id }) => <Link to={`notices?${changed(query, { notice: id }).toString()}`}>{id}</Link>,
  },
  { title: '状态', className: 'whole', cell: (line) => <NoticeStateMark line={line} /> },
  { title: '种类', className: 'whole', cell: ({ kind }) => noticeKind(kind) },
  {
    title: '送给',
    cell: ({ to }) => (
      <>
        {to.unitName}
        <span className="desk-sub">
          {to.recipient.title} · {roleWord(to.role)}
        </span>
      </>
    ),
  },
  { title: '渠道', className: 'whole', cell: ({ channelName }) => channelName },
  {
    title: '标题',
    cell: ({ subject, sample }) => (
      <>
        {subject ?? <span className="soft">发送时写成</span>}
        <SampleMark sample={sample} beside={subject} />
      </>
    ),
  },
  {
    title: '预警',
    className: 'whole',
    cell: ({ alertId }) =>
      alertId === null ? '' : <Link to={`alerts/${alertId}`}>{alertId}</Link>,
  },
  { title: '生成', className: 'whole', cell: ({ createdAt }) => <When at={createdAt} /> },
];
