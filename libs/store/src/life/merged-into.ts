import { effectiveTier } from '../person-tiers.js';

/** The alert that one was merged into, with the tier that counts there, as JSON; null when it was not merged. */
export const mergedInto = (alert: string): string => `(
  select jsonb_build_object('into', goal.id::text, 'tier', ${effectiveTier('goal')})
  from alert goal where goal.id = ${alert}.merged_into
)`;
