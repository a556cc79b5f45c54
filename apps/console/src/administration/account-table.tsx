import { Table, type TableColumnsType } from 'antd';
import { changed } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { AccountLine, Places } from '../api/accounts.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaDay, chinaTime } from '../shown/china-time.js';
import { Mark } from '../shown/mark.js';
import { NothingThere } from '../shown/nothing-there.js';
import { rightsOf, sightWords, stateOf, unitName } from './account-words.js';

interface AccountTableProps {
  readonly rows: readonly AccountLine[];
  readonly places: Places | null;
  readonly isAsking: boolean;
}

/** Accounts, one a line; the name leads to the account and leaves the list as it is. */
export function AccountTable({ rows, places, isAsking }: AccountTableProps) {
  const { query } = useAddress();
  const now = useServerTime();
  const linkOf = (id: string) => `accounts?${changed(query, { account: id }).toString()}`;
  const columns: TableColumnsType<AccountLine> = [
    {
      title: '姓名',
      render: (_, { id, name, sample }) => (
        <>
          <Link to={linkOf(id)}>{name}</Link>
          {sample && <span className="soft">（演示）</span>}
        </>
      ),
    },
    { title: '用户名', dataIndex: 'login' },
    { title: '单位', render: (_, { unit }) => unitName(places, unit) },
    { title: '角色', render: (_, { roles }) => roles.map(({ title }) => title).join('、') },
    { title: '可见范围', render: (_, account) => sightWords(places, rightsOf(account)) },
    {
      title: '状态',
      className: 'whole',
      render: (_, account) => {
        const { word, standing } = stateOf(account, now, chinaDay(now));
        return <Mark standing={standing}>{word}</Mark>;
      },
    },
    {
      title: '动态口令',
      className: 'whole',
      render: (_, { hasFactor }) => (hasFactor ? '已绑定' : '未绑定'),
    },
    {
      title: '建立',
      className: 'whole',
      render: (_, { madeBy, madeAt }) => (
        <>
          {chinaTime(madeAt)} <span className="soft">{madeBy}</span>
        </>
      ),
    },
  ];
  return (
    <Table<AccountLine>
      rowKey="id"
      size="middle"
      pagination={false}
      loading={isAsking}
      columns={columns}
      dataSource={[...rows]}
      rowClassName={({ id }) => (query.get('account') === id ? 'chosen' : '')}
      locale={{ emptyText: <NothingThere isAsking={isAsking} words="没有符合条件的账号" /> }}
    />
  );
}
