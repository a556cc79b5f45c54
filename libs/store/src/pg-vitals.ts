import type { FeedCount, PoolState, VitalSigns } from '@risk/domain';
import type { Database } from './database.js';

const FEEDS = `
  select feed, sum(stored)::float8 as stored, sum(duplicate)::float8 as duplicate,
    sum(dead_lettered)::float8 as "deadLettered"
  from intake_ledger group by feed order by feed
`;

const ALERTS = `
  select tier, sum(raised)::int as raised, sum(open)::int as open from (
    select to_tier as tier, count(*) as raised, 0 as open from alert_change where kind = 'raised' group by to_tier
    union all
    select tier, 0, count(*) from alert where status = 'open' group by tier
  ) counted group by tier order by tier
`;

const NOTICES = 'select state, count(*)::int as count from notice group by state order by state';

const since = (moment: string): string =>
  `extract(epoch from $1::timestamptz - min(${moment}))::float8`;

/** Each by its index: what is looked for are the few that wait. */
const QUEUES = `
  select
    (select ${since('not_before')} from notice where state = 'pending' and not_before <= $1) as "oldestDueNotice",
    (select count(*)::int from dead_letter where replayed_at is null) as "deadLetters",
    (select ${since('received_at')} from dead_letter where replayed_at is null) as "oldestDeadLetter",
    (select ${since('at')} from alert_change where published_at is null) as "oldestUntoldChange",
    (select count(*)::int from duty where done_at is null and void_at is null and due_at < $1) as "overdueDuties",
    (select size::float8 from audit_head) as "auditLines",
    (select count(*)::int from tip) as tips
`;

type Queues = Omit<VitalSigns, 'feeds' | 'alerts' | 'notices'>;

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
    const [feeds, alerts, notices, queues] = await Promise.all([
      this.database.rows<FeedCount>(FEEDS),
      this.database.rows<VitalSigns['alerts'][number]>(ALERTS),
      this.database.rows<VitalSigns['notices'][number]>(NOTICES),
      this.database.rows<Queues>(QUEUES, [now]),
    ]);
    const [line] = queues;
    if (!line) throw new Error('the vital signs have no line');
    const oldestUntoldChange = this.isTold ? line.oldestUntoldChange : null;
    return { ...line, oldestUntoldChange, feeds, alerts, notices };
  }
}
