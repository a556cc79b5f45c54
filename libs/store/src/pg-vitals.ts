import type { FeedCount, PoolState, VitalSigns } from '@risk/domain';
import { MOST_COUNTED } from '@risk/kit';
import type { Database } from './database.js';
import { effectiveTier } from './person-tiers.js';

const FEEDS = `
  select feed, sum(stored)::float8 as stored, sum(duplicate)::float8 as duplicate,
    sum(dead_lettered)::float8 as "deadLettered"
  from intake_ledger group by feed order by feed
`;

const ALERTS = `
  select tier, sum(raised)::int as raised, sum(open)::int as open from (
    select to_tier as tier, count(*) as raised, 0 as open from alert_change where kind = 'raised' group by to_tier
    union all
    select ${effectiveTier('a')}, 0, count(*) from alert a where a.status = 'open' group by 1
  ) counted group by tier order by tier
`;

const NOTICES = 'select state, count(*)::int as count from notice group by state order by state';

const since = (moment: string): string =>
  `extract(epoch from $1::timestamptz - min(${moment}))::float8`;

/** Time does not run against what is paused. */
const RUNNING = 'done_at is null and void_at is null and paused_at is null';

/** Each by its index: what is looked for are the few that wait. */
const QUEUES = `
  select
    (select ${since('not_before')} from notice where state = 'pending' and not_before <= $1) as "oldestDueNotice",
    (select count(*)::int from dead_letter where replayed_at is null) as "deadLetters",
    (select ${since('received_at')} from dead_letter where replayed_at is null) as "oldestDeadLetter",
    (select count(*)::int from duty where ${RUNNING} and due_at < $1) as "overdueDuties",
    (select size::float8 from audit_head) as "auditLines",
    (select count(*)::int from tip) as tips
`;

/** Only where changes are told to others: elsewhere every change there ever was waits, and nobody for it. */
const UNTOLD = `
  select
    (select count(*)::int from (
      select from alert_change where published_at is null limit ${MOST_COUNTED}
    ) untold) as "untoldChanges",
    (select extract(epoch from $1::timestamptz - at)::float8 from alert_change
      where published_at is null order by id limit 1) as "oldestUntoldChange"
`;
const NOBODY_ASKS = { untoldChanges: 0, oldestUntoldChange: null };

type Untold = Pick<VitalSigns, 'untoldChanges' | 'oldestUntoldChange'>;
type Queues = Omit<VitalSigns, 'feeds' | 'alerts' | 'notices' | keyof Untold>;

/** How the house is, asked of PostgreSQL. */
export class PgVitals {
  constructor(
    private readonly database: Database,
    /** Whether changes of alerts are told to other systems at all. */
    private readonly isTold: boolean,
  ) {}

  pool(): PoolState {
    return this.database.pool();
  }

  async read(now: Date): Promise<VitalSigns> {
    const [feeds, alerts, notices, queues, untold] = await Promise.all([
      this.database.rows<FeedCount>(FEEDS),
      this.database.rows<VitalSigns['alerts'][number]>(ALERTS),
      this.database.rows<VitalSigns['notices'][number]>(NOTICES),
      this.database.rows<Queues>(QUEUES, [now]),
      this.isTold ? this.database.rows<Untold>(UNTOLD, [now]) : [NOBODY_ASKS],
    ]);
    const [line] = queues;
    if (!line) throw new Error('the vital signs have no line');
    return { ...line, ...(untold[0] ?? NOBODY_ASKS), feeds, alerts, notices };
  }
}
