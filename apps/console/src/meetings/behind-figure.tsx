import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { NamedDuty } from '../api/inbox.js';
import type { FindingLine } from '../api/meetings.js';
import { dutyWord } from '../desk/desk-words.js';
import { DutyMark } from '../desk/duty-mark.js';
import { SampleMark } from '../desk/sample-mark.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { Side } from '../shown/side.js';
import { When } from '../shown/when.js';
import { OUTCOMES, type Figure } from './ledger-figure.js';
import type { Period } from './ledger-periods.js';

interface BehindFigureProps {
  readonly figure: Figure;
  readonly period: Period;
  readonly samples: boolean;
}

/** What is behind a figure of the ledger, one a line. */
export function BehindFigure({ figure, period, samples }: BehindFigureProps) {
  const { change } = useAddress();
  const always = { ...period, unit: figure.unit, samples: String(samples) };
  return (
    <Side
      width={900}
      title={titleOf(figure)}
      close={() => change({ figure: null, unit: null, after: null, sort: null })}
    >
      {figure.of === 'duties' ? (
        <Duties always={{ ...always, ...wishOf(figure) }} />
      ) : (
        <Findings always={{ ...always, verdict: figure.verdict }} />
      )}
    </Side>
  );
}

const wishOf = ({ kind, outcome }: Figure & { of: 'duties' }): Readonly<Record<string, string>> =>
  kind === null ? { outcome } : { kind, outcome };

function titleOf(figure: Figure): string {
  if (figure.of === 'findings') return figure.verdict === 'confirmed' ? '查实的预警' : '排除的预警';
  const kind = figure.kind === null ? '全部事项' : dutyWord(figure.kind);
  return `${kind}：${OUTCOMES[figure.outcome] ?? ''}`;
}

interface Always {
  readonly always: Readonly<Record<string, string>>;
}

function Duties({ always }: Always) {
  const source = { path: 'ledger/duties', filters: [], usualSort: 'dueAt', always };
  const list = useList<NamedDuty>(source);
  return (
    <ListTable<NamedDuty>
      label="台账背后的应办事项"
      source={source}
      asked={list}
      columns={DUTIES}
      keyOf={({ id }) => id}
      empty="没有这样的事项"
    />
  );
}

const DUTIES: readonly ShownColumn<NamedDuty>[] = [
  { title: '状态', className: 'whole', cell: (duty) => <DutyMark duty={duty} /> },
  { title: '事项', className: 'whole', cell: ({ kind }) => dutyWord(kind) },
  {
    title: '事由',
    cell: ({ alertId, entityName, subject, sample }) => (
      <>
        {alertId !== null && <Link to={`alerts/${alertId}`}>{entityName ?? alertId}</Link>}
        <SampleMark sample={sample} />
        {subject !== '' && <span className="desk-sub">{subject}</span>}
      </>
    ),
  },
  {
    title: '产生',
    sort: 'openedAt',
    className: 'whole',
    cell: ({ openedAt }) => <When at={openedAt} />,
  },
  { title: '时限', sort: 'dueAt', className: 'whole', cell: ({ dueAt }) => <When at={dueAt} /> },
];

function Findings({ always }: Always) {
  const source = { path: 'ledger/findings', filters: [], usualSort: '-at', always };
  const list = useList<FindingLine>(source);
  return (
    <ListTable<FindingLine>
      label="台账背后的查实和排除"
      source={source}
      asked={list}
      columns={FINDINGS}
      keyOf={({ id }) => id}
      empty="没有这样的预警"
    />
  );
}

const FINDINGS: readonly ShownColumn<FindingLine>[] = [
  {
    title: '预警',
    cell: ({ alertId, entityName, sample }) => (
      <>
        <Link to={`alerts/${alertId}`}>{entityName}</Link>
        <SampleMark sample={sample} />
      </>
    ),
  },
  { title: '时间', sort: 'at', className: 'whole', cell: ({ at }) => <When at={at} /> },
  { title: '由谁', className: 'whole', cell: ({ by }) => by },
  { title: '理由', cell: ({ because }) => because },
];
