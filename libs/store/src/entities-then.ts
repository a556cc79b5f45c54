/**
 * The whole entity that one was part of just before a moment: a merge at that moment is not known yet. Most
 * were never merged and need no walk; PostgreSQL counts in microseconds.
 */
export const wholeThen = (entity: string, moment: string): string => `case when exists (
    select from entity_merge m where m.member_id = ${entity} and m.merged_at < ${moment}
  ) then ${rootThen(entity, moment)} else ${entity} end`;

/** The same, always by a walk. */
export const rootThen = (entity: string, moment: string): string =>
  `root_of(${entity}, ${moment} - interval '1 microsecond')`;

/** Everybody who was part of a whole entity just before a moment, itself included. */
export const partsThen = (whole: string, moment: string): string => `
  with recursive part (id) as (
    select ${whole}
    union
    select m.member_id from entity_merge m join part on m.into_id = part.id
    where m.merged_at < ${moment} and (m.undone_at is null or m.undone_at >= ${moment})
  )
  select id from part`;

/**
 * Whether a whole entity, row `e`, was a sample just before a moment. A sample that a real record names is
 * real from then on, and only that it is so now is kept: the records tell since when. Where there are no
 * samples nobody was one.
 */
export const wasSample = (moment: string): string => `(case
    when e.sample then true
    when not exists (select from record where sample) then false
    when exists (${linkedRecords(moment)} and not r.sample) then false
    else exists (${linkedRecords(moment)} and r.sample) end)`;

const linkedRecords = (moment: string): string => `
  select from entity_link l join record r on r.id = l.record_id
  where l.entity_id in (${partsThen('e.id', moment)}) and r.received_at < ${moment}`;
