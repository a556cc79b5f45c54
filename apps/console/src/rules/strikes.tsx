import { Link } from '../address/link.js';
import { useAsked } from '../api/use-asked.js';
import type { StrikeLine, StruckAlert } from '../api/rules.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import type { ListSource } from '../lists/list-query.js';
import { useMay } from '../shell/session-context.js';
import { When } from '../shown/when.js';
import { TierMark } from '../shown/tier-mark.js';
import { FEED_TITLES } from './names.js';
import { SampleMark } from '../shown/sample-mark.js';

/** Where a rule or a word struck lately, as far as one may see it. */
export function Strikes({ code }: { readonly code: string }) {
  const may = useMay();
  return (
    <>
      {may('alerts.read') && <StruckAlerts code={code} />}
      {may('records.read') && <StruckRecords code={code} />}
    </>
  );
}

function StruckAlerts({ code }: { readonly code: string }) {
  const { data } = useAsked<readonly StruckAlert[]>(`codes/${encodeURIComponent(code)}/alerts`);
  if (!data) return null;
  return (
    <section className="rules-part">
      <h2>参与的最近预警</h2>
      {data.length === 0 ? (
        <p className="soft">最近的预警里没有它参与的（只列您可见范围内的）。</p>
      ) : (
        <ul className="rules-alerts">
          {data.map(({ id, name, tier, raisedAt, sample }) => (
            <li key={id}>
              <TierMark tier={tier} /> <Link to={`alerts/${id}`}>{name}</Link>{' '}
              <span className="soft">
                <When at={raisedAt} /> {sample && '样例'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function StruckRecords({ code }: { readonly code: string }) {
  const source: ListSource = {
    ...{ path: `codes/${encodeURIComponent(code)}/strikes`, filters: [] },
    usualSort: '-occurredAt',
  };
  const asked = useList<StrikeLine>(source);
  return (
    <section className="rules-part">
      <h2>触发的记录</h2>
      <ListTable
        label="触发的记录"
        source={source}
        asked={asked}
        columns={COLUMNS}
        keyOf={({ recordId, entityId }) => `${recordId} ${entityId}`}
        empty="还没有触发过记录（主体规则看的是主体，不在单条记录上触发）"
      />
    </section>
  );
}

const COLUMNS: readonly ShownColumn<StrikeLine>[] = [
  {
    title: '记录时间',
    sort: 'occurredAt',
    className: 'whole',
    cell: ({ occurredAt }) => <When at={occurredAt} />,
  },
  { title: '数据来源', className: 'whole', cell: ({ feed }) => FEED_TITLES[feed] },
  {
    title: '主体',
    cell: ({ entityId, name, sample }) => (
      <>
        <Link to={`entities/${entityId}`}>{name}</Link>
        <SampleMark sample={sample} />
      </>
    ),
  },
  {
    title: '这条记录的评分',
    className: 'whole',
    cell: ({ score, tier }) =>
      tier === null ? (
        ''
      ) : (
        <>
          <TierMark tier={tier} /> {score}
        </>
      ),
  },
];
