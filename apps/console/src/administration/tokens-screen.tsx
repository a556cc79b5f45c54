import { useState } from 'react';
import { App, Button, Table, type TableColumnsType } from 'antd';
import { tell } from '../api/ask.js';
import { problemIn } from '../api/problem.js';
import type { TokenLine } from '../api/tokens.js';
import { useAsked } from '../api/use-asked.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaTime } from '../shown/china-time.js';
import { Mark } from '../shown/mark.js';
import { NothingThere } from '../shown/nothing-there.js';
import { ProblemNote } from '../shown/problem-note.js';
import { MakeToken } from './make-token.js';
import { feedWords, tokenStateOf } from './token-words.js';

/** The tokens by which other systems deliver records. */
export default function TokensScreen() {
  const { data, problem, isAsking, again } = useAsked<readonly TokenLine[]>('tokens');
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
      {problem && <ProblemNote problem={problem} again={again} />}
      <TokenTable tokens={data ?? []} isAsking={isAsking && !data} again={again} />
      {isMaking && <MakeToken close={() => setMaking(false)} done={() => void again()} />}
    </section>
  );
}

interface TokenTableProps {
  readonly tokens: readonly TokenLine[];
  readonly isAsking: boolean;
  readonly again: () => Promise<void>;
}

function TokenTable({ tokens, isAsking, again }: TokenTableProps) {
  const now = useServerTime();
  const revoke = useRevoking(again);
  const columns: TableColumnsType<TokenLine> = [
    { title: '报送系统', dataIndex: 'name' },
    { title: '可以报送', render: (_, token) => feedWords(token) },
    {
      title: '状态',
      className: 'whole',
      render: (_, token) => {
        const { word, standing } = tokenStateOf(token, now);
        return <Mark standing={standing}>{word}</Mark>;
      },
    },
    { title: '有效期至', className: 'whole', render: (_, { endsAt }) => chinaTime(endsAt) },
    {
      title: '最近使用',
      className: 'whole',
      render: (_, { lastUsedAt }) => (lastUsedAt === null ? '尚未使用' : chinaTime(lastUsedAt)),
    },
    {
      title: '发放',
      className: 'whole',
      render: (_, { madeAt, madeBy }) => (
        <>
          {chinaTime(madeAt)} <span className="soft">{madeBy}</span>
        </>
      ),
    },
    {
      title: '操作',
      render: (_, token) =>
        token.revokedBy === null && (
          <Button danger size="small" onClick={() => revoke(token)}>
            收回
          </Button>
        ),
    },
  ];
  return (
    <Table<TokenLine>
      rowKey="id"
      size="middle"
      pagination={false}
      loading={isAsking}
      columns={columns}
      dataSource={[...tokens]}
      locale={{ emptyText: <NothingThere isAsking={isAsking} words="还没有发放过令牌" /> }}
    />
  );
}

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
