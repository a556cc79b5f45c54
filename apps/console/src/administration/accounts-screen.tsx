import { useState } from 'react';
import { Button, Segmented } from 'antd';
import { changed, choiceIn, idIn } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import type { AccountLine, Places, RoleLine } from '../api/accounts.js';
import { useAsked } from '../api/use-asked.js';
import type { ListSource } from '../lists/list-query.js';
import { ListTable } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { useServerTime } from '../shell/server-time.js';
import { useMay } from '../shell/session-context.js';
import { SearchBox } from '../shown/search-box.js';
import { accountColumns } from './account-columns.js';
import { AccountDrawer } from './account-drawer.js';
import { EndAllSessions } from './end-all-sessions.js';
import { MakeAccount } from './make-account.js';

const SOURCE: ListSource = {
  ...{ path: 'accounts', filters: ['words', 'state', 'waiting'], usualSort: 'usual' },
};

/** Which accounts are shown, with what of the address says so. */
const VIEWS = {
  all: { word: '全部', asks: { state: null, waiting: null } },
  waiting: { word: '待批准', asks: { state: null, waiting: 'true' } },
  active: { word: '在用', asks: { state: 'active', waiting: null } },
  disabled: { word: '停用', asks: { state: 'disabled', waiting: null } },
} as const;
type View = keyof typeof VIEWS;
const VIEW_NAMES = Object.keys(VIEWS) as View[];

const viewIn = (query: URLSearchParams): View =>
  query.get('waiting') === 'true' ? 'waiting' : choiceIn(query, 'state', VIEW_NAMES, 'all');

/** All accounts, those that wait for approval first; one of them beside. */
export default function AccountsScreen() {
  const { query, change } = useAddress();
  const now = useServerTime();
  const open = idIn(query, 'account');
  const list = useList<AccountLine>(SOURCE);
  const places = useAsked<Places>('places').data;
  const roles = useAsked<readonly RoleLine[]>('roles').data;
  const linkOf = (id: string) => `accounts?${changed(query, { account: id }).toString()}`;
  return (
    <section className="screen">
      <AccountsHeader places={places} roles={roles} changed={list.again} />
      <div className="tools">
        <Segmented
          aria-label="账号状态"
          value={viewIn(query)}
          options={VIEW_NAMES.map((value) => ({ value, label: VIEWS[value].word }))}
          onChange={(view) => change({ ...VIEWS[view].asks, after: null })}
        />
        <SearchBox
          label="搜索账号"
          placeholder="用户名、姓名或单位代码"
          words={query.get('words') ?? ''}
          search={(words) => change({ words: words === '' ? null : words, after: null })}
        />
      </div>
      <ListTable
        label="账号"
        source={SOURCE}
        asked={list}
        columns={accountColumns({ places, now, linkOf })}
        keyOf={({ id }) => id}
        rowClass={({ id }) => (open === id ? 'chosen' : '')}
        empty="没有符合条件的账号"
      />
      {open !== null && (
        <AccountDrawer
          key={open}
          id={open}
          places={places}
          roles={roles}
          close={() => change({ account: null }, { isInPlace: true })}
          changed={list.again}
        />
      )}
    </section>
  );
}

interface AccountsHeaderProps {
  readonly places: Places | null;
  readonly roles: readonly RoleLine[] | null;
  readonly changed: () => Promise<void>;
}

function AccountsHeader({ places, roles, changed }: AccountsHeaderProps) {
  const may = useMay();
  const [isMaking, setMaking] = useState(false);
  return (
    <header>
      <h1>账号</h1>
      <div className="tools">
        {may('sessions.end') && <EndAllSessions />}
        {may('accounts.make') && (
          <Button type="primary" disabled={!places || !roles} onClick={() => setMaking(true)}>
            新建账号
          </Button>
        )}
      </div>
      <p>系统管理员建立账号、提出授权，安全管理员批准；一个人不能独自给出权限。</p>
      {isMaking && places && roles && (
        <MakeAccount
          places={places}
          roles={roles}
          close={() => setMaking(false)}
          done={() => void changed()}
        />
      )}
    </header>
  );
}
