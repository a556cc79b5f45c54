import { LEDGER_DUTIES, type LedgerLine } from '@risk/cases';
import { Invalid } from '@risk/kit';

const OUTCOMES = ['owed', 'inTime', 'late', 'overdue'] as const;

type Value = (line: LedgerLine) => number | string;

/** All by which a ledger can stand, by the name of its figure: `received`, `answer-late`, `answer-hours`. */
const VALUES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['name', ({ name }) => name],
  ['received', ({ received }) => received],
  ['confirmed', ({ confirmed }) => confirmed],
  ['refuted', ({ refuted }) => refuted],
  ...LEDGER_DUTIES.flatMap((kind) => [
    ...OUTCOMES.map((outcome): [string, Value] => [
      `${kind}-${outcome}`,
      ({ duties }) => duties[kind][outcome],
    ]),
    // Where nothing was done there is no time: it stands below the shortest.
    [`${kind}-hours`, ({ medianHours }) => medianHours?.[kind] ?? -1] as [string, Value],
  ]),
]);

/** What may be asked of the order of a ledger. */
export const LEDGER_ORDERS: readonly string[] = [...VALUES.keys()].flatMap((name) => [
  name,
  `-${name}`,
]);

const CHINESE = new Intl.Collator('zh-CN');

/** The lines of a ledger in an order; as the register of units has them when none is asked for. */
export function inOrder(lines: readonly LedgerLine[], order: string | null): readonly LedgerLine[] {
  if (order === null) return lines;
  const isDescending = order.startsWith('-');
  const valueOf = VALUES.get(isDescending ? order.slice(1) : order);
  if (!valueOf) throw new Invalid(`sort：台账不能按“${order}”排序`);
  const way = isDescending ? -1 : 1;
  return [...lines].sort((a, b) => way * compare(valueOf(a), valueOf(b)));
}

const compare = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : CHINESE.compare(String(a), String(b));
