import type { FeedLine } from '@risk/bulletins';
import type { Database } from '../database.js';
import type { Asked } from './asked.js';
import { recordInScope } from './scope-sql.js';
import { ofSource, toldSources } from './told-sources.js';

const HAS_REAL = `
  with recursive ${toldSources('false')}
  select exists (
    select from told join record r on not r.sample and r.source = told.source and r.feed = told.feed
    where r.received_at < $1
  ) as real
`;

/** Whether anything but samples was received before a moment. */
export async function hasReal(database: Database, until: Date): Promise<boolean> {
  const [row] = await database.rows<{ real: boolean }>(HAS_REAL, [until]);
  return row?.real ?? false;
}

const BEGUN = `
  with recursive ${toldSources('$1::boolean')}
  select min(first.received_at) as at from told cross join lateral (
    select r.received_at from record r
    where r.sample = $1::boolean and r.source = told.source and r.feed = told.feed
    order by r.received_at limit 1
  ) first
`;

/** When the first record was received. */
export async function begunAt(database: Database, samples: boolean): Promise<Date | null> {
  const [row] = await database.rows<{ at: Date | null }>(BEGUN, [samples]);
  return row?.at ?? null;
}

/** Unreadable letters by source; they say nothing of a region or an entity, so there nobody's count. */
const letters = (asked: Asked): string => `
  select coalesce(source, 'unknown') as source, feed, max(received_at) as at,
    count(*) filter (where received_at >= ${asked.since})::int as count
  from dead_letter where sample = ${asked.samples} and received_at < ${asked.until}
  group by 1, 2`;

/** What came, among rows that fulfil a condition. */
const counts = (asked: Asked, lateAfterHours: number, which: string): string => `
  count(*) filter (where ${which})::int as received,
  count(*) filter (where ${which} and r.received_at - r.occurred_at
    > make_interval(secs => ${asked.put(lateAfterHours, 'float8')} * 3600))::int as late`;

/**
 * Whether a source is silent does not hang on a region, so when it was heard last is said of the whole
 * city; what it brought is counted for the region.
 */
const ofCity = (asked: Asked, lateAfterHours: number): string => `
  with recursive ${toldSources(asked.samples)}, letter as (${letters(asked)}), heard as (
    select told.source, told.feed, last.received_at as at, came.received, came.late
    from told
    cross join lateral (
      ${ofSource(asked, 'r.received_at', `r.received_at < ${asked.until}`)}
      order by r.received_at desc limit 1
    ) last
    cross join lateral (
      ${ofSource(asked, counts(asked, lateAfterHours, 'true'), `${asked.within('r.received_at')} and ${recordInScope(asked)}`)}
    ) came
  )
  select source, feed, coalesce(heard.received, 0) as received, coalesce(heard.late, 0) as late,
    ${asked.scope.kind === 'region' ? '0' : 'coalesce(letter.count, 0)'} as "deadLettered",
    greatest(heard.at, letter.at) as "lastHeardAt"
  from heard full join letter using (source, feed) order by source, feed`;

const ofEntity = (asked: Asked, lateAfterHours: number): string => `
  select source, feed, ${counts(asked, lateAfterHours, asked.within('r.received_at'))},
    0 as "deadLettered", max(r.received_at) as "lastHeardAt"
  from record r
  where r.received_at < ${asked.until} and r.sample = ${asked.samples} and ${recordInScope(asked)}
  group by source, feed order by source, feed`;

/** Every source that was heard before the end of the span. */
export function feeds(
  database: Database,
  asked: Asked,
  lateAfterHours: number,
): Promise<FeedLine[]> {
  const ask = asked.scope.kind === 'entity' ? ofEntity : ofCity;
  return database.rows<FeedLine>(ask(asked, lateAfterHours), asked.values);
}
