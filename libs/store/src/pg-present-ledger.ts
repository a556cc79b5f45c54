import { UnitLedger, type LedgerQuestion, type UnitTally } from '@risk/cases';
import { COUNTED_DUTIES } from './counted-duties.js';
import type { Database } from './database.js';
import { byKind, FOUND, unitTallies, type DutyRow, type FindingRow } from './unit-tally.js';

/** $1 from, $2 to, $3 samples, $4 unit or null, $5 now: all as it stands, so that nothing of the past is looked up. */
const midnight = (day: string): string => `(${day}::timestamp at time zone 'Asia/Shanghai')`;
const within = (moment: string): string =>
  `${moment} >= ${midnight('$1::date')} and ${moment} < ${midnight('($2::date + 1)')} and ${moment} <= $5::timestamptz`;

const DUTIES = `
  select d.unit, d.kind, count(*)::int as owed,
    count(distinct d.alert_id)::int as alerts,
    count(*) filter (where d.done_at <= d.due_at)::int as "inTime",
    count(*) filter (where d.done_at > d.due_at)::int as late,
    count(*) filter (where d.done_at is null and d.paused_at is null and d.due_at < $5)::int as overdue,
    count(*) filter (where d.done_at is null and (d.paused_at is not null or d.due_at >= $5))::int as pending,
    (extract(epoch from percentile_cont(0.5) within group (order by d.done_at - d.opened_at)) / 3600)::float8 as hours
  from ${COUNTED_DUTIES} d
  where ($3 or not d.sample) and ($4::text is null or d.unit = $4) and ${within('d.opened_at')}
  group by d.unit, d.kind
`;

const FINDINGS = `
  select c.unit, ${FOUND}
  from alert_change c join alert a on a.id = c.alert_id
  where c.kind in ('confirmed', 'refuted') and c.unit is not null and ($3 or not a.sample)
    and ($4::text is null or c.unit = $4) and ${within('c.at')}
  group by c.unit
`;

interface TimedRow extends DutyRow {
  /** Half of what was done took no longer; null where nothing was done. */
  readonly hours: number | null;
}

/** The ledger of units as of now, with how long things took; the one of the past is `PgUnitLedger`. */
export class PgPresentLedger extends UnitLedger {
  constructor(private readonly database: Database) {
    super();
  }

  async read({ period, unit, samples, asOf }: LedgerQuestion): Promise<UnitTally[]> {
    const asked = [period.from, period.to, samples, unit, asOf];
    const [duties, findings] = await Promise.all([
      this.database.rows<TimedRow>(DUTIES, asked),
      this.database.rows<FindingRow>(FINDINGS, asked),
    ]);
    return unitTallies(duties, findings, (rows) => ({
      medianHours: byKind(rows, (row) => row?.hours ?? null),
    }));
  }
}
