import { LEDGER_DUTIES, type DutyTally, type LedgerDuty, type UnitTally } from '@risk/cases';
import { groupBy } from '@risk/kit';

/** What a unit owed of one kind, and how it met it. */
export interface DutyRow extends DutyTally {
  readonly unit: string;
  readonly kind: string;
  readonly alerts: number;
}

/** What a unit found out. */
export interface FindingRow {
  readonly unit: string;
  readonly confirmed: number;
  readonly refuted: number;
}

/** How many found which verdict, of steps `c`. */
export const FOUND = `count(distinct c.alert_id) filter (where c.kind = 'confirmed')::int as confirmed,
    count(distinct c.alert_id) filter (where c.kind = 'refuted')::int as refuted`;

const NOTHING_OWED: DutyTally = { owed: 0, inTime: 0, late: 0, overdue: 0, pending: 0 };

/** The ledger of each unit that owed or found anything, and what else is known of what it owed; in order. */
export function unitTallies<Row extends DutyRow>(
  duties: readonly Row[],
  findings: readonly FindingRow[],
  also: (rows: readonly Row[]) => Partial<UnitTally> = () => ({}),
): UnitTally[] {
  const dutiesOf = groupBy(duties, (row) => row.unit);
  const findingOf = new Map(findings.map((row) => [row.unit, row]));
  const units = [...new Set([...dutiesOf.keys(), ...findingOf.keys()])].sort();
  return units.map((unit) => {
    const rows = dutiesOf.get(unit) ?? [];
    return { ...tallyOf(unit, rows, findingOf.get(unit)), ...also(rows) };
  });
}

/** Something of each kind of duty in the ledger, from its row; there is none where nothing was owed. */
export const byKind = <Row extends DutyRow, T>(
  rows: readonly Row[],
  of: (row: Row | undefined) => T,
): Readonly<Record<LedgerDuty, T>> =>
  Object.fromEntries(
    LEDGER_DUTIES.map((kind) => [kind, of(rows.find((row) => row.kind === kind))]),
  ) as Readonly<Record<LedgerDuty, T>>;

const tallyOf = (
  unit: string,
  rows: readonly DutyRow[],
  found: FindingRow | undefined,
): UnitTally => ({
  unit,
  received: rows.find(({ kind }) => kind === 'acknowledge')?.alerts ?? 0,
  duties: byKind(rows, countsOf),
  confirmed: found?.confirmed ?? 0,
  refuted: found?.refuted ?? 0,
});

function countsOf(row: DutyRow | undefined): DutyTally {
  if (!row) return NOTHING_OWED;
  const { owed, inTime, late, overdue, pending } = row;
  return { owed, inTime, late, overdue, pending };
}
