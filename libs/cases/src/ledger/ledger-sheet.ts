import { chinaTime } from '@risk/kit';
import type { Ledger, LedgerLine } from './read-ledger.js';

/** A table as a spreadsheet takes it. */
export interface LedgerSheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly notes: readonly string[];
}

/** Every column; one line to add one. */
const COLUMNS: readonly (readonly [string, (line: LedgerLine) => string | number])[] = [
  ['单位', ({ name }) => name],
  ['收到预警', ({ received }) => received],
  ['应签收', ({ duties }) => duties.acknowledge.owed],
  ['按时签收', ({ duties }) => duties.acknowledge.inTime],
  ['逾期签收', ({ duties }) => duties.acknowledge.late],
  ['应反馈', ({ duties }) => duties.answer.owed],
  ['按时反馈', ({ duties }) => duties.answer.inTime],
  ['逾期反馈', ({ duties }) => duties.answer.late],
  ['应回执', ({ duties }) => duties.receipt.owed],
  ['按时回执', ({ duties }) => duties.receipt.inTime],
  ['会议等任务', ({ duties }) => duties.task.owed + duties.follow.owed],
  ['按时完成任务', ({ duties }) => duties.task.inTime + duties.follow.inTime],
  ['查实', ({ confirmed }) => confirmed],
  ['排除', ({ refuted }) => refuted],
  ['逾期未办', overdueOf],
  ['未到期', pendingOf],
];

/** Everything that is not done and should be. */
export function overdueOf({ duties }: LedgerLine): number {
  return Object.values(duties).reduce((sum, { overdue }) => sum + overdue, 0);
}

function pendingOf({ duties }: LedgerLine): number {
  return Object.values(duties).reduce((sum, { pending }) => sum + pending, 0);
}

/** The ledger as a table, with what has to be known to read it. */
export const ledgerSheet = ({ period, asOf, lines }: Ledger): LedgerSheet => ({
  name: '履职台账',
  columns: COLUMNS.map(([title]) => title),
  rows: lines.map((line) => COLUMNS.map(([, cell]) => cell(line))),
  notes: [
    `期间 ${period.from} 至 ${period.to}，按应办事项产生之日计；截至 ${chinaTime(asOf)}`,
    '已撤销的事项不计；没有列出的单位在期间内没有应办事项，也没有查实或排除',
    '期限为本地默认，非法定；暂停计时的事项计入未到期',
  ],
});
