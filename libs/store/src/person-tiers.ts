import type { PoolClient } from 'pg';
import type { PersonTier, Tier } from '@risk/domain';

/**
 * The person's tier that stands on a whole entity, as JSON, or null: the latest decision on it or on what
 * was merged into it, unless that withdraws.
 */
export const personTierOn = (rootId: string): string => `(
  select case when d.to_tier is not null then jsonb_build_object('decision', d.id::text, 'tier', d.to_tier,
    'by', d.decided_by, 'because', d.because, 'at', d.decided_at) end
  from entity part join tier_decision d on d.entity_id = part.id
  where part.root_id = ${rootId} order by d.id desc limit 1
)`;

/** As it comes out of JSON: a moment is text there. */
export type PersonTierJson = Omit<PersonTier, 'at'> & { readonly at: string };

export const personTierFrom = (json: PersonTierJson | null): PersonTier | null =>
  json && { ...json, at: new Date(json.at) };

/** The tier that an alert shows and is sorted by. */
export const effectiveTier = (alert: string): string =>
  `coalesce(${alert}.person_tier, ${alert}.tier)`;

/** A number for a tier that grows with less urgency. */
export const tierRank = (tier: string): string =>
  `array_position(array['red', 'orange', 'yellow', 'blue', 'none'], ${tier})`;

const MIRROR = `
  with standing as (
    select root.id, ${personTierOn('root.id')} ->> 'tier' as tier
    from (select distinct root_id as id from entity where id = any ($1)) root
  ), alerts as (
    update alert a set person_tier = s.tier
    from standing s join entity part on part.root_id = s.id
    where a.entity_id = part.id and a.status <> 'closed' and a.person_tier is distinct from s.tier
  )
  update entity e set person_tier = s.tier
  from standing s where e.id = s.id and e.person_tier is distinct from s.tier
`;

/** Brings what entities and their open alerts show of people's tiers in line with the decisions. */
export async function mirrorPersonTiers(
  client: PoolClient,
  entityIds: readonly string[],
): Promise<void> {
  if (entityIds.length > 0) await client.query(MIRROR, [entityIds]);
}

/** A person's tier on a root with what the person knew of the model's. */
export interface StandingRow {
  readonly entityId: string;
  readonly person: PersonTierJson;
  readonly modelTier: Tier;
  readonly told: readonly Tier[];
}

export const STANDING_OF = `
  select standing.id as "entityId", standing.person, d.model_tier as "modelTier",
    array(
      select distinct c.to_tier from entity part
      join alert a on a.entity_id = part.id
      join alert_change c on c.alert_id = a.id and c.kind = 'differs' and c.decision_id = d.id
      where part.root_id = standing.id
    ) as told
  from (
    select root.id, ${personTierOn('root.id')} as person from entity root where root.id = any ($1)
  ) standing
  join tier_decision d on d.id = (standing.person ->> 'decision')::bigint
`;
