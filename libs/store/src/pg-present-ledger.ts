import {
  LEDGER_DUTIES,
  UnitLedger,
  type DutyTally,
  type LedgerDuty,
  type LedgerQuestion,
  type UnitTally,
} from '@risk/cases';
import { groupBy } from '@risk/kit';
import type { Database } from './database.js';

/** $1 from, $2 to, $3 samples, $4 unit or null, $5 now: all as it stands, so that nothing of the past is looked up. */
const midnight = (day: string): string => `(${day}::timestamp at time zone 'Asia/Shanghai')`;
const within = (moment: string): string =>
  `${moment} >= ${midnight('$1::date')} and ${moment} < ${midnight('($2::date + 1)')} and ${moment} <= $5::timestamptz`;

const DUTIES = `
  select d.unit, d.kind, count(*)::int as owed,
    count(distinct d.alert_id) filter (where d.kind = 'acknowledge')::int as alerts,
    count(*) filter (where d.done_at <= d.due_at)::int as "inTime",
    count(*) filter (where d.done_at > d.due_at)::int as late,
    count(*) filter (where d.done_at is null and d.paused_at is null and d.due_at < $5)::int as overdue,
    count(*) filter (where d.done_at is null and (d.paused_at is not null or d.due_at >= $5))::int as pending,
    (percentile_cont(0.5) within group (order by extract(epoch from d.done_at - d.opened_at)) / 3600)::float8 as hours
  from duty d
  where d.void_at is null and ($3 or not d.sample) and ($4::text is null or d.unit = $4) and ${within('d.opened_at')}
  group by d.unit, d.kind
`;

const FINDINGS = `
  select c.unit, count(distinct c.alert_id) filter (where c.kind = 'confirmed')::int as confirmed,
    count(distinct c.alert_id) filter (where c.kind = 'refuted')::int as refuted
  from alert_change c join alert a on a.id = c.alert_id
  where c.kind in ('confirmed', 'refuted') and c.unit is not null and ($3 or not a.sample)
    and ($4::text is null or c.unit = $4) and ${within('c.at')}
  group by c.unit
`;

interface DutyRow extends DutyTally {
  readonly unit: string;
  readonly kind: string;
  readonly alerts: number;
  /** Half of what was done took no longer; null where nothing was done. */
  readonly hours: number | null;
}

interface FindingRow {
  readonly unit: string;
  readonly confirmed: number;
  readonly refuted: number;
}

const NOTHING_OWED: DutyTally = { owed: 0, inTime: 0, late: 0, overdue: 0, pending: 0 };

/** The ledger of units as of now, with how long things took; the one of the past is `PgUnitLedger`. */
export class PgPresentLedger extends UnitLedger {
  constructor(private readonly database: Database) {
    super();
  }

  async read({ period, unit, samples, asOf }: LedgerQuestion): Promise<UnitTally[]> {
    const asked = [period.from, period.to, samples, unit, asOf];
    const [duties, findings] = await Promise.all([
      this.database.rows<DutyRow>(DUTIES, asked),
      this.database.rows<FindingRow>(FINDINGS, asked),
    ]);
    const dutiesOf = groupBy(duties, (row) => row.unit);
    const findingOf = new Map(findings.map((row) => [row.unit, row]));
    const units = [...new Set([...dutiesOf.keys(), ...findingOf.keys()])].sort();
    return units.map((one) => tallyOf(one, dutiesOf.get(one) ?? [], findingOf.get(one)));
  }
}

function tallyOf(unit: string, rows: readonly DutyRow[], found: FindingRow | undefined): UnitTally {
  const rowOf = (kind: LedgerDuty) => rows.find((row) => row.kind === kind);
  const byKind = <T>(of: (row: DutyRow | undefined) => T): Readonly<Record<LedgerDuty, T>> =>
    Object.fromEntries(LEDGER_DUTIES.map((kind) => [kind, of(rowOf(kind))])) as Readonly<
      Record<LedgerDuty, T>
    >;
  return {
    unit,
    received: rowOf('acknowledge')?.alerts ?? 0,
    duties: byKind(countsOf),
    medianHours: byKind((row) => row?.hours ?? null),
    confirmed: found?.confirmed ?? 0,
    refuted: found?.refuted ?? 0,
  };
}

function countsOf(row: DutyRow | undefined): DutyTally {
  if (!row) return NOTHING_OWED;
  const { owed, inTime, late, overdue, pending } = row;
  return { owed, inTime, late, overdue, pending };
}
