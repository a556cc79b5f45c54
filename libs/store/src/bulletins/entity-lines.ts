import type { Complained, OutcomeLine, PromisedYield, Riser } from '@risk/bulletins';
import type { Database } from '../database.js';
import { wasSample } from '../entities-then.js';
import { isHistory } from '../opened-anew.js';
import { indexOf } from './alert-state.js';
import type { Asked } from './asked.js';
import { entityInScope, sayingInScope, wholeOf } from './scope-sql.js';
import { inForce, inForceAndNew, receivedIn, toldSources } from './told-sources.js';

/** Names and regions of entities are those of today: no older ones are kept. */
const WHO = 'e.name as "entityName", e.region_code as "regionCode"';

/** Whose index was written in the span; of what was merged away before its end, the whole tells. */
const riserLines = (asked: Asked, limit: number): string => `
  select e.id as "entityId", ${WHO}, was.score as before, now.score as after, now.tier
  from (select distinct entity_id from entity_index where ${asked.within('at')}) moved
  join entity e on e.id = moved.entity_id
  cross join lateral (${indexOf(asked, 'e.id')}) now
  left join lateral (
    select i.score from entity_index i where i.entity_id = e.id and i.at < ${asked.since}
    order by i.at desc, i.id desc limit 1
  ) was on true
  where now.score > coalesce(was.score, 0) and ${wholeOf(asked, 'e.id')} = e.id
    and ${wasSample(asked.until)} = ${asked.samples} and ${entityInScope(asked)}
  order by now.score - coalesce(was.score, 0) desc, e.id limit ${asked.put(limit, 'int')}`;

/** Whose index rose most over the span, the steepest first. */
export function risers(database: Database, asked: Asked, limit: number): Promise<Riser[]> {
  return database.rows<Riser>(riserLines(asked, limit), asked.values);
}

/** Whom a record is about, as it was known at the end; who only carried it is not meant. */
const about = (asked: Asked): string => `
  join entity_link l on l.record_id = r.id and l.role <> 'publisher'
  join entity e on e.id = ${wholeOf(asked, 'l.entity_id')}`;

/** What was received in the span was assessed in it, or is not known at its end. */
const yieldLines = (asked: Asked, atLeast: number, limit: number): string => `
  select id as "entityId", "entityName", "regionCode", percent, feed, source, at from (
    select distinct on (e.id) e.id, ${WHO}, v.annual_yield as percent, r.feed, r.source, r.received_at as at
    from assessment v join record r on r.id = v.record_id ${about(asked)}
    where ${asked.within('v.assessed_at')} and v.annual_yield >= ${asked.put(atLeast, 'float8')}
      and ${asked.within('r.received_at')} and r.sample = ${asked.samples} and r.feed <> 'complaint'
      and ${inForce(asked)} and ${sayingInScope(asked)}
    order by e.id, v.annual_yield desc, r.received_at, r.id
  ) highest
  order by percent desc, at, id limit ${asked.put(limit, 'int')}`;

/** The highest promised returns that were received in the span; one line an entity. */
export function yields(
  database: Database,
  asked: Asked,
  atLeast: number,
  limit: number,
): Promise<PromisedYield[]> {
  return database.rows<PromisedYield>(yieldLines(asked, atLeast, limit), asked.values);
}

const complainedLines = (asked: Asked, limit: number): string => `
  with recursive ${toldSources(asked.samples)}
  select e.id as "entityId", ${WHO}, count(distinct r.id)::int as complaints,
    count(distinct coalesce('person:' || r.reporter_key, 'record:' || r.id))::int as complainants
  from ${receivedIn(asked)}
  join assessment v on v.record_id = r.id and v.assessed_at < ${asked.until} ${about(asked)}
  where told.feed = 'complaint' and ${inForceAndNew(asked)} and ${sayingInScope(asked)}
  group by e.id
  order by complaints desc, complainants desc, e.id limit ${asked.put(limit, 'int')}`;

/** Who was complained of most in the span. */
export function complained(database: Database, asked: Asked, limit: number): Promise<Complained[]> {
  return database.rows<Complained>(complainedLines(asked, limit), asked.values);
}

/** Outcomes in force at the end that were entered in the span, as `o`, with their whole entities; none that was opened anew. */
export const outcomesOf = (asked: Asked): string => `
  from (
    select distinct on (whole_id) one.*, bool_or(${asked.within('one.decided_at')}) over (partition by whole_id) as entered
    from (
      select o.*, ${wholeOf(asked, 'o.entity_id')} as whole_id
      from outcome o where o.decided_at < ${asked.known}
    ) one order by whole_id, id desc
  ) o join entity e on e.id = o.whole_id
  where o.entered and o.decided_at >= ${asked.since} and ${wasSample(asked.until)} = ${asked.samples} and ${entityInScope(asked)}
    and not ${isHistory('o.whole_id', 'o.decided_at', asked.known)}`;

const outcomeLines = (asked: Asked, limit: number): string => `
  select e.id as "entityId", ${WHO}, o.verdict, o.scheme, o.losses::float8 as losses,
    o.people::float8 as people, o.decided_at as at
  ${outcomesOf(asked)}
  order by o.decided_at, o.id limit ${asked.put(limit, 'int')}`;

/** What people entered in the span, as it stood when it was known; the oldest first. */
export function outcomes(database: Database, asked: Asked, limit: number): Promise<OutcomeLine[]> {
  return database.rows<OutcomeLine>(outcomeLines(asked, limit), asked.values);
}
