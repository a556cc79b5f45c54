import { effectiveTier } from '../person-tiers.js';

/**
 * The open alert that one lives on in at last, with the tier that counts there, as JSON; null when it was
 * not merged, or when that one is closed.
 */
export const mergedInto = (alert: string): string => `(
  select jsonb_build_object('into', goal.id::text, 'tier', ${effectiveTier('goal')})
  from alert goal
  where ${alert}.merged_into is not null and goal.id = alert_goal(${alert}.id) and goal.status = 'open'
)`;
