import {
  MOST_RELATED,
  TIERS,
  type EntityKeyKind,
  type Sight,
  type Tier,
  type TieKind,
} from '@risk/domain';
import { uniqueBy } from '@risk/kit';
import { seesEntity, sightFrom, valuesOfSight } from '../access/sight-sql.js';
import type { Database } from '../database.js';
import { counts } from '../entity-relations.js';

/** More than these no picture can hold. */
export const MOST_NEIGHBOURS = 60;

export type BondKind = TieKind | Extract<EntityKeyKind, 'phone' | 'website' | 'app' | 'wechat'>;

/** Somebody who is tied to an entity; `degree` 0 is itself. */
export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly regionCode: string | null;
  /** The tier that counts: a person's where one stands. */
  readonly tier: Tier;
  readonly isByPerson: boolean;
  readonly score: number;
  readonly degree: number;
}

/** What ties two; of `parent`, `from` is the branch. */
export interface Bond {
  readonly from: string;
  readonly to: string;
  readonly kind: BondKind;
  readonly value: string | null;
}

/** Who is tied to an entity, step by step. */
export interface Neighbourhood {
  readonly neighbours: readonly Neighbour[];
  readonly bonds: readonly Bond[];
  /** Found and not named, for there is no room for them. */
  readonly leftOut: number;
  /** Found and not named, for the asker may not see them. */
  readonly outOfSight: number;
}

/** Which keys count as ties; a shared name is none, but leads from a firm to its branches. */
const CONTACTS = "('phone', 'website', 'app', 'wechat')";

/**
 * Who shares a key with each of the roots $1 at the moment $2. What very many bear relates nobody, branches
 * apart; however many bear it, no more than that are read.
 */
const TIED = `
  with key as (
    select distinct mine.id as root, mine.sample, key.kind, key.value
    from (select id, sample from entity where id = any ($1::bigint[]) offset 0) mine
    cross join lateral (select id from entity where root_id = mine.id offset 0) m
    cross join lateral (
      select tie.kind, tie.value from entity_tie tie where tie.entity_id = m.id and ${counts('tie')}
      union all
      select case k.kind when 'name' then 'branch' else k.kind end, k.value
      from (select kind, value from entity_key where entity_id = m.id offset 0) k
      where k.kind = 'name' or k.kind in ${CONTACTS}
    ) key
  ),
  bearer as (
    select key.root, key.sample, key.kind, key.value, b.entity_id,
      count(*) over (partition by key.root, key.kind, key.value) as bearers
    from key cross join lateral (
      (
        select distinct tie.entity_id from entity_tie tie
        where key.kind not in ${CONTACTS} and key.kind <> 'parent' and tie.value = key.value
          and tie.kind = case key.kind when 'branch' then 'parent' else key.kind end and ${counts('tie')}
        order by tie.entity_id limit ${MOST_RELATED + 1}
      )
      union all
      (
        select k.entity_id from entity_key k
        where (key.kind in ${CONTACTS} or key.kind = 'parent') and k.value = key.value
          and k.kind = case key.kind when 'parent' then 'name' else key.kind end
        order by k.entity_id limit ${MOST_RELATED + 1}
      )
    ) b
  )
  select distinct b.root::text, b.kind, b.value, other.id::text as other
  from bearer b
  cross join lateral (
    select root.id, root.sample from entity member join entity root on root.id = member.root_id
    where member.id = b.entity_id offset 0
  ) other
  where other.id <> b.root and other.sample = b.sample
    and (b.bearers <= ${MOST_RELATED} or b.kind in ('branch', 'parent'))
`;

const NAMED = `
  select e.id::text, e.name, e.uscc, e.region_code as "regionCode", coalesce(e.person_tier, e.tier) as tier,
    e.person_tier is not null as "isByPerson", e.score
  from entity e where e.id = any ($3::bigint[]) and ${seesEntity('e.id', sightFrom(1))}
`;

interface TiedRow {
  readonly root: string;
  readonly kind: BondKind | 'branch';
  readonly value: string;
  readonly other: string;
}

/** How far and for whom it is asked. */
export interface NeighbourQuestion {
  readonly at: Date;
  readonly degrees: 1 | 2;
  readonly sight: Sight;
}

/** Reads who is tied to a whole entity in one or two steps; who is out of sight leads no further. */
export async function readNeighbourhood(
  database: Database,
  rootId: string,
  { at, degrees, sight }: NeighbourQuestion,
): Promise<Neighbourhood> {
  const tied = (roots: readonly string[]) => database.rows<TiedRow>(TIED, [roots, at]);
  const named = async (ids: readonly string[], degree: number): Promise<Neighbour[]> => {
    const rows = await database.rows<Neighbour>(NAMED, [...valuesOfSight(sight), ids]);
    return rows.map((row) => ({ ...row, degree })).sort(gravestFirst);
  };
  const self = await named([rootId], 0);
  const near = await tied([rootId]);
  const nearIds = othersIn(near, [rootId]);
  const first = await named(nearIds, 1);
  const kept = first.slice(0, MOST_NEIGHBOURS - 1);
  const far = degrees === 1 || kept.length === 0 ? [] : await tied(kept.map(({ id }) => id));
  const farIds = othersIn(far, [rootId, ...nearIds]);
  const second = farIds.length === 0 ? [] : await named(farIds, 2);
  const neighbours = [...self, ...kept, ...second].slice(0, MOST_NEIGHBOURS);
  const seen = self.length + first.length + second.length;
  return {
    neighbours,
    bonds: bondsAmong([...near, ...far], neighbours),
    leftOut: seen - neighbours.length,
    outOfSight: 1 + nearIds.length + farIds.length - seen,
  };
}

const othersIn = (rows: readonly TiedRow[], known: readonly string[]): string[] => {
  const old = new Set(known);
  return [...new Set(rows.map(({ other }) => other).filter((id) => !old.has(id)))];
};

const gravestFirst = (a: Neighbour, b: Neighbour): number =>
  TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.score - a.score || Number(a.id) - Number(b.id);

/** Each bond once, from whichever end it was come upon. */
function bondsAmong(rows: readonly TiedRow[], neighbours: readonly Neighbour[]): Bond[] {
  const named = new Set(neighbours.map(({ id }) => id));
  const bonds = rows.filter(({ root, other }) => named.has(root) && named.has(other)).map(bondOf);
  return uniqueBy(bonds, ({ from, to, kind, value }) => `${from} ${to} ${kind} ${value ?? ''}`);
}

function bondOf({ root, kind, value, other }: TiedRow): Bond {
  if (kind === 'branch') return { from: other, to: root, kind: 'parent', value: null };
  if (kind === 'parent') return { from: root, to: other, kind, value: null };
  const [from, to] = Number(root) < Number(other) ? [root, other] : [other, root];
  return { from, to, kind, value: plainValue(value) };
}

/** Folded values of persons and addresses carry their prefecture: `张三@4310`. */
const plainValue = (value: string): string => value.replace(/@\d{4}$/, '');
