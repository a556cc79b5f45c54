import type { Asked } from './asked.js';
import { alertInScope, wholeOf } from './scope-sql.js';

/**
 * What the log of an alert says of it by the end. Every line says the tier that counted then, but one that
 * only tells that the model differs; an alert that such a line opened has no other. A rise takes up again
 * what was refuted without saying so: stages are written by people's steps only.
 */
const log = (asked: Asked): string => `
  select
    (array_agg(c.to_tier order by c.kind = 'differs', c.id desc))[1] as tier,
    (array_agg(c.source order by c.id desc)
      filter (where c.kind in ('raised', 'upgraded', 'lowered')))[1] = 'person' as by_person,
    (array_agg(c.to_stage order by c.id desc) filter (where c.to_stage is not null))[1] as stage,
    (array_agg(c.kind order by c.id desc) filter (where c.kind in ('merged', 'unmerged')))[1] as merging,
    coalesce(max(c.id) filter (where c.kind = 'upgraded')
      > max(c.id) filter (where c.to_stage is not null), false) as rose_since
  from alert_change c where c.alert_id = a.id and c.at < ${asked.until}`;

/** People's tiers that stood at the end, by whole entity: the latest decision on any of its parts. */
const persons = (asked: Asked): string => `
  select distinct on (whole_id) whole_id, to_tier from (
    select d.id, d.to_tier, ${wholeOf(asked, 'd.entity_id')} as whole_id
    from tier_decision d where d.decided_at < ${asked.until}
  ) decision order by whole_id, id desc`;

const STAGE = `case when log.stage = 'refuted' and log.rose_since then 'raised'
  else coalesce(log.stage, 'raised') end`;

/**
 * Alerts of the scope as they stood at the end, out of their log: with tier, by_person, stage, is_open and
 * the whole entity that they were about. A person's tier moves an open alert also where no line was needed
 * (two entities were merged); what is closed keeps the tier that it was closed with.
 *
 * Not exact: name and region of an alert are those of today, no older ones are kept. Where a merge that
 * brought a person's tier along was undone, the last line still says that tier until the next one.
 */
export const standing = (asked: Asked, which: string): string => `
  select a.id, a.entity_id, a.entity_name, a.region_code, a.raised_at, a.index, whole.id as whole_id,
    case when log.stage = 'closed' then coalesce(log.tier, a.tier)
      else coalesce(person.to_tier, log.tier, a.tier) end as tier,
    case when log.stage = 'closed' then coalesce(log.by_person, false)
      else person.to_tier is not null end as by_person,
    ${STAGE} as stage,
    ${STAGE} <> 'closed' and log.merging is distinct from 'merged' as is_open
  from alert a
  cross join lateral (select ${wholeOf(asked, 'a.entity_id')} as id) whole
  cross join lateral (${log(asked)}) log
  left join (${persons(asked)}) person on person.whole_id = whole.id
  where a.raised_at < ${asked.until} and a.sample = ${asked.samples} and ${alertInScope(asked)} and ${which}`;

/** The index of a whole entity that stood at the end: the latest of its history. */
export const indexOf = (asked: Asked, whole: string): string => `
  select i.score, i.tier, i.index from entity_index i
  where i.entity_id = ${whole} and i.at < ${asked.until} order by i.at desc, i.id desc limit 1`;
