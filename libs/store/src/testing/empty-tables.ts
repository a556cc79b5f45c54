import type { Database } from '../database.js';

/** The tables that are named, and all that refer to them. */
const closureOf = (tables: readonly string[]): string => `
  with recursive emptied (id) as (
    select name::regclass::oid from unnest(array[${tables.map((table) => `'${table}'`).join(', ')}]) name
    union
    select c.conrelid from emptied join pg_constraint c on c.confrelid = emptied.id and c.contype = 'f'
  )`;

/**
 * Empties tables and whatever refers to them, and lets their ids begin anew. What may only grow is emptied, too: here
 * alone the triggers that hold it are asleep. Of a few rows deleting takes 2 ms where TRUNCATE takes 240, because that
 * writes each index of each table anew.
 */
export async function emptyTables(database: Database, ...tables: readonly string[]): Promise<void> {
  const emptied = closureOf(tables);
  await database.rows(`
    do $$
    declare
      one regclass;
      restarted bigint;
    begin
      set local session_replication_role = replica;
      for one in ${emptied} select id from emptied loop
        execute 'delete from ' || one;
      end loop;
      ${emptied}
      select count(setval(s.seqrelid::regclass, s.seqstart, false)) into restarted
      from emptied
        join pg_depend d on d.refobjid = emptied.id
          and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
        join pg_sequence s on s.seqrelid = d.objid
      where pg_sequence_last_value(s.seqrelid) is not null;
    end $$
  `);
}
