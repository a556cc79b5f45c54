import {
  NoticeOutbox,
  type LeasedNotice,
  type LeaseWish,
  type OutboxFigures,
  type Said,
  type Settlement,
} from '@risk/alerting';
import { groupBy } from '@risk/kit';
import { columnsOf } from './bulk.js';
import type { Database } from './database.js';
import { GATHER } from './gather-digests.js';
import { enclosuresOf } from './bulletins/enclosures.js';
import { DETAILS, ITEMS, leasedNotice, type DetailRow, type ItemRow } from './leased-notices.js';
import { effectiveTier } from './person-tiers.js';
import { Together } from './together.js';

/** What lies due at `$1`. */
const DUE = `((n.state = 'pending' and n.not_before <= $1) or (n.state = 'leased' and n.lease_until < $1))`;

const DUE_CHANNELS = `select distinct n.channel from notice n where ${DUE}`;

/** The most urgent first, found by state with SKIP LOCKED; polling by id would lose a late commit. */
const LEASE = `
  with due as (
    select n.id from notice n left join alert a on a.id = n.alert_id
    where n.channel = $2 and ${DUE}
    order by n.id = $5 nulls first, n.kind = 'flood' desc,
      array_position(array['red', 'orange', 'yellow'], ${effectiveTier('a')}), n.not_before, n.id
    limit $3
    for update of n skip locked
  ), ranked as (select due.id, row_number() over () as place from due)
  update notice n set state = 'leased', attempt = n.attempt + 1, lease_until = $4
  from ranked where n.id = ranked.id
  returning n.id, n.kind, ranked.place::int
`;

/** What a notice of no alert says was put down when it was made; it stays. */
const BEGIN = `
  with begun as (
    update notice n set state = 'sending', lease_until = t.until, told_change = t.change, told_tier = t.tier,
      subject = case when n.kind in ('flood', 'bulletin') then n.subject else t.subject end,
      body = case when n.kind in ('flood', 'bulletin') then n.body else t.body end
    from unnest($1::bigint[], $2::int[], $3::timestamptz[], $4::text[], $5::text[], $6::bigint[], $7::text[])
      as t (id, attempt, until, subject, body, change, tier)
    where n.id = t.id and n.attempt = t.attempt and n.state = 'leased' returning n.id
  ), items as (
    update notice n set told_change = t.change, told_tier = t.tier
    from unnest($8::bigint[], $9::bigint[], $10::text[]) as t (id, change, tier)
    where n.id = t.id and n.digest_id in (select id from begun)
  )
  select id from begun
`;

/**
 * Ends leases. That a notice was sent may also be told late, when it was taken for unknown meanwhile. What
 * lies in a digest shares its fate.
 */
const SETTLE = `
  with told as (
    select * from unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[])
      as t (id, attempt, state, detail, not_before, at)
  ), settled as (
    update notice n set state = t.state, detail = t.detail, not_before = coalesce(t.not_before, n.not_before),
      lease_until = null, settled_at = case when t.state = 'pending' then n.settled_at else t.at end
    from told t
    where n.id = t.id and n.attempt = t.attempt
      and (n.state in ('leased', 'sending') or (n.state = 'unknown' and t.state = 'sent'))
    returning n.id
  ), items as (
    update notice n set state = t.state, detail = t.detail, settled_at = t.at
    from told t join settled s on s.id = t.id
    where n.digest_id = t.id and t.state <> 'pending'
  )
  select id from settled
`;

/** As if it had never been leased; nobody else can hold the number, since only its holder gives it back. */
const GIVE_BACK = `
  update notice n set state = 'pending', attempt = n.attempt - 1, lease_until = null, detail = $3
  from unnest($1::bigint[], $2::int[]) as t (id, attempt)
  where n.id = t.id and n.attempt = t.attempt and n.state in ('leased', 'sending')
`;

const DECLARE_LOST = `
  with lost as (
    update notice set state = 'unknown', lease_until = null, settled_at = $1,
      detail = '发送途中进程中断，对方可能已经收到，请人工核实后再决定是否重发'
    where state = 'sending' and lease_until < $1
    returning id, detail
  ), items as (
    update notice n set state = 'unknown', settled_at = $1, detail = lost.detail
    from lost where n.digest_id = lost.id
  )
  select id from lost
`;

const FIGURES = `
  select
    (select count(*)::int from notice where state = 'unknown' and digest_id is null) as unknown,
    (select coalesce(jsonb_object_agg(channel, n), '{}') from (
      select channel, count(*) as n from notice where state in ('pending', 'leased') group by channel
    ) waiting) as waiting
`;

/** A notice that is about to be sent. */
interface Beginning {
  readonly notice: LeasedNotice;
  readonly said: Said;
  readonly until: Date;
}

/** A notice whose lease ends. */
interface Ending {
  readonly notice: LeasedNotice;
  readonly settlement: Settlement;
  readonly at: Date;
}

/** What PostgreSQL would refuse must not keep others of the same statement from being kept. */
const storable = (text: string): string => text.replaceAll('\0', '');

/** The outbox in PostgreSQL; the attempt number is the fencing token of a lease. */
export class PgNoticeOutbox extends NoticeOutbox {
  private readonly beginnings = new Together<Beginning, boolean>((all) => this.beginAll(all));
  private readonly settlements = new Together<Ending, boolean>((all) => this.settleAll(all));

  constructor(private readonly database: Pick<Database, 'rows'>) {
    super();
  }

  async dueChannels(now: Date): Promise<string[]> {
    const rows = await this.database.rows<{ channel: string }>(DUE_CHANNELS, [now]);
    return rows.map(({ channel }) => channel);
  }

  async lease({ channel, limit, last, now, until }: LeaseWish): Promise<LeasedNotice[]> {
    const values = [now, channel, limit, until, last];
    const rows = await this.database.rows<{ id: string; kind: string; place: number }>(
      LEASE,
      values,
    );
    const inOrder = rows.sort((a, b) => a.place - b.place);
    return inOrder.length === 0 ? [] : this.detailsOf(inOrder);
  }

  begin(notice: LeasedNotice, said: Said, until: Date): Promise<boolean> {
    return this.beginnings.do({ notice, said, until });
  }

  settle(notice: LeasedNotice, settlement: Settlement, at: Date): Promise<boolean> {
    return this.settlements.do({ notice, settlement, at });
  }

  async giveBack(notices: readonly LeasedNotice[], why: string): Promise<void> {
    const ids = notices.map(({ id }) => id);
    const attempts = notices.map(({ attempt }) => attempt);
    await this.database.rows(GIVE_BACK, [ids, attempts, storable(why)]);
  }

  async declareLost(now: Date): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(DECLARE_LOST, [now]);
    return rows.map(({ id }) => id);
  }

  async gather(now: Date, most: number): Promise<number> {
    const step = `digest:${now.toISOString()}`;
    const rows = await this.database.rows(GATHER, [now, step, most]);
    return rows.length;
  }

  async figures(): Promise<OutboxFigures> {
    const [row] = await this.database.rows<{ unknown: number; waiting: Record<string, number> }>(
      FIGURES,
    );
    return { unknown: row?.unknown ?? 0, waiting: new Map(Object.entries(row?.waiting ?? {})) };
  }

  private async beginAll(all: readonly Beginning[]): Promise<boolean[]> {
    const heads = all.map(({ notice: { id, attempt, alert }, said, until }) => [
      id,
      attempt,
      until,
      storable(said.subject),
      storable(said.body),
      alert?.knownTo ?? null,
      alert && (alert.personTier ?? alert.tier),
    ]);
    const items = all
      .flatMap(({ notice }) => notice.items)
      .map(({ noticeId, knownTo, alert }) => [noticeId, knownTo, alert.personTier ?? alert.tier]);
    const values = [...columnsOf(heads, 7), ...columnsOf(items, 3)];
    return this.doneOf(all, await this.database.rows<{ id: string }>(BEGIN, values));
  }

  private async settleAll(all: readonly Ending[]): Promise<boolean[]> {
    const ends = all.map(({ notice: { id, attempt }, settlement, at }) => [
      id,
      attempt,
      settlement.state,
      storable(settlement.state === 'sent' ? settlement.where : settlement.why),
      settlement.state === 'pending' ? settlement.notBefore : null,
      at,
    ]);
    return this.doneOf(all, await this.database.rows<{ id: string }>(SETTLE, columnsOf(ends, 6)));
  }

  private doneOf(
    all: readonly { readonly notice: LeasedNotice }[],
    rows: readonly { readonly id: string }[],
  ): boolean[] {
    const done = new Set(rows.map(({ id }) => id));
    return all.map(({ notice }) => done.has(notice.id));
  }

  /** In the order in which they were leased. */
  private async detailsOf(
    leased: readonly { readonly id: string; readonly kind: string }[],
  ): Promise<LeasedNotice[]> {
    const ids = leased.map(({ id }) => id);
    const details = await this.database.rows<DetailRow>(DETAILS, [ids]);
    const digests = leased.flatMap(({ id, kind }) => (kind === 'digest' ? [id] : []));
    const items = digests.length === 0 ? [] : await this.database.rows<ItemRow>(ITEMS, [digests]);
    const enclosureOf = await enclosuresOf(this.database, details);
    const itemsOf = groupBy(items, (item) => item.digestId);
    const byId = new Map(details.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row ? [leasedNotice(row, itemsOf.get(id) ?? [], enclosureOf.get(id) ?? null)] : [];
    });
  }
}
