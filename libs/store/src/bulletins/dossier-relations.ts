import type { CordKind, DossierCord, DossierKnot, DossierRelations } from '@risk/bulletins';
import { MOST_RELATED, TIERS, type Tier } from '@risk/domain';
import { groupBy, uniqueBy } from '@risk/kit';
import type { Database } from '../database.js';
import { counts } from '../entity-relations.js';

/** More than these a picture cannot hold. */
export const MOST_KNOTS = 24;

/** Each of the roots $1 with all that was part of it at $2. */
const MEMBERS = `
  with recursive member (root, id) as (
    select id, id from unnest($1::bigint[]) as start (id)
    union
    select member.root, m.member_id from entity_merge m join member on m.into_id = member.id
    where m.merged_at <= $2 and (m.undone_at is null or m.undone_at > $2)
  )
`;

/**
 * Who shares a key with each of the roots. A branch names its parent, so a tie `parent` leads to name keys
 * and a name key to the ties of branches. What very many bear relates nobody, branches apart.
 */
const TIED = `
  ${MEMBERS},
  key as (
    select distinct member.root, tie.kind, tie.value
    from member join entity_tie tie on tie.entity_id = member.id and ${counts('tie')}
    union
    select distinct member.root, case k.kind when 'name' then 'branch' else k.kind end, k.value
    from member join entity_key k on k.entity_id = member.id
    where k.kind in ('phone', 'name') and k.known_at <= $2
  ),
  bearer as (
    select key.root, key.kind, key.value, b.entity_id,
      count(*) over (partition by key.root, key.kind, key.value) as bearers
    from key cross join lateral (
      (
        select distinct tie.entity_id from entity_tie tie
        where key.kind not in ('phone', 'parent') and tie.value = key.value and ${counts('tie')}
          and tie.kind = case key.kind when 'branch' then 'parent' else key.kind end
        order by tie.entity_id limit ${MOST_RELATED + 1}
      )
      union all
      (
        select distinct k.entity_id from entity_key k
        where key.kind in ('phone', 'parent') and k.value = key.value and k.known_at <= $2
          and k.kind = case key.kind when 'parent' then 'name' else 'phone' end
        order by k.entity_id limit ${MOST_RELATED + 1}
      )
    ) b
  ),
  tied as (
    select distinct root, kind, value, root_of(entity_id, $2) as other from bearer
    where bearers <= ${MOST_RELATED} or kind in ('branch', 'parent')
  )
  select tied.root, tied.kind, tied.value, tied.other from tied join entity e on e.id = tied.other
  where tied.other <> tied.root and e.sample = $3 and e.founded_at <= $2
  order by tied.root, tied.other, tied.kind, tied.value
`;

const KNOTS = `
  ${MEMBERS}
  select e.id as "entityId", e.uscc, coalesce(stood.tier, 'none') as "modelTier", person.to_tier as "personTier",
    coalesce(said.name, e.name) as name
  from entity e
  left join lateral (
    select tier from entity_index where entity_id = e.id and at <= $2 order by at desc, id desc limit 1
  ) stood on true
  left join lateral (
    select d.to_tier from member join tier_decision d on d.entity_id = member.id
    where member.root = e.id and d.decided_at <= $2 order by d.id desc limit 1
  ) person on true
  left join lateral (
    select r.payload ->> 'name' as name
    from member join entity_link l on l.entity_id = member.id and l.role = 'subject'
    join record r on r.id = l.record_id and r.feed = 'registration' and r.operation = 'upsert'
    join assessment a on a.record_id = r.id and a.assessed_at <= $2
    where member.root = e.id and r.payload ->> 'name' <> ''
    order by r.occurred_at desc, r.id desc limit 1
  ) said on true
  where e.id = any ($1::bigint[])
`;

interface TiedRow {
  readonly root: string;
  readonly kind: CordKind | 'branch';
  readonly value: string;
  readonly other: string;
}

interface KnotRow {
  readonly entityId: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly modelTier: Tier;
  readonly personTier: Tier | null;
}

/** Who was tied to an entity at a moment, in two steps. */
export async function readDossierRelations(
  database: Database,
  rootId: string,
  until: Date,
  samples: boolean,
): Promise<DossierRelations> {
  const tied = (roots: readonly string[]): Promise<TiedRow[]> =>
    database.rows<TiedRow>(TIED, [roots, until, samples]);
  const knotsOf = (ids: readonly string[], degree: DossierKnot['degree']): Promise<DossierKnot[]> =>
    database
      .rows<KnotRow>(KNOTS, [ids, until])
      .then((rows) => rows.map((row) => knotOf(row, degree)).sort(gravestFirst));
  const near = await tied([rootId]);
  const nearKnots = await knotsOf(othersIn(near, [rootId]), 1);
  const first = nearKnots.slice(0, MOST_KNOTS - 1);
  const far = await tied(first.map(({ entityId }) => entityId));
  const known = [rootId, ...nearKnots.map(({ entityId }) => entityId)];
  const farKnots = await knotsOf(othersIn(far, known), 2);
  const all = [...(await knotsOf([rootId], 0)), ...first, ...farKnots];
  const knots = all.slice(0, MOST_KNOTS);
  return {
    knots,
    cords: cordsAmong([...near, ...far], knots),
    leftOut: nearKnots.length + farKnots.length + 1 - knots.length,
  };
}

const othersIn = (rows: readonly TiedRow[], known: readonly string[]): string[] => [
  ...new Set(rows.map(({ other }) => other).filter((id) => !known.includes(id))),
];

const knotOf = (
  { entityId, name, uscc, modelTier, personTier }: KnotRow,
  degree: DossierKnot['degree'],
): DossierKnot => ({
  ...{ entityId, name, uscc, tier: personTier ?? modelTier, byPerson: personTier !== null, degree },
});

const gravestFirst = (a: DossierKnot, b: DossierKnot): number =>
  TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || Number(a.entityId) - Number(b.entityId);

/** Each tie once, however many times it was come upon. */
function cordsAmong(rows: readonly TiedRow[], knots: readonly DossierKnot[]): DossierCord[] {
  const named = new Set(knots.map(({ entityId }) => entityId));
  const cords = rows.filter(({ root, other }) => named.has(root) && named.has(other)).map(cordOf);
  const once = uniqueBy(cords, (cord) => JSON.stringify(cord));
  const heaps = groupBy(once, ({ from, to }) => `${from} ${to}`);
  return [...heaps.values()].flat();
}

function cordOf({ root, kind, value, other }: TiedRow): DossierCord {
  if (kind === 'branch') return { from: other, to: root, kind: 'parent', value: null };
  if (kind === 'parent') return { from: root, to: other, kind, value: null };
  const [from, to] = Number(root) < Number(other) ? [root, other] : [other, root];
  return { from, to, kind, value: kind === 'phone' ? null : plainValue(value) };
}

/** Folded values of persons and addresses carry their prefecture: `张三@4310`. */
const plainValue = (value: string): string => value.replace(/@\d{4}$/, '');
