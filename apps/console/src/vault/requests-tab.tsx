import { useState } from 'react';
import { Button } from 'antd';
import { tell } from '../api/ask.js';
import type { VaultRequestLine } from '../api/vault.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { useServerTime } from '../shell/server-time.js';
import { useMay, usePerson } from '../shell/session-context.js';
import { Mark } from '../shown/mark.js';
import { ReasonDialog } from '../shown/reason-dialog.js';
import { When } from '../shown/when.js';
import { LookDialog } from './look-dialog.js';
import { deedFor, requestState, type Asking } from './vault-words.js';

const SOURCE = { path: 'vault/requests', filters: ['state'], usualSort: '-at' };

const STATES = [
  ['', '全部'],
  ['waiting', '待批准'],
  ['open', '已批准、有效'],
  ['ended', '已过期'],
] as const;

interface Chosen {
  readonly deed: 'approve' | 'look';
  readonly request: VaultRequestLine;
}

/** Requests for looks: one's own, and those that one may approve or reviews. */
export function RequestsTab() {
  const list = useList<VaultRequestLine>(SOURCE);
  const [chosen, choose] = useState<Chosen | null>(null);
  const may = useMay();
  const { name } = usePerson();
  const now = useServerTime();
  const close = (): void => choose(null);
  return (
    <>
      <div className="filters">
        <ChoiceInAddress label="状态" name="state" options={STATES} />
      </div>
      <ListTable<VaultRequestLine>
        label="查看申请"
        source={SOURCE}
        asked={list}
        columns={columnsFor({ name, may, now }, choose)}
        keyOf={({ id }) => id}
        empty="没有查看申请"
      />
      {chosen?.deed === 'approve' && (
        <Approval request={chosen.request} done={list.again} close={close} />
      )}
      {chosen?.deed === 'look' && (
        <LookDialog request={chosen.request} done={list.again} close={close} />
      )}
    </>
  );
}

interface ApprovalProps {
  readonly request: VaultRequestLine;
  readonly done: () => Promise<void>;
  readonly close: () => void;
}

/** The second person agrees, and says why. */
function Approval({ request, done, close }: ApprovalProps) {
  const { id, by, unitName, because, recordIds } = request;
  return (
    <ReasonDialog
      title={`批准查看举报人：申请 ${id}`}
      okText="批准"
      label="为什么同意"
      means={
        <>
          {by}（{unitName}）申请查看记录 {recordIds.join('、')} 的举报人，理由：{because}
          。批准后只有申请人本人能看，到期自动失效；您看不到举报人。
        </>
      }
      send={(why) => tell(`vault/requests/${id}/approval`, { because: why })}
      done={done}
      close={close}
    />
  );
}

const columnsFor = (
  asking: Asking,
  choose: (chosen: Chosen) => void,
): readonly ShownColumn<VaultRequestLine>[] => [
  { title: '编号', className: 'whole', cell: ({ id }) => id },
  { title: '申请时间', sort: 'at', className: 'whole', cell: ({ at }) => <When at={at} /> },
  {
    title: '申请人',
    sort: 'unit',
    cell: ({ by, unitName }) => (
      <>
        {by}
        <span className="desk-sub">{unitName}</span>
      </>
    ),
  },
  { title: '记录编号', cell: ({ recordIds }) => recordIds.join('、') },
  { title: '理由', className: 'vault-because', cell: ({ because }) => because },
  { title: '状态', cell: (request) => <Stands request={request} now={asking.now} /> },
  {
    title: '看过',
    className: 'whole',
    cell: ({ looks, lookedAt }) =>
      lookedAt === null ? (
        '没有'
      ) : (
        <>
          {looks} 条次
          <span className="desk-sub">
            最近 <When at={lookedAt} />
          </span>
        </>
      ),
  },
  {
    title: '操作',
    cell: (request) => <DeedButton request={request} asking={asking} choose={choose} />,
  },
];

function Stands({ request, now }: { readonly request: VaultRequestLine; readonly now: string }) {
  const { word, standing } = requestState(request, now);
  const { approvedBy, approvedBecause, expiresAt } = request;
  return (
    <>
      <Mark standing={standing}>{word}</Mark>
      {approvedBy !== null && expiresAt !== null && (
        <span className="desk-sub">
          {approvedBy}：{approvedBecause}；<When at={expiresAt} /> 前有效
        </span>
      )}
    </>
  );
}

interface DeedButtonProps {
  readonly request: VaultRequestLine;
  readonly asking: Asking;
  readonly choose: (chosen: Chosen) => void;
}

function DeedButton({ request, asking, choose }: DeedButtonProps) {
  const deed = deedFor(request, asking);
  switch (deed.kind) {
    case 'approve':
      return (
        <Button size="small" onClick={() => choose({ deed: 'approve', request })}>
          批准
        </Button>
      );
    case 'look':
      return (
        <Button size="small" onClick={() => choose({ deed: 'look', request })}>
          查看
        </Button>
      );
    case 'none':
      return <span className="soft">{deed.because}</span>;
  }
}
