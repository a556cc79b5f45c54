import { Link } from '../address/link.js';
import type { AccountLine, Places } from '../api/accounts.js';
import type { ShownColumn } from '../lists/list-table.js';
import { chinaDay } from '../shown/china-time.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';
import { rightsOf, sightWords, stateOf, unitName } from './account-words.js';

interface AccountColumns {
  readonly places: Places | null;
  readonly now: string;
  /** Leads to an account and leaves the list as it is. */
  readonly linkOf: (id: string) => string;
}

/** The columns of a list of accounts. */
export const accountColumns = ({
  places,
  now,
  linkOf,
}: AccountColumns): readonly ShownColumn<AccountLine>[] => [
  {
    title: '姓名',
    sort: 'name',
    cell: ({ id, name, sample }) => (
      <>
        <Link to={linkOf(id)}>{name}</Link>
        {sample && <span className="soft">（演示）</span>}
      </>
    ),
  },
  { title: '用户名', sort: 'login', cell: ({ login }) => login },
  { title: '单位', sort: 'unit', cell: ({ unit }) => unitName(places, unit) },
  { title: '角色', cell: ({ roles }) => roles.map(({ title }) => title).join('、') },
  { title: '可见范围', cell: (account) => sightWords(places, rightsOf(account)) },
  {
    title: '状态',
    sort: 'usual',
    className: 'whole',
    cell: (account) => {
      const { word, standing } = stateOf(account, now, chinaDay(now));
      return <Mark standing={standing}>{word}</Mark>;
    },
  },
  {
    title: '动态口令',
    className: 'whole',
    cell: ({ hasFactor }) => (hasFactor ? '已绑定' : '未绑定'),
  },
  {
    title: '建立时间',
    sort: 'madeAt',
    className: 'whole',
    cell: ({ madeBy, madeAt }) => (
      <>
        <When at={madeAt} /> <span className="soft">{madeBy}</span>
      </>
    ),
  },
];
