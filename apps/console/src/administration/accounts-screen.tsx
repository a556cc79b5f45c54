import { Button, Input, Segmented, Table, type TableColumnsType } from 'antd';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { AccountLine, Places } from '../api/accounts.js';
import { useAsked } from '../api/use-asked.js';
import { useSession } from '../shell/session-context.js';
import { chinaDay, chinaTime } from '../shown/china-time.js';
import { Mark } from '../shown/mark.js';
import { ProblemNote } from '../shown/problem-note.js';
import {
  accountsPath,
  listStateIn,
  nextAfter,
  VIEW_WORDS,
  VIEWS,
  waitingFirst,
  waitingPath,
} from './account-list.js';
import { sightWords, stateOf, unitName } from './account-words.js';

/** All accounts, those that wait for approval first. */
export default function AccountsScreen() {
  const { query, change } = useAddress();
  const state = listStateIn(query);
  const list = useAsked<readonly AccountLine[]>(accountsPath(state));
  const waiting = useAsked<readonly AccountLine[]>(waitingPath(state));
  const places = useAsked<Places>('places');
  const after = nextAfter(list.data ?? []);
  const rows = waitingFirst(list.data ?? [], waiting.data ?? []);
  return (
    <section className="screen">
      <header>
        <h1>账号</h1>
      </header>
      <div className="tools">
        <Segmented
          aria-label="账号状态"
          value={state.view}
          options={VIEWS.map((value) => ({ value, label: VIEW_WORDS[value] }))}
          onChange={(view) => change({ view: view === 'all' ? null : view, after: null })}
        />
        <Input.Search
          key={state.words}
          aria-label="搜索账号"
          placeholder="用户名、姓名或单位代码"
          defaultValue={state.words}
          allowClear
          style={{ width: 260 }}
          onSearch={(q) => change({ q, after: null })}
        />
      </div>
      {list.problem && <ProblemNote problem={list.problem} again={list.again} />}
      <AccountTable rows={rows} places={places.data} isAsking={list.isAsking && !list.data} />
      <div className="pager">
        {state.after !== null && <Button onClick={() => change({ after: null })}>回到首页</Button>}
        {after !== null && <Button onClick={() => change({ after })}>下一页</Button>}
      </div>
    </section>
  );
}

interface AccountTableProps {
  readonly rows: readonly AccountLine[];
  readonly places: Places | null;
  readonly isAsking: boolean;
}

function AccountTable({ rows, places, isAsking }: AccountTableProps) {
  const { now } = useSession();
  return (
    <Table<AccountLine>
      rowKey="id"
      size="middle"
      pagination={false}
      loading={isAsking}
      columns={columnsFor(places, now)}
      dataSource={[...rows]}
      locale={{ emptyText: '没有符合条件的账号' }}
    />
  );
}

const columnsFor = (places: Places | null, now: string): TableColumnsType<AccountLine> => [
  {
    title: '姓名',
    render: (_, { id, name, sample }) => (
      <>
        <Link to={`accounts?account=${id}`}>{name}</Link>
        {sample && <span className="soft">（演示）</span>}
      </>
    ),
  },
  { title: '用户名', dataIndex: 'login' },
  { title: '单位', render: (_, { unit }) => unitName(places, unit) },
  { title: '角色', render: (_, { roles }) => roles.map(({ title }) => title).join('、') },
  {
    title: '可见范围',
    render: (_, { unit, regions }) => sightWords(places, unit, regions),
  },
  {
    title: '状态',
    render: (_, account) => {
      const { word, standing } = stateOf(account, now, chinaDay(now));
      return <Mark standing={standing}>{word}</Mark>;
    },
  },
  { title: '建立', render: (_, { madeBy, madeAt }) => `${madeBy}，${chinaTime(madeAt)}` },
];
