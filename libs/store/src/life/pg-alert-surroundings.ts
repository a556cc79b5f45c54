import type { AlertStage, Feed, Tier } from '@risk/domain';
import type { Database } from '../database.js';
import { counts } from '../entity-relations.js';
import { effectiveTier, tierRank } from '../person-tiers.js';
import { TOLD } from './pg-life.js';

/** Why another alert stands beside one: what both share, and with what words. */
export interface SharedThing {
  readonly kind:
    | 'member'
    | 'group'
    | 'entity'
    | 'phone'
    | 'address'
    | 'representative'
    | 'shareholder'
    | 'parent'
    | 'scheme';
  /** What is shared, where it has words: the number, the address, the name. */
  readonly value: string | null;
}

/** An alert that may belong to another one, with why. */
export interface AlertBeside {
  readonly id: string;
  readonly entityName: string;
  readonly tier: Tier;
  readonly stage: AlertStage;
  readonly status: string;
  readonly score: number;
  readonly changedAt: Date;
  /** The last line of its log, for whoever merges it. */
  readonly lastStep: string;
  readonly shares: readonly SharedThing[];
}

/** What is known of the entity of an alert besides its index. */
export interface AlertEntity {
  /** Known from texts alone: no registration tells of it. */
  readonly provisional: boolean;
  readonly address: string | null;
  readonly establishedOn: string | null;
  /** How many records speak of it, by the feed they came from. */
  readonly records: Readonly<Partial<Record<Feed, number>>>;
  /** How sure the least sure of them is that this entity is meant, 0 to 1. */
  readonly leastConfidence: number | null;
}

/** A unit that was told of an alert, in the part that it has now. */
export interface ToldLine {
  readonly unit: string;
  readonly role: 'lead' | 'assist' | 'copy';
}

/** Who of a unit works on an alert. */
export interface Assignee {
  readonly unit: string;
  readonly person: string;
  readonly by: string;
  readonly at: Date;
}

/** Many bear a number of a call centre or an address of an office tower: they are read to here. */
const MOST_BEARERS = 20;
const MOST_BESIDE = 60;
const MOST_ALIKE = 5;

const MINE = `
  select a.id, a.sample, a.region_code, a.scheme, a.group_id, e.root_id
  from alert a join entity e on e.id = a.entity_id where a.id = $1
`;

/**
 * From the entity to what it is known by, and from there to the few others who bear it; a branch names its
 * parent, and a parent is known by its name.
 */
const BEARERS = `
  select distinct key.kind, key.value, other.root_id
  from mine
  cross join lateral (select id from entity where root_id = mine.root_id offset 0) m
  cross join lateral (
    select tie.kind, tie.value from entity_tie tie where tie.entity_id = m.id and ${counts('tie')}
    union
    select case k.kind when 'name' then 'parent' else k.kind end, k.value
    from (select * from entity_key where entity_id = m.id offset 0) k
    where k.kind in ('phone', 'name') and k.known_at <= $2
  ) key
  cross join lateral (
    (select tie.entity_id from entity_tie tie
      where tie.kind = key.kind and tie.value = key.value and ${counts('tie')} limit ${MOST_BEARERS})
    union
    (select k.entity_id from entity_key k
      where key.kind in ('phone', 'parent') and k.value = key.value and k.known_at <= $2
        and k.kind = case key.kind when 'parent' then 'name' else key.kind end
      limit ${MOST_BEARERS})
  ) bearer
  cross join lateral (select root_id from entity where id = bearer.entity_id offset 0) other
  where other.root_id <> mine.root_id
`;

const BESIDE = `
  with mine as (${MINE}),
  shared as (
    select a.id, 'member' as kind, null as value from alert a where a.merged_into = $1
    union all
    select a.id, 'group', null from mine join alert a on a.group_id = mine.group_id
    union all
    select a.id, 'entity', null
    from mine join entity part on part.root_id = mine.root_id join alert a on a.entity_id = part.id
    union all
    select a.id, bearer.kind, bearer.value
    from (${BEARERS}) bearer
    cross join lateral (select id from entity where root_id = bearer.root_id offset 0) part
    join alert a on a.entity_id = part.id and a.status = 'open'
    union all
    (select a.id, 'scheme', null from mine join alert a
      on a.status = 'open' and a.region_code = mine.region_code and a.scheme = mine.scheme
      where a.id <> mine.id
      order by a.changed_at desc limit ${MOST_ALIKE})
  )
  select a.id, a.entity_name as "entityName", ${effectiveTier('a')} as tier, a.stage, a.status,
    a.score, a.changed_at as "changedAt",
    (select max(c.id)::text from alert_change c where c.alert_id = a.id) as "lastStep",
    jsonb_agg(distinct jsonb_build_object('kind', shared.kind, 'value', shared.value)) as shares
  from mine join shared on shared.id <> mine.id join alert a on a.id = shared.id
  where a.sample = mine.sample
  group by a.id
  order by bool_and(shared.kind = 'scheme'), a.status <> 'open', ${tierRank(effectiveTier('a'))}, a.id
  limit ${MOST_BESIDE}
`;

const ENTITY = `
  with root as (
    select e.id, e.provisional, e.address, e.established_on
    from alert a join entity part on part.id = a.entity_id join entity e on e.id = part.root_id
    where a.id = $1
  ), spoken as (
    select r.id, r.feed, min(l.confidence) as confidence
    from root join entity part on part.root_id = root.id join entity_link l on l.entity_id = part.id
    join record r on r.id = l.record_id and r.current and r.operation = 'upsert'
    group by r.id, r.feed
  )
  select root.provisional, root.address, root.established_on::text as "establishedOn",
    coalesce((select jsonb_object_agg(feed, n) from
      (select feed, count(*) as n from spoken group by feed) f), '{}') as records,
    (select min(confidence)::float8 from spoken) as "leastConfidence"
  from root
`;

/** What stands around one alert: others like it, its entity, and who was told; bounded, and changes nothing. */
export class PgAlertSurroundings {
  constructor(private readonly database: Database) {}

  /** What was merged into it first, then what is nearest. */
  beside(alertId: string, at: Date): Promise<AlertBeside[]> {
    return this.database.rows<AlertBeside>(BESIDE, [alertId, at]);
  }

  async entityOf(alertId: string): Promise<AlertEntity | null> {
    const [entity] = await this.database.rows<AlertEntity>(ENTITY, [alertId]);
    return entity ?? null;
  }

  /** The whole entity that an alert is about; null when there is no such alert. */
  async rootOf(alertId: string): Promise<string | null> {
    const [row] = await this.database.rows<{ rootId: string }>(
      'select e.root_id as "rootId" from alert a join entity e on e.id = a.entity_id where a.id = $1',
      [alertId],
    );
    return row?.rootId ?? null;
  }

  assigneesOf(alertId: string): Promise<Assignee[]> {
    return this.database.rows<Assignee>(
      `select unit, person, given_by as by, given_at as at from alert_assignee
       where alert_id = $1 order by given_at limit 50`,
      [alertId],
    );
  }

  toldUnits(alertId: string): Promise<ToldLine[]> {
    return this.database.rows<ToldLine>(TOLD, [alertId]);
  }
}
