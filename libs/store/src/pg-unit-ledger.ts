import { UnitLedger, type LedgerQuestion, type UnitTally } from '@risk/cases';
import { COUNTS } from './counted-duties.js';
import type { Database } from './database.js';
import { dueThen, pausedThen } from './duty-then.js';
import { FOUND, unitTallies, type DutyRow, type FindingRow } from './unit-tally.js';

/**
 * $1 from, $2 to, $3 samples, $4 unit or null, $5 the moment before which something is known: what was owed,
 * and steps that were taken, in a period.
 */
const AS_OF = '$5::timestamptz';
const within = (moment: string): string =>
  `(${moment} at time zone 'Asia/Shanghai')::date between $1::date and $2::date`;
const wanted = (row: string): string => `($4::text is null or ${row}.unit = $4)`;

const DUTIES = `
  select unit, kind, count(*)::int as owed, count(distinct alert_id)::int as alerts,
    count(*) filter (where done_at <= due)::int as "inTime",
    count(*) filter (where done_at > due)::int as late,
    count(*) filter (where done_at is null and not paused and due < ${AS_OF})::int as overdue,
    count(*) filter (where done_at is null and (paused or due >= ${AS_OF}))::int as pending
  from (
    select d.unit, d.kind, d.alert_id, case when d.done_at < ${AS_OF} then d.done_at end as done_at,
      ${dueThen(AS_OF)} as due, ${pausedThen(AS_OF)} as paused
    from duty d left join alert a on a.id = d.alert_id
    where d.opened_at < ${AS_OF} and (d.void_at >= ${AS_OF} or ${COUNTS})
      and ${within('d.opened_at')} and ($3 or a.sample is not true) and ${wanted('d')}
  ) owed
  group by unit, kind
`;

const FINDINGS = `
  select c.unit, ${FOUND}
  from alert_change c join alert a on a.id = c.alert_id
  where c.kind in ('confirmed', 'refuted') and c.unit is not null and ${within('c.at')}
    and c.at < ${AS_OF} and ($3 or not a.sample) and ${wanted('c')}
  group by c.unit
`;

/** The ledger of units, read from duties and from the log of alerts. */
export class PgUnitLedger extends UnitLedger {
  constructor(private readonly database: Database) {
    super();
  }

  async read({ period, unit, samples, asOf }: LedgerQuestion): Promise<UnitTally[]> {
    const asked = [period.from, period.to, samples, unit, asOf];
    const duties = await this.database.rows<DutyRow>(DUTIES, asked);
    const findings = await this.database.rows<FindingRow>(FINDINGS, asked);
    return unitTallies(duties, findings);
  }
}
