import type { Asked } from './asked.js';
import { recordInScope } from './scope-sql.js';

/**
 * Every source with its feed, by leaps over the index: as many reads as there are sources, however many
 * records. For `with recursive`.
 */
export const toldSources = (samples: string): string => `
  told (source, feed) as (
    (select r.source, r.feed from record r where r.sample = ${samples} order by r.source, r.feed limit 1)
    union all
    select next.source, next.feed from told cross join lateral (
      select r.source, r.feed from record r
      where r.sample = ${samples} and (r.source, r.feed) > (told.source, told.feed)
      order by r.source, r.feed limit 1
    ) next
  )`;

/** Records of one of the told sources; `offset 0` keeps the planner at one walk of the index a source. */
export const ofSource = (asked: Asked, columns: string, which: string): string => `
  select ${columns} from record r
  where r.sample = ${asked.samples} and r.source = told.source and r.feed = told.feed and ${which}`;

/** Records that came in the span from the told sources that are wanted, as `r`; stands after `from`. */
export const receivedIn = (asked: Asked): string => `told cross join lateral (
    ${ofSource(asked, 'r.*', `${asked.within('r.received_at')} and ${recordInScope(asked)}`)} offset 0
  ) r`;

/** Versions of the same piece as `r`, as `n`, that are another one. */
const otherVersions =
  'record n where n.source = r.source and n.source_id = r.source_id and n.id <> r.id';

/** Whether another version happened later; only what was assessed is known, as in the memory of the house. */
const isNewer = (
  asked: Asked,
): string => `(n.occurred_at, n.id) > (r.occurred_at, r.id) and exists (
    select from assessment known where known.record_id = n.id and known.assessed_at < ${asked.until})`;

/** Whether a version of a piece was in force at the end: none that happened later was known by then. */
export const inForce = (asked: Asked): string => `r.operation = 'upsert' and not exists (
    select from ${otherVersions} and ${isNewer(asked)})`;

/** The same, of pieces that came first in the span: each counts in one span only, as it stood at its end. */
export const inForceAndNew = (asked: Asked): string => `r.operation = 'upsert' and not exists (
    select from ${otherVersions} and (n.received_at < ${asked.since} or ${isNewer(asked)}))`;
