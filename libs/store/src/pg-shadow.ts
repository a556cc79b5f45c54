import type { IndexReason, Tier } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import { columnsOf } from './bulk.js';
import type { Database } from './database.js';
import { clientOf } from './pg-unit-of-work.js';

/** So many points are more than a rounding or a day's fading. */
const CLEARLY = 5;

/** How an entity stands under an edition that runs in shadow, beside how it stands now. */
export interface ShadowVerdict {
  readonly entityId: string;
  readonly score: number;
  readonly tier: Tier;
  readonly scoreNow: number;
  readonly tierNow: Tier;
  readonly reasons: readonly IndexReason[];
}

/** How far a shadow has come. */
export interface ShadowProgress {
  readonly records: number;
  readonly seenUntil: Date;
}

/** The records that came since a shadow last looked, and whom they concern. */
export interface ShadowNews {
  readonly records: number;
  readonly seenUntil: Date;
  readonly roots: readonly string[];
}

const BEGIN = `
  insert into shadow_progress (edition_id, records, seen_until) values ($1, 0, $2)
  on conflict (edition_id) do nothing
`;

const NEWS = `
  with fresh as (
    select record_id, assessed_at from assessment where assessed_at > $1 and assessed_at <= $2
    order by assessed_at limit $3
  ),
  edge as (select count(*)::int as records, max(assessed_at) as seen_until from fresh),
  whole as (
    select a.record_id from assessment a, edge where a.assessed_at > $1 and a.assessed_at <= edge.seen_until
  )
  select edge.records, edge.seen_until as "seenUntil", array(
    select distinct m.root_id::text
    from whole join entity_link l on l.record_id = whole.record_id and l.role <> 'publisher'
    join entity m on m.id = l.entity_id
  ) as roots
  from edge
`;

const KEEP = `
  insert into shadow_verdict (edition_id, entity_id, at, score, tier, score_now, tier_now, reasons)
  select $1, t.entity_id, $2, t.score, t.tier, t.score_now, t.tier_now, t.reasons
  from unnest($3::bigint[], $4::float8[], $5::text[], $6::float8[], $7::text[], $8::jsonb[])
    as t (entity_id, score, tier, score_now, tier_now, reasons)
  on conflict on constraint shadow_verdict_once do update set at = excluded.at, score = excluded.score,
    tier = excluded.tier, score_now = excluded.score_now, tier_now = excluded.tier_now, reasons = excluded.reasons
`;

/** Shadows in PostgreSQL: what an edition would say of whom the incoming records concern. */
export class PgShadow {
  constructor(private readonly database: Database) {}

  /** How far it has come, held until the transaction ends; null while another process is at it. */
  async hold(tx: Transaction, editionId: string, since: Date): Promise<ShadowProgress | null> {
    const client = clientOf(tx);
    await client.query(BEGIN, [editionId, since]);
    const { rows } = await client.query<ShadowProgress>(
      `select records::int, seen_until as "seenUntil" from shadow_progress where edition_id = $1
       for update skip locked`,
      [editionId],
    );
    return rows[0] ?? null;
  }

  /** At most so many new records, whole moments at a time. */
  async news(since: Date, until: Date, most: number): Promise<ShadowNews | null> {
    const [row] = await this.database.rows<ShadowNews>(NEWS, [since, until, most]);
    return row && row.records > 0 ? row : null;
  }

  async keep(
    tx: Transaction,
    editionId: string,
    verdicts: readonly ShadowVerdict[],
    { records, seenUntil }: Pick<ShadowNews, 'records' | 'seenUntil'>,
    at: Date,
  ): Promise<void> {
    const client = clientOf(tx);
    const rows = verdicts.map((v) => [
      v.entityId,
      v.score,
      v.tier,
      v.scoreNow,
      v.tierNow,
      JSON.stringify(v.reasons),
    ]);
    if (rows.length > 0) await client.query(KEEP, [editionId, at, ...columnsOf(rows, 6)]);
    await client.query(
      'update shadow_progress set records = records + $2, seen_until = $3 where edition_id = $1',
      [editionId, records, seenUntil],
    );
  }

  /** Entities whose tier would be another one, or whose index clearly so; the graver first. */
  differences(
    editionId: string,
  ): Promise<(ShadowVerdict & { readonly name: string; readonly at: Date })[]> {
    return this.database.rows(
      `select s.entity_id as "entityId", e.name, s.at, s.score, s.tier, s.score_now as "scoreNow",
         s.tier_now as "tierNow", s.reasons
       from shadow_verdict s join entity e on e.id = s.entity_id
       where s.edition_id = $1 and (s.tier <> s.tier_now or abs(s.score - s.score_now) >= ${CLEARLY})
       order by greatest(s.score, s.score_now) desc, s.entity_id limit 1000`,
      [editionId],
    );
  }

  async progress(
    editionId: string,
  ): Promise<(ShadowProgress & { readonly entities: number }) | null> {
    const [row] = await this.database.rows<ShadowProgress & { readonly entities: number }>(
      `select p.records::int, p.seen_until as "seenUntil",
         (select count(*)::int from shadow_verdict s where s.edition_id = p.edition_id) as entities
       from shadow_progress p where p.edition_id = $1`,
      [editionId],
    );
    return row ?? null;
  }
}
