import { effectiveTier } from '../person-tiers.js';

/** The record of a tip `t`, and the entities of that name with all that they are one with. */
const NAMED = `
  record r join entity_link l on l.record_id = r.id
  join entity named on named.id = l.entity_id
  join entity kin on kin.root_id = named.root_id`;
const OF_TIP = 'r.source = t.source and r.source_id = t.source_id and r.current';

/**
 * What became of a tip `t`: how far people are with alerts that it led to or that stood when it came, those that
 * others were merged into; whether somebody said since what became of one that it names; whether it was laid down.
 */
export const FATE = `
  t.received_at as "receivedAt",
  array(
    select distinct goal.stage from ${NAMED}
    join alert a on a.entity_id = kin.id join alert goal on goal.id = alert_goal(a.id)
    where ${OF_TIP} and (goal.status = 'open' or goal.changed_at >= t.received_at)
  ) as stages,
  exists (
    select from ${NAMED} join outcome o on o.entity_id = kin.id
    where ${OF_TIP} and o.decided_at >= t.received_at
  ) as "hasOutcome",
  exists (select from tip_review v where v.tip_id = t.id) as "isReviewed"
`;

/** The alerts that the tip with the id $1 leads to, the latest first. */
export const ALERTS_OF_TIP = `
  select distinct goal.id, goal.entity_name as "entityName", goal.stage, ${effectiveTier('goal')} as tier
  from tip t, ${NAMED} join alert a on a.entity_id = kin.id join alert goal on goal.id = alert_goal(a.id)
  where t.id = $1 and ${OF_TIP} order by goal.id desc limit 20
`;
