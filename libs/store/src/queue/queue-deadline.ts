import { isInside } from '../life/inside.js';
import { STANDING } from '../life/duty-line.js';
import { effectiveTier, tierRank } from '../person-tiers.js';

/**
 * The earliest deadline that runs of an alert `a`: the office asks for that of all units, which stands beside the
 * alert; a unit has its own. Units are a placeholder, or null for all.
 */
export function dueOf(units: string | null): string {
  if (units === null) return 'a.due_at';
  return `(select min(d.due_at) from duty d where ${isInside('d.alert_id', 'a.id')} and d.unit = any (${units})
    and ${STANDING} and d.paused_at is null)`;
}

/** The urgency of an alert `a` by a deadline; as the column of that name has it by the earliest of all. */
export const urgencyBy = (due: string): string =>
  due === 'a.due_at'
    ? 'a.urgency'
    : `(${tierRank(effectiveTier('a'))} * 1e11
      + coalesce(extract(epoch from ${due} - timestamptz '1970-01-01 00:00:00+00')::float8, 9e10))`;
