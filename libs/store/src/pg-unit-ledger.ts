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

/** $1 from, $2 to, $3 samples, $4 unit or null: what was owed, and steps that were taken, in a period. */
const within = (moment: string): string =>
  `(${moment} at time zone 'Asia/Shanghai')::date between $1::date and $2::date`;
const wanted = (row: string): string => `($4::text is null or ${row}.unit = $4)`;

const DUTIES = `
  select d.unit, d.kind, count(*)::int as owed, count(distinct d.alert_id)::int as alerts,
    count(*) filter (where d.done_at <= d.due_at)::int as "inTime",
    count(*) filter (where d.done_at > d.due_at)::int as late,
    count(*) filter (where d.done_at is null and d.paused_at is null and d.due_at < $5)::int as overdue,
    count(*) filter (where d.done_at is null and (d.paused_at is not null or d.due_at >= $5))::int as pending
  from duty d left join alert a on a.id = d.alert_id
  where d.void_at is null and ${within('d.opened_at')} and ($3 or a.sample is not true) and ${wanted('d')}
  group by d.unit, d.kind
`;

const FINDINGS = `
  select c.unit, count(distinct c.alert_id) filter (where c.kind = 'confirmed')::int as confirmed,
    count(distinct c.alert_id) filter (where c.kind = 'refuted')::int as refuted
  from alert_change c join alert a on a.id = c.alert_id
  where c.kind in ('confirmed', 'refuted') and c.unit is not null and ${within('c.at')}
    and ($3 or not a.sample) and ${wanted('c')}
  group by c.unit
`;

interface DutyRow extends DutyTally {
  readonly unit: string;
  readonly kind: string;
  readonly alerts: number;
}

interface FindingRow {
  readonly unit: string;
  readonly confirmed: number;
  readonly refuted: number;
}

const NOTHING_OWED: DutyTally = { owed: 0, inTime: 0, late: 0, overdue: 0, pending: 0 };

/** The ledger of units, read from duties and from the log of alerts. */
export class PgUnitLedger extends UnitLedger {
  constructor(private readonly database: Database) {
    super();
  }

  async read({ period, unit, samples, now }: LedgerQuestion): Promise<UnitTally[]> {
    const asked = [period.from, period.to, samples, unit];
    const duties = await this.database.rows<DutyRow>(DUTIES, [...asked, now]);
    const findings = await this.database.rows<FindingRow>(FINDINGS, asked);
    const dutiesOf = groupBy(duties, (row) => row.unit);
    const findingOf = new Map(findings.map((row) => [row.unit, row]));
    const units = [...new Set([...dutiesOf.keys(), ...findingOf.keys()])].sort();
    return units.map((one) => tallyOf(one, dutiesOf.get(one) ?? [], findingOf.get(one)));
  }
}

function tallyOf(unit: string, rows: readonly DutyRow[], found: FindingRow | undefined): UnitTally {
  const rowOf = (kind: LedgerDuty) => rows.find((row) => row.kind === kind);
  const duties = Object.fromEntries(LEDGER_DUTIES.map((kind) => [kind, countsOf(rowOf(kind))]));
  return {
    unit,
    received: rowOf('acknowledge')?.alerts ?? 0,
    duties: duties as UnitTally['duties'],
    confirmed: found?.confirmed ?? 0,
    refuted: found?.refuted ?? 0,
  };
}

function countsOf(row: DutyRow | undefined): DutyTally {
  if (!row) return NOTHING_OWED;
  const { owed, inTime, late, overdue, pending } = row;
  return { owed, inTime, late, overdue, pending };
}
