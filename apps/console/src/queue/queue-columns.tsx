import { Link } from '../address/link.js';
import type { QueueRow } from '../api/queue.js';
import type { ShownColumn } from '../lists/list-table.js';
import { Mark } from '../shown/mark.js';
import { TierMark } from '../shown/tier-mark.js';
import { DueIn, When } from '../shown/when.js';
import { schemeWords, STAGE_WORDS } from './queue-words.js';

interface ColumnsWish {
  readonly isChosen: (id: string) => boolean;
  readonly pick: (row: QueueRow) => void;
  readonly isPageChosen: boolean;
  readonly pickPage: () => void;
  /** Whether a row changed elsewhere since the page was read, or does not belong there any more. */
  readonly standing: (id: string) => 'changed' | 'gone' | null;
  readonly enter: (id: string) => void;
  readonly me: string;
}

export const linkIdOf = (id: string): string => `queue-alert-${id}`;

/** The columns of the queue. */
export function queueColumns(wish: ColumnsWish): readonly ShownColumn<QueueRow>[] {
  return [
    boxes(wish),
    {
      title: '等级',
      sort: 'urgency',
      className: 'whole',
      cell: ({ tier, isByPerson }) =>
        tier === 'none' ? '未达预警' : <TierMark tier={tier} isByPerson={isByPerson} />,
    },
    { title: '主体和理由', cell: (row) => <About row={row} {...wish} /> },
    {
      title: '指数',
      sort: 'score',
      className: 'number',
      cell: ({ score }) => (score === null ? '—' : String(Math.round(score))),
    },
    {
      title: '阶段',
      className: 'whole',
      cell: ({ stage, isPaused }) => (
        <>
          {STAGE_WORDS[stage]}
          {isPaused && <div className="soft">计时已暂停</div>}
        </>
      ),
    },
    {
      title: '属地、主办',
      cell: ({ region, lead }) => (
        <>
          {region}
          <div className="queue-lead" title={lead?.name}>
            {lead?.name ?? '尚未送单位'}
          </div>
        </>
      ),
    },
    {
      title: '经办人',
      cell: ({ assignee }) => {
        if (assignee === null) return <span className="soft">未指定</span>;
        return assignee === wish.me ? <b>我</b> : assignee;
      },
    },
    {
      title: '时限',
      sort: 'deadline',
      className: 'whole',
      cell: ({ dueAt }) =>
        dueAt === null ? <span className="soft">无</span> : <DueIn at={dueAt} />,
    },
    { title: '最近变化', sort: 'changedAt', cell: ({ changedAt }) => <When at={changedAt} /> },
  ];
}

const boxes = ({
  isChosen,
  pick,
  isPageChosen,
  pickPage,
  enter,
}: ColumnsWish): ShownColumn<QueueRow> => ({
  title: <input type="checkbox" aria-label="选中本页" checked={isPageChosen} onChange={pickPage} />,
  className: 'queue-box',
  cell: (row) => (
    <input
      type="checkbox"
      aria-label={`选中 ${row.entityName}`}
      checked={isChosen(row.id)}
      onFocus={() => enter(row.id)}
      onChange={() => pick(row)}
    />
  ),
});

function About({ row, standing, enter }: ColumnsWish & { readonly row: QueueRow }) {
  const { id, entityName, scheme, reasons, sample, hush } = row;
  return (
    <>
      <span id={linkIdOf(id)} className="queue-name" onFocus={() => enter(id)}>
        <Link to={`alerts/${id}`}>{entityName}</Link>
      </span>
      <span className="queue-marks">
        <b>{schemeWords(scheme)}</b>
        <News row={row} />
        {standing(id) === 'changed' && <Mark standing="waiting">刚由他人更新</Mark>}
        {standing(id) === 'gone' && <Mark standing="off">已不符合条件</Mark>}
        {hush !== null && <Mark standing="off">静默：{hush}</Mark>}
        {sample && <span className="soft">样例</span>}
      </span>
      {reasons.length > 0 && (
        <div className="queue-reasons" title={reasons.join('；')}>
          {reasons.join('；')}
        </div>
      )}
    </>
  );
}

/** What is new in an alert to whoever looks. */
function News({ row }: { readonly row: QueueRow }) {
  const { seenAt, freshPieces, changedAt } = row;
  if (seenAt === null) return <Mark standing="good">未看过</Mark>;
  if (freshPieces > 0) {
    const count = freshPieces >= 100 ? '99 条以上' : `${String(freshPieces)} 条`;
    return <Mark standing="waiting">{count}新线索</Mark>;
  }
  return changedAt > seenAt ? <Mark standing="waiting">看过之后有变化</Mark> : null;
}
