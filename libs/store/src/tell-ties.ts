import type { PoolClient } from 'pg';
import type { TieKind, ToldTies } from '@risk/domain';
import { columnsOf } from './bulk.js';

/**
 * A line without a value says that its kind was told and holds nothing that ties. What stands is read
 * once: left to itself the planner looks through all ties of a kind for each line.
 */
const TELL = `
  with told as (
    select * from unnest($1::bigint[], $2::text[], $3::text[]) as t (entity_id, kind, value)
  ),
  stands as materialized (
    select tie.*
    from (select distinct entity_id from told) one
    cross join lateral (
      select ctid as place, entity_id, kind, value from entity_tie
      where entity_id = one.entity_id and ended_at is null offset 0
    ) tie
  ),
  ended as (
    update entity_tie tie set ended_at = $4
    from stands s
    where tie.ctid = s.place
      and exists (select from told t where t.entity_id = s.entity_id and t.kind = s.kind)
      and not exists (
        select from told t where t.entity_id = s.entity_id and t.kind = s.kind and t.value = s.value
      )
  )
  insert into entity_tie (entity_id, kind, value, known_at)
  select t.entity_id, t.kind, t.value, $4 from told t
  where t.value is not null and not exists (
    select from stands s where s.entity_id = t.entity_id and s.kind = t.kind and s.value = t.value
  )
`;

/** What registrations of a batch tell of one entity. */
export interface TiesOfEntity {
  readonly entityId: string;
  readonly ties: ToldTies;
}

/** Writes down new ties and ends those that were replaced, in one statement; the entities are locked. */
export async function tellTies(
  client: PoolClient,
  told: readonly TiesOfEntity[],
  at: Date,
): Promise<void> {
  const rows = told.flatMap(({ entityId, ties }) =>
    linesOf(ties).map(([kind, value]) => [entityId, kind, value]),
  );
  if (rows.length > 0) await client.query(TELL, [...columnsOf(rows, 3), at]);
}

function linesOf(ties: ToldTies): [TieKind, string | null][] {
  return (Object.keys(ties) as TieKind[]).flatMap((kind): [TieKind, string | null][] => {
    const values = ties[kind] ?? [];
    return values.length === 0 ? [[kind, null]] : values.map((value) => [kind, value]);
  });
}
