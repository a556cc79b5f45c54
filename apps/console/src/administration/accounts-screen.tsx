import { useState } from 'react';
import { Button, Segmented } from 'antd';
import { useAddress } from '../address/use-address.js';
import { idIn } from '../address/address.js';
import type { AccountLine, Places, RoleLine } from '../api/accounts.js';
import { useAsked } from '../api/use-asked.js';
import { useMay } from '../shell/session-context.js';
import { ProblemNote } from '../shown/problem-note.js';
import { SearchBox } from '../shown/search-box.js';
import { AccountDrawer } from './account-drawer.js';
import {
  accountsPath,
  listStateIn,
  nextAfter,
  VIEW_WORDS,
  VIEWS,
  waitingFirst,
  waitingPath,
} from './account-list.js';
import { AccountTable } from './account-table.js';
import { EndAllSessions } from './end-all-sessions.js';
import { MakeAccount } from './make-account.js';

/** All accounts, those that wait for approval first; one of them beside. */
export default function AccountsScreen() {
  const { query, change } = useAddress();
  const state = listStateIn(query);
  const open = idIn(query, 'account');
  const list = useAsked<readonly AccountLine[]>(accountsPath(state));
  const waiting = useAsked<readonly AccountLine[]>(waitingPath(state));
  const places = useAsked<Places>('places').data;
  const roles = useAsked<readonly RoleLine[]>('roles').data;
  const after = nextAfter(list.data ?? []);
  const changed = async (): Promise<void> => {
    await Promise.all([list.again(), waiting.again()]);
  };
  return (
    <section className="screen">
      <AccountsHeader places={places} roles={roles} changed={changed} />
      <div className="tools">
        <Segmented
          aria-label="账号状态"
          value={state.view}
          options={VIEWS.map((value) => ({ value, label: VIEW_WORDS[value] }))}
          onChange={(view) => change({ view: view === 'all' ? null : view, after: null })}
        />
        <SearchBox
          label="搜索账号"
          placeholder="用户名、姓名或单位代码"
          words={state.words}
          search={(q) => change({ q, after: null })}
        />
      </div>
      {list.problem && <ProblemNote problem={list.problem} again={list.again} />}
      <AccountTable
        rows={waitingFirst(list.data ?? [], waiting.data ?? [])}
        places={places}
        isAsking={list.isAsking && !list.data}
      />
      <div className="pager">
        {state.after !== null && <Button onClick={() => change({ after: null })}>回到首页</Button>}
        {after !== null && <Button onClick={() => change({ after })}>下一页</Button>}
      </div>
      {open !== null && (
        <AccountDrawer
          key={open}
          id={open}
          places={places}
          roles={roles}
          close={() => change({ account: null }, { isInPlace: true })}
          changed={changed}
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
