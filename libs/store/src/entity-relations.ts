import type { PoolClient } from 'pg';
import { FORMER_PERSON_DAYS, MOST_COUNTED, MOST_RELATED, type EntityRelations } from '@risk/domain';
import { person, windowIn, windows } from './fact-columns.js';

/** The tie counts at the moment $2: what `tieCounts` of the domain says, in SQL. */
export const counts = (tie: string): string => `${tie}.known_at <= $2 and (${tie}.ended_at is null
  or ${tie}.ended_at > $2::timestamptz - case when ${tie}.kind in ('representative', 'shareholder')
    then interval '${FORMER_PERSON_DAYS} days' else interval '0' end)`;

/**
 * A branch names its parent: the entity's own names are the keys that lead to its branches. The
 * planner guesses far too many rows here and would read whole tables or skip through an index key by
 * key; `offset 0` makes it go from each entity to its few rows.
 */
const KEYS = `
  select distinct mine.id as root_id, mine.sample, key.kind, key.value
  from (select id, sample from entity where id = any ($1) offset 0) mine
  cross join lateral (select id from entity where root_id = mine.id offset 0) m
  cross join lateral (
    select tie.kind, tie.value from entity_tie tie
    where tie.entity_id = m.id and tie.kind <> 'parent' and ${counts('tie')}
    union all
    select case k.kind when 'name' then 'parent' else k.kind end, k.value
    from (select kind, value, known_at from entity_key where entity_id = m.id offset 0) k
    where k.kind in ('phone', 'name') and k.known_at <= $2
  ) key
`;

/** However many bear a key, so many are read at most. */
const BEARERS = `
  (
    select distinct tie.entity_id from entity_tie tie
    where tie.kind = key.kind and tie.value = key.value and ${counts('tie')}
    order by tie.entity_id limit ${MOST_COUNTED + 1}
  )
  union all
  (
    select k.entity_id from entity_key k
    where key.kind = 'phone' and k.kind = 'phone' and k.value = key.value and k.known_at <= $2
    order by k.entity_id limit ${MOST_COUNTED + 1}
  )
`;

const others = (kind: string): string =>
  `least(count(*) filter (where kind = '${kind}'), ${MOST_COUNTED})::int`;

const newAt = (kind: string): string =>
  `least(count(*) filter (where kind = '${kind}' and age >= 0 and age < $days), ${MOST_COUNTED})`;

const OTHERS = `
  with key as (${KEYS}),
  bearer as (
    select key.root_id, key.sample, key.kind, b.entity_id,
      count(*) over (partition by key.root_id, key.kind, key.value) as bearers
    from key cross join lateral (${BEARERS}) b
  ),
  other as (
    select b.root_id, b.kind, root.id, min(b.bearers) <= ${MOST_RELATED} as close,
      ($2::timestamptz at time zone 'Asia/Shanghai')::date - root.established_on as age
    from bearer b
    cross join lateral (
      select root.id, root.sample, root.established_on
      from entity member join entity root on root.id = member.root_id
      where member.id = b.entity_id offset 0
    ) root
    where root.id <> b.root_id and root.sample = b.sample
    group by b.root_id, b.kind, root.id, root.established_on
  )
  select root_id, ${others('phone')} as same_phone, ${others('address')} as same_address,
    ${others('representative')} as same_representative,
    ${others('shareholder')} as same_shareholder, ${others('parent')} as branches,
    ${windows(
      'new_affiliates',
      `count(distinct id) filter (where close and age >= 0 and age < $days
      and kind in ('representative', 'shareholder', 'address'))`,
    )},
    ${windows(
      'new_branches',
      `least(count(*) filter (where kind = 'parent' and age >= 0
      and age < $days), ${MOST_COUNTED})`,
    )},
    ${windows('new_at_phone', newAt('phone'))},
    ${windows('new_at_address', newAt('address'))},
    array_agg(distinct id) filter (where close and kind <> 'parent') as relatives,
    array_agg(distinct id) filter (where close and kind = 'phone') as at_phone,
    array_agg(distinct id) filter (where close and kind = 'address') as at_address
  from other
  group by root_id
`;

const complainants = (which = ''): string =>
  `count(distinct person) filter (where feed = 'complaint' ${which} and age < $age)`;

/** Again from each relative to its few records, and from each record to the few it names. */
const HEARD = `
  with line as (
    select distinct relative.root_id, relative.at_phone, relative.at_address, r.id, r.feed,
      $2::timestamptz - r.occurred_at as age, ${person('relative.root_id')} as person
    from unnest($1::bigint[], $3::bigint[], $4::boolean[], $5::boolean[])
      as relative (root_id, other_id, at_phone, at_address)
    cross join lateral (select id from entity where root_id = relative.other_id offset 0) m
    cross join lateral (
      select record_id from entity_link where entity_id = m.id and role <> 'publisher' offset 0
    ) l
    cross join lateral (
      select * from record
      where id = l.record_id and current and operation = 'upsert' and feed <> 'registration'
        and occurred_at > $2::timestamptz - interval '90 days'
      offset 0
    ) r
    where not exists (
      select from entity_link own join entity me on me.id = own.entity_id
      where own.record_id = r.id and own.role <> 'publisher' and me.root_id = relative.root_id
      offset 0
    )
  )
  select root_id,
    ${windows('complainants', complainants())},
    ${windows('at_phone', complainants('and at_phone'))},
    ${windows('at_address', complainants('and at_address'))},
    ${windows('advertisements', `count(distinct id) filter (where feed = 'advertisement' and age < $age)`)}
  from line
  group by root_id
`;

type Figures = Readonly<Record<string, number | null>>;
type OthersRow = Figures & {
  readonly root_id: string;
  readonly relatives: string[] | null;
  readonly at_phone: string[] | null;
  readonly at_address: string[] | null;
};
type HeardRow = Figures & { readonly root_id: string };

/** Who is related to each root and what is heard of them, in two statements; nobody's are absent. */
export async function readRelations(
  client: PoolClient,
  rootIds: readonly string[],
  at: Date,
): Promise<Map<string, EntityRelations>> {
  const { rows } = await client.query<OthersRow>(OTHERS, [rootIds, at]);
  const heard = await readHeard(client, rows, at);
  return new Map(rows.map((row) => [row.root_id, relationsOf(row, heard.get(row.root_id))]));
}

async function readHeard(
  client: PoolClient,
  others: readonly OthersRow[],
  at: Date,
): Promise<Map<string, HeardRow>> {
  const pairs = others.flatMap(({ root_id, relatives, at_phone, at_address }) => {
    const [phone, address] = [new Set(at_phone), new Set(at_address)];
    return (relatives ?? []).map((other) => ({
      ...{ root_id, other, atPhone: phone.has(other), atAddress: address.has(other) },
    }));
  });
  if (pairs.length === 0) return new Map();
  const values = [
    pairs.map(({ root_id }) => root_id),
    at,
    pairs.map(({ other }) => other),
    pairs.map(({ atPhone }) => atPhone),
    pairs.map(({ atAddress }) => atAddress),
  ];
  const { rows } = await client.query<HeardRow>(HEARD, values);
  return new Map(rows.map((row) => [row.root_id, row]));
}

function relationsOf(others: OthersRow, heard: HeardRow | undefined): EntityRelations {
  const figure = (name: string): number => others[name] ?? 0;
  return {
    samePhone: figure('same_phone'),
    sameAddress: figure('same_address'),
    sameRepresentative: figure('same_representative'),
    sameShareholder: figure('same_shareholder'),
    newAffiliates: windowIn(others, 'new_affiliates'),
    branches: figure('branches'),
    newBranches: windowIn(others, 'new_branches'),
    newAtPhone: windowIn(others, 'new_at_phone'),
    newAtAddress: windowIn(others, 'new_at_address'),
    relatedComplainants: windowIn(heard, 'complainants'),
    complainantsAtPhone: windowIn(heard, 'at_phone'),
    complainantsAtAddress: windowIn(heard, 'at_address'),
    relatedAdvertisements: windowIn(heard, 'advertisements'),
  };
}
