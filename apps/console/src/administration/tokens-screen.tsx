import { useState } from 'react';
import { App, Button } from 'antd';
import { tell } from '../api/ask.js';
import { problemIn } from '../api/problem.js';
import type { TokenLine } from '../api/tokens.js';
import type { ListSource } from '../lists/list-query.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { useServerTime } from '../shell/server-time.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';
import { MakeToken } from './make-token.js';
import { feedWords, tokenStateOf } from './token-words.js';

const SOURCE: ListSource = { path: 'tokens', filters: [], usualSort: '-madeAt' };

/** The tokens by which other systems deliver records. */
export default function TokensScreen() {
  const list = useList<TokenLine>(SOURCE);
  const now = useServerTime();
  const revoke = useRevoking(list.again);
  const [isMaking, setMaking] = useState(false);
  return (
    <section className="screen">
      <header>
        <h1>服务令牌</h1>
        <Button type="primary" onClick={() => setMaking(true)}>
          发放令牌
        </Button>
        <p>
          其他系统凭令牌报送数据，只能报送，什么也看不到。发放第一个令牌之后，本机程序也须凭令牌报送。
        </p>
      </header>
      <ListTable
        label="服务令牌"
        source={SOURCE}
        asked={list}
        columns={columnsOf(now, revoke)}
        keyOf={({ id }) => id}
        empty="还没有发放过令牌"
      />
      {isMaking && <MakeToken close={() => setMaking(false)} done={() => void list.again()} />}
    </section>
  );
}

const columnsOf = (
  now: string,
  revoke: (token: TokenLine) => void,
): readonly ShownColumn<TokenLine>[] => [
  { title: '报送系统', sort: 'name', cell: ({ name }) => name },
  { title: '可以报送', cell: feedWords },
  {
    title: '状态',
    className: 'whole',
    cell: (token) => {
      const { word, standing } = tokenStateOf(token, now);
      return <Mark standing={standing}>{word}</Mark>;
    },
  },
  {
    title: '有效期至',
    sort: 'endsAt',
    className: 'whole',
    cell: ({ endsAt }) => <When at={endsAt} />,
  },
  {
    title: '最近使用',
    sort: 'lastUsedAt',
    className: 'whole',
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? '尚未使用' : <When at={lastUsedAt} />),
  },
  {
    title: '发放时间',
    sort: 'madeAt',
    className: 'whole',
    cell: ({ madeAt, madeBy }) => (
      <>
        <When at={madeAt} /> <span className="soft">{madeBy}</span>
      </>
    ),
  },
  {
    title: '操作',
    cell: (token) =>
      token.revokedBy === null && (
        <Button danger size="small" onClick={() => revoke(token)}>
          收回
        </Button>
      ),
  },
];

/** Asks whether a token is really to be revoked, and does it. */
function useRevoking(again: () => Promise<void>): (token: TokenLine) => void {
  const { modal, message } = App.useApp();
  const revoke = async ({ id, name }: TokenLine): Promise<void> => {
    try {
      await tell(`tokens/${id}/revocation`);
      await again();
      message.success(`已收回“${name}”的令牌`);
    } catch (error) {
      message.error(problemIn(error).detail);
    }
  };
  return (token) =>
    void modal.confirm({
      title: `收回令牌：${token.name}`,
      content: '收回后，用这个令牌的报送立即被拒绝，不能恢复；需要时另发一个。',
      okText: '收回',
      okButtonProps: { danger: true },
      onOk: () => revoke(token),
    });
}
