import {
  EntityStore,
  lastWords,
  type EntityLink,
  type EntityMerge,
  type EntityProfile,
  type EntityState,
  type Founder,
  type Founding,
} from '@risk/assessment';
import type { EntityKey } from '@risk/domain';
import { uniqueBy, type Transaction } from '@risk/kit';
import type { Candidate } from '@risk/resolution';
import { gatherCandidates, type CandidateRow } from './gather-candidates.js';
import { arrayLiteral, columnsOf } from './bulk.js';
import { known } from './known.js';
import { readStates } from './entity-states.js';
import { mirrorPersonTiers } from './person-tiers.js';
import { clientOf } from './pg-unit-of-work.js';
import { tellTies } from './tell-ties.js';

/** A key shared by very many entities identifies none of them; at most this many are looked at. */
const MOST_BEARERS = 20;

const CANDIDATES = `
  select k.kind, k.value, e.id, e.root_id, e.uscc, e.provisional, e.folded_name, e.region_code
  from unnest($1::text[], $2::text[]) as wanted (kind, value)
  cross join lateral (
    select * from entity_key where kind = wanted.kind and value = wanted.value
    order by entity_id limit ${MOST_BEARERS}
  ) k
  join entity member on member.id = k.entity_id
  join entity e on e.id = member.root_id
`;

const FOUND = `
  insert into entity (id, root_id, identity, name, folded_name, uscc, provisional, region_code, founded_at, sample,
    address, business_address, established_on)
  overriding system value
  select t.id, t.id, t.identity, t.name, t.folded_name, t.uscc, t.provisional, t.region_code, $11, t.sample,
    t.address, t.business_address, t.established_on
  from (
    select nextval(pg_get_serial_sequence('entity', 'id')) as id, u.*
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::text[], $7::boolean[],
      $8::text[], $9::text[], $10::date[])
      as u (identity, name, folded_name, uscc, provisional, region_code, sample,
        address, business_address, established_on)
  ) t
  on conflict on constraint entity_identity do nothing
  returning id, identity
`;

const THERE = 'select id, identity from entity where identity = any ($1)';

const LINK = `
  insert into entity_link (record_id, entity_id, role, confidence, because, flags)
  select t.record_id, t.entity_id, t.role, t.confidence, t.because,
    t.flags::text[]
  from unnest($1::bigint[], $2::bigint[], $3::text[], $4::float8[], $5::text[], $6::text[])
    as t (record_id, entity_id, role, confidence, because, flags)
  on conflict on constraint entity_link_once do nothing
`;

const ADD_KEYS = `
  insert into entity_key (kind, value, entity_id, known_at)
  select t.*, $4 from unnest($1::text[], $2::text[], $3::bigint[]) as t (kind, value, entity_id)
  on conflict on constraint entity_key_once do nothing
`;

/** A sample entity that a real record names is real from then on, and so is the one it was merged into. */
const REAL_NOW = `
  update entity set sample = false
  where sample and id in (
    select unnest(array[id, root_id]) from entity where id = any ($1)
  )
`;

/** What a person took apart is not joined again. */
const MERGE = `
  update entity member set root_id = root.id
  from entity goal join entity root on root.id = goal.root_id
  where goal.id = $2 and member.id = $1 and member.root_id = member.id and root.id <> member.id
    and not exists (
      select from entity_merge
      where member_id = member.id and into_id = root.id and undone_at is not null
    )
  returning root.id as root_id, member.sample
`;

/** The member and all that had been joined to it before it was merged itself. */
const CAME_THROUGH = `
  with recursive came as (
    select $1::bigint as id
    union
    select m.member_id from entity_merge m join came on m.into_id = came.id where m.undone_at is null
  )
  update entity set root_id = $1 where id in (select id from came)
`;

/** Whether any member of a root carries a signal: looked for from the root on, whatever the planner knows. */
const signalsOf = (root: string): string => `
    select from (select id from entity where root_id = ${root} offset 0) m
    cross join lateral (select from signal where entity_id = m.id limit 1) s`;

const LOCK_ROOTS = `
  with root as (select distinct root_id as id from entity where id = any ($1)),
  heir as (
    select branch.id
    from root
    cross join lateral (select id from entity where root_id = root.id offset 0) parent
    cross join lateral (select id, root_id from entity where parent_id = parent.id offset 0) branch
    where branch.root_id = branch.id and not exists (${signalsOf('branch.id')})
  )
  select id from entity where id in (select id from root union select id from heir)
  order by id for no key update
`;

/** What is known already is not written again: most firms are described by the record that founded them. */
const DESCRIBE = `
  update entity e set name = t.name, region_code = coalesce(t.region_code, e.region_code),
    address = coalesce(t.address, e.address),
    business_address = coalesce(t.business_address, e.business_address),
    established_on = coalesce(t.established_on, e.established_on)
  from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[])
    as t (id, name, region_code, address, business_address, established_on)
  where e.id = t.id and (
    e.name is distinct from t.name
    or e.region_code is distinct from coalesce(t.region_code, e.region_code)
    or e.address is distinct from coalesce(t.address, e.address)
    or e.business_address is distinct from coalesce(t.business_address, e.business_address)
    or e.established_on is distinct from coalesce(t.established_on, e.established_on)
  )
`;

const ADOPT = `
  update entity e set parent_id = t.parent_id, parent_since = $4
  from (
    select t.id, min(p.root_id) as parent_id
    from unnest($1::bigint[], $2::text[], $3::text[]) as t (id, kind, value)
    join entity_key k on k.kind = t.kind and k.value = t.value
    join entity p on p.id = k.entity_id
    where p.root_id <> t.id
    group by t.id
  ) t
  where e.id = t.id and e.parent_id is distinct from t.parent_id
`;

/** Most entities of a city carry no signal at all: nothing has to be read or computed for them. */
const SUSPECTED = `
  select root.id
  from unnest($1::bigint[]) as one (id)
  cross join lateral (select id, score, parent_id from entity where id = one.id offset 0) root
  where root.score > 0
    or exists (${signalsOf('root.id')})
    or exists (${signalsOf('(select root_id from entity where id = root.parent_id)')})
  order by root.id
`;

interface Founded {
  readonly id: string;
  readonly identity: string;
}

interface MovedRow {
  readonly root_id: string;
  /** Whether the member that moved is a sample. */
  readonly sample: boolean;
}

/** Entities in PostgreSQL; every statement is one for the whole batch. */
export class PgEntities extends EntityStore {
  async candidates(tx: Transaction, keys: readonly EntityKey[]): Promise<Candidate[]> {
    const wanted = uniqueBy(keys, (k) => `${k.kind}:${k.value}`);
    if (wanted.length === 0) return [];
    const values = [wanted.map((k) => k.kind), wanted.map((k) => k.value)];
    const { rows } = await clientOf(tx).query<CandidateRow>(CANDIDATES, values);
    return gatherCandidates(rows);
  }

  async found(tx: Transaction, founders: readonly Founder[], at: Date): Promise<Founding> {
    if (founders.length === 0) return { idOf: new Map(), fresh: new Set() };
    // One order for all processes: two that found the same entities wait, but never for each other.
    const ordered = [...founders].sort((a, b) => (a.identity < b.identity ? -1 : 1));
    const rows = ordered.map((f) => [
      f.identity,
      f.name,
      f.foldedName,
      f.uscc,
      f.provisional,
      f.regionCode,
      f.sample,
      f.address,
      f.businessAddress,
      f.establishedOn,
    ]);
    const client = clientOf(tx);
    const { rows: fresh } = await client.query<Founded>(FOUND, [...columnsOf(rows, 10), at]);
    const idOf = new Map(fresh.map((row) => [row.identity, row.id]));
    const there = ordered.map((f) => f.identity).filter((identity) => !idOf.has(identity));
    if (there.length > 0) {
      const { rows: earlier } = await client.query<Founded>(THERE, [there]);
      for (const { identity, id } of earlier) idOf.set(identity, id);
    }
    return {
      idOf: new Map(founders.map((f) => [f.handle, known(idOf, f.identity)])),
      fresh: new Set(fresh.map((row) => row.id)),
    };
  }

  async link(tx: Transaction, links: readonly EntityLink[]): Promise<void> {
    if (links.length === 0) return;
    const rows = links.map((l) => [
      l.recordId,
      l.entityId,
      l.role,
      l.confidence,
      l.because,
      arrayLiteral(l.flags),
    ]);
    await clientOf(tx).query(LINK, columnsOf(rows, 6));
    const real = links.flatMap((l) => (l.sample ? [] : [l.entityId]));
    if (real.length > 0) await clientOf(tx).query(REAL_NOW, [real]);
  }

  async addKeys(
    tx: Transaction,
    keys: readonly { entityId: string; key: EntityKey }[],
    at: Date,
  ): Promise<void> {
    if (keys.length === 0) return;
    const ordered = uniqueBy(
      keys.map(({ entityId, key }) => [key.kind, key.value, entityId] as const),
      (row) => row.join('\n'),
    ).sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
    await clientOf(tx).query(ADD_KEYS, [...columnsOf(ordered, 3), at]);
  }

  async merge(tx: Transaction, merges: readonly EntityMerge[], at: Date): Promise<void> {
    const client = clientOf(tx);
    for (const { memberId, intoId, because } of merges) {
      const { rows } = await client.query<MovedRow>(MERGE, [memberId, intoId]);
      const [moved] = rows;
      if (!moved) continue;
      await client.query('update entity set root_id = $2 where root_id = $1', [
        memberId,
        moved.root_id,
      ]);
      await client.query(
        'insert into entity_merge (member_id, into_id, because, merged_at) values ($1, $2, $3, $4)',
        [memberId, moved.root_id, because, at],
      );
      if (!moved.sample) await client.query(REAL_NOW, [[memberId]]);
      await mirrorPersonTiers(client, [memberId]);
    }
  }

  /** Answers the two whose indices have to be computed anew; nobody when nothing was merged. */
  async undoMerge(tx: Transaction, memberId: string, by: string, at: Date): Promise<string[]> {
    const client = clientOf(tx);
    const { rows } = await client.query<{ id: string }>(
      `select id from entity where id in (select unnest(array[id, root_id]) from entity where id = $1)
       order by id for no key update`,
      [memberId],
    );
    const undone = await client.query(
      'update entity_merge set undone_at = $3, undone_by = $2 where member_id = $1 and undone_at is null',
      [memberId, by, at],
    );
    if (undone.rowCount === 0) return [];
    await client.query(CAME_THROUGH, [memberId]);
    const parted = rows.map((row) => row.id);
    await mirrorPersonTiers(client, parted);
    return parted;
  }

  async describe(tx: Transaction, profiles: readonly EntityProfile[], at: Date): Promise<void> {
    if (profiles.length === 0) return;
    const latest = lastWords(profiles);
    const rows = latest.map((p) => [
      p.entityId,
      p.name,
      p.regionCode,
      p.address,
      p.businessAddress,
      p.establishedOn,
    ]);
    await clientOf(tx).query(DESCRIBE, columnsOf(rows, 6));
    const children = latest.flatMap((p) => p.parentKeys.map((k) => [p.entityId, k.kind, k.value]));
    if (children.length > 0) await clientOf(tx).query(ADOPT, [...columnsOf(children, 3), at]);
    await tellTies(clientOf(tx), latest, at);
  }

  async lockRoots(tx: Transaction, entityIds: readonly string[]): Promise<string[]> {
    if (entityIds.length === 0) return [];
    const { rows } = await clientOf(tx).query<{ id: string }>(LOCK_ROOTS, [entityIds]);
    return rows.map((row) => row.id);
  }

  async suspected(tx: Transaction, rootIds: readonly string[]): Promise<string[]> {
    if (rootIds.length === 0) return [];
    const { rows } = await clientOf(tx).query<{ id: string }>(SUSPECTED, [rootIds]);
    return rows.map((row) => row.id);
  }

  async statesOf(tx: Transaction, rootIds: readonly string[], at: Date): Promise<EntityState[]> {
    return readStates(clientOf(tx), rootIds, at);
  }
}
