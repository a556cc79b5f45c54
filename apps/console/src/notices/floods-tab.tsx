import { useState } from 'react';
import { Button } from 'antd';
import { tell } from '../api/ask.js';
import type { FloodLine } from '../api/notices.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { ReasonDialog } from '../shown/reason-dialog.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';

const SOURCE = { path: 'floods', filters: ['state'], usualSort: '-openedAt' };

type Decision = 'release' | 'drop';
interface Begun {
  readonly flood: FloodLine;
  readonly decision: Decision;
}

/** New rules that raised too many alerts within an hour: a person decides whether units are told. */
export function FloodsTab() {
  const list = useList<FloodLine>(SOURCE);
  const [begun, begin] = useState<Begun | null>(null);
  return (
    <>
      <p className="soft">
        新规则一小时内引发的预警超过限额时暂停发送；抽查几件，属实就放行，是规则写错就不发送并停用规则。
      </p>
      <div className="filters">
        <ChoiceInAddress
          label="规则"
          name="state"
          options={[
            ['', '全部'],
            ['open', '待决定'],
          ]}
        />
      </div>
      <ListTable<FloodLine>
        label="暂停发送"
        source={SOURCE}
        asked={list}
        columns={columnsFor((flood, decision) => begin({ flood, decision }))}
        keyOf={({ id }) => id}
        empty="没有暂停发送的规则"
      />
      {begun && <Deciding {...begun} done={list.again} close={() => begin(null)} />}
    </>
  );
}

interface DecidingProps extends Begun {
  readonly done: () => Promise<void>;
  readonly close: () => void;
}

function Deciding({ flood, decision, done, close }: DecidingProps) {
  const isRelease = decision === 'release';
  return (
    <ReasonDialog
      title={`${isRelease ? '放行' : '不发送'}：规则 ${flood.code}`}
      okText={isRelease ? '放行' : '不发送'}
      means={
        isRelease
          ? `压着的 ${String(flood.held)} 件预警随即通知各单位。`
          : `压着的 ${String(flood.held)} 件预警不再为此通知；预警仍在，等级再升会照常通知。`
      }
      send={(because) => tell(`floods/${flood.id}/${decision}`, { because })}
      done={done}
      close={close}
    />
  );
}

const columnsFor = (
  begin: (flood: FloodLine, decision: Decision) => void,
): readonly ShownColumn<FloodLine>[] => [
  { title: '编号', className: 'whole', cell: ({ id }) => id },
  { title: '规则', cell: ({ code }) => code },
  {
    title: '起',
    sort: 'openedAt',
    className: 'whole',
    cell: ({ openedAt }) => <When at={openedAt} />,
  },
  { title: '压着', className: 'number', cell: ({ held }) => `${String(held)} 件` },
  { title: '决定', cell: (flood) => <FloodDecision flood={flood} /> },
  {
    title: '操作',
    className: 'whole',
    cell: (flood) =>
      flood.endedAt === null && (
        <span className="desk-acts">
          <Button size="small" onClick={() => begin(flood, 'release')}>
            放行
          </Button>
          <Button size="small" danger onClick={() => begin(flood, 'drop')}>
            不发送
          </Button>
        </span>
      ),
  },
];

function FloodDecision({ flood }: { readonly flood: FloodLine }) {
  const { endedAt, endedBy, because, released } = flood;
  if (endedAt === null) return <Mark standing="bad">待决定</Mark>;
  return (
    <>
      <Mark standing={released === true ? 'good' : 'off'}>
        {released === true ? '放行' : '不发送'}
      </Mark>
      <span className="desk-sub">
        <When at={endedAt} /> {endedBy}：{because}
      </span>
    </>
  );
}
