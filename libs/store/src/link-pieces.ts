import type { PoolClient } from 'pg';
import type { ParsedItem } from '@risk/intake';
import type { VersionPlan } from './plan-versions.js';

const NOTE_RELATIONS = `
  insert into record_relation (source, related_id, record_id)
  select r.source, k.related_id, r.id
  from unnest($1::text[], $2::text[], $3::text[]) as k (source, source_id, related_id)
  join record r on r.source = k.source and r.source_id = k.source_id and r.current
  on conflict do nothing
`;

/** News of a piece stays in the group of the version that it replaces. */
const SUCCEED = `
  update record news set piece_of = coalesce(old.piece_of, old.id)
  from record old
  where old.id = any ($1) and news.source = old.source and news.source_id = old.source_id and news.current
`;

/**
 * Groups that a relation of these pieces ties together: each goes over to the lowest one. A group is
 * named after the row that all its others point to with piece_of.
 */
const TIES = `
  select greatest(a, b) as gone, min(least(a, b)) as stays
  from (
    select coalesce(me.piece_of, me.id) as a, coalesce(named.piece_of, named.id) as b
    from unnest($3::text[], $4::text[]) as k (source, source_id)
    join record me on me.source = k.source and me.source_id = k.source_id and me.current
    join record_relation x on x.record_id = me.id
    join record named on named.source = x.source and named.source_id = x.related_id and named.current
    union
    select coalesce(me.piece_of, me.id), coalesce(namer.piece_of, namer.id)
    from unnest($1::text[], $2::text[]) as k (source, source_id)
    join record_relation x on x.source = k.source and x.related_id = k.source_id
    join record namer on namer.id = x.record_id
    join record me on me.source = k.source and me.source_id = k.source_id and me.current
  ) tie
  where a <> b group by greatest(a, b)
`;

const MOVE = `
  update record r set piece_of = move.stays
  from (
    select m.stays, r.id from unnest($1::bigint[], $2::bigint[]) as m (gone, stays) join record r on r.id = m.gone
    union all
    select m.stays, r.id from unnest($1::bigint[], $2::bigint[]) as m (gone, stays) join record r on r.piece_of = m.gone
  ) move
  where r.id = move.id
`;

/** A batch that ties more groups in one chain than this is finished by the next piece of the group. */
const MOST_ROUNDS = 16;

/** Joins repeated and merged pieces, so that later counting is by person and not by piece. */
export async function linkPieces(
  client: PoolClient,
  items: readonly ParsedItem[],
  plan: readonly VersionPlan[],
): Promise<void> {
  const fresh = items.filter((item, i) => plan[i]?.isNew && item.record.feed === 'complaint');
  if (fresh.length === 0) return;
  await noteRelations(client, fresh);
  const replaced = plan.flatMap((step) => step.replaces ?? []);
  if (replaced.length > 0) await client.query(SUCCEED, [replaced]);
  const keys = [...keysOf(fresh), ...keysOf(fresh.filter((i) => i.record.related.length > 0))];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { rows } = await client.query<{ gone: string; stays: string }>(TIES, keys);
    if (rows.length === 0) return;
    await client.query(MOVE, [rows.map((r) => r.gone), rows.map((r) => r.stays)]);
  }
}

const keysOf = (items: readonly ParsedItem[]): string[][] => [
  items.map((i) => i.record.source),
  items.map((i) => i.record.sourceId),
];

async function noteRelations(client: PoolClient, fresh: readonly ParsedItem[]): Promise<void> {
  const relations = fresh.flatMap(({ record }) =>
    record.related.map((id) => [record.source, record.sourceId, id] as const),
  );
  if (relations.length === 0) return;
  await client.query(
    NOTE_RELATIONS,
    [0, 1, 2].map((at) => relations.map((row) => row[at])),
  );
}
