import { assertNever } from '@risk/kit';
import type { Asked } from './asked.js';

/** The whole entity that one was part of at the end; most were never merged and need no walk. */
export const wholeOf = (asked: Asked, entity: string): string => `case when exists (
    select from entity_merge m where m.member_id = ${entity} and m.merged_at < ${asked.until}
  ) then root_of(${entity}, ${asked.last}) else ${entity} end`;

/** Everybody who was part of a whole entity at the end, itself included. */
export const partsOf = (asked: Asked, whole: string): string => `
  with recursive part (id) as (
    select ${whole}
    union
    select m.member_id from entity_merge m join part on m.into_id = part.id
    where m.merged_at < ${asked.until} and (m.undone_at is null or m.undone_at >= ${asked.until})
  )
  select id from part`;

/** The entity that is asked about, with all its parts. */
const ownParts = (asked: Asked): string =>
  partsOf(asked, `root_of(${asked.code}::bigint, ${asked.last})`);

/** Alerts of which a unit was told, or of which it owed anything, before the end. */
const unitAlerts = (asked: Asked): string => `
  select n.alert_id from notice n
  where n.unit = ${asked.code} and n.created_at < ${asked.until} and n.alert_id is not null
  union
  select d.alert_id from duty d
  where d.unit = ${asked.code} and d.opened_at < ${asked.until} and d.alert_id is not null`;

/** Whether an alert, a row of that table, is in the scope. A region is that of today: none other is kept. */
export function alertInScope(asked: Asked, alert = 'a'): string {
  switch (asked.scope.kind) {
    case 'city':
      return 'true';
    case 'region':
      return `${alert}.region_code = ${asked.code}`;
    case 'unit':
      return `${alert}.id in (${unitAlerts(asked)})`;
    case 'entity':
      return `${alert}.entity_id in (${ownParts(asked)})`;
    default:
      return assertNever(asked.scope);
  }
}

/** Whether a whole entity is in the scope; for a unit, when an alert about it is. */
export function entityInScope(asked: Asked, entity = 'e'): string {
  switch (asked.scope.kind) {
    case 'city':
      return 'true';
    case 'region':
      return `${entity}.region_code = ${asked.code}`;
    case 'unit':
      return `${entity}.id in (${unitEntities(asked)})`;
    case 'entity':
      return `${entity}.id = root_of(${asked.code}::bigint, ${asked.last})`;
    default:
      return assertNever(asked.scope);
  }
}

const unitEntities = (asked: Asked): string => `
  select ${wholeOf(asked, 'its.entity_id')} from alert its
  where its.raised_at < ${asked.until} and its.id in (${unitAlerts(asked)})`;

/** Whether a record counts in the scope; a unit hears of the feeds of the whole city. */
export function recordInScope(asked: Asked, record = 'r'): string {
  switch (asked.scope.kind) {
    case 'city':
    case 'unit':
      return 'true';
    case 'region':
      return `${record}.region_code = ${asked.code}`;
    case 'entity':
      return `${record}.id in (
        select l.record_id from entity_link l where l.entity_id in (${ownParts(asked)}))`;
    default:
      return assertNever(asked.scope);
  }
}

/** Whether a record about a whole entity counts: by its own place in a region, else by the entity. */
export const sayingInScope = (asked: Asked): string =>
  asked.scope.kind === 'region' ? recordInScope(asked) : entityInScope(asked);

/** Whether something owed is in the scope; a unit is shown its own only. */
export const dutyInScope = (asked: Asked): string =>
  asked.scope.kind === 'unit' ? `d.unit = ${asked.code}` : alertInScope(asked);

/**
 * Whether an entity was a sample at the end. A sample that a real record names is real from then on, and
 * only that it is so now is kept: the records tell since when. Where there are no samples nobody was one.
 */
export const wasSample = (asked: Asked): string => `case
    when e.sample then true
    when not exists (select from record where sample) then false
    when exists (${linkedRecords(asked)} and not r.sample) then false
    else exists (${linkedRecords(asked)} and r.sample) end`;

const linkedRecords = (asked: Asked): string => `
  select from entity_link l join record r on r.id = l.record_id
  where l.entity_id in (${partsOf(asked, 'e.id')}) and r.received_at < ${asked.until}`;
