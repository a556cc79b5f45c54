import { assertNever } from '@risk/kit';
import { partsThen, rootThen, wholeThen } from '../entities-then.js';
import type { Asked } from './asked.js';

/** The whole entity that one was part of at the end. */
export const wholeOf = (asked: Asked, entity: string): string => wholeThen(entity, asked.until);

/** Everybody who was part of a whole entity at the end, itself included. */
export const partsOf = (asked: Asked, whole: string): string => partsThen(whole, asked.until);

/** The entity that is asked about, whole. */
const asWhole = (asked: Asked): string => rootThen(`${asked.code}::bigint`, asked.until);

/** The entity that is asked about, with all its parts. */
const ownParts = (asked: Asked): string => partsOf(asked, asWhole(asked));

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
      // Read once and looked up, not joined: the planner cannot know how few they are.
      return `(${entity}.id in (${unitEntities(asked)})) is true`;
    case 'entity':
      return `${entity}.id = ${asWhole(asked)}`;
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
