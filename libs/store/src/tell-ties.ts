import type { PoolClient } from 'pg';
import type { TieKind, ToldTies } from '@risk/domain';
import { columnsOf } from './bulk.js';

/** A line without a value says that its kind was told and holds nothing that ties. */
const TELL = `
  with told as (
    select * from unnest($1::bigint[], $2::text[], $3::text[]) as t (entity_id, kind, value)
  ),
  ended as (
    update entity_tie tie set ended_at = $4
    from (select distinct entity_id, kind from told) t
    where tie.entity_id = t.entity_id and tie.kind = t.kind and tie.ended_at is null
      and not exists (
        select from told same
        where same.entity_id = tie.entity_id and same.kind = tie.kind and same.value = tie.value
      )
  )
  insert into entity_tie (entity_id, kind, value, known_at)
  select entity_id, kind, value, $4 from told
  where value is not null and not exists (
    select from entity_tie stands
    where stands.entity_id = told.entity_id and stands.kind = told.kind
      and stands.value = told.value and stands.ended_at is null
  )
  on conflict on constraint entity_tie_once do update set ended_at = null
`;

/** What registrations of a batch tell of one entity. */
export interface TiesOfEntity {
  readonly entityId: string;
  readonly ties: ToldTies;
}

/** Writes down new ties and ends those that were replaced, in one statement; one line an entity. */
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
