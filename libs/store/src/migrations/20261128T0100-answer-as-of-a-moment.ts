import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What questions about a stretch of time need; what each costs an insert was measured (npm run bench -- bulletin).
 *
 * - Sources of records, when each was heard first and last, and what it brought between two moments: one
 *   walk of this index a source, without the records themselves where only counts are wanted.
 * - The history of indices is only appended to, so where its pages lie tells their time: a block range index
 *   costs an insert next to nothing. The latest of several at one moment stands: with the id in it the index
 *   by entity answers that without sorting.
 * - Few records promise a return, and few lines of the log move a tier: only those are indexed.
 */
const INDEXES = `
  create index record_by_source on record (sample, source, feed, received_at);
  create index assessment_by_yield on assessment (assessed_at) where annual_yield is not null;
  create index entity_index_by_moment on entity_index using brin (at)
    with (pages_per_range = 16, autosummarize = on);
  create index alert_by_raising on alert (raised_at);
  create index alert_change_moved on alert_change (at) where kind in ('upgraded', 'lowered');
  drop index entity_index_by_entity;
  create index entity_index_by_entity on entity_index (entity_id, at desc, id desc);
`;

/**
 * Deadlines that ended: a duty shows the present one only. Whoever sets a new one starts the ladder anew at
 * that moment, so next_at is the moment. Deadlines that were moved before this table was there are not known.
 */
const DEADLINES = `
  create table duty_deadline (
    id       bigint generated always as identity primary key,
    duty_id  bigint      not null references duty (id) on delete cascade,
    due_at   timestamptz not null,
    ended_at timestamptz not null
  );
  create index duty_deadline_by_duty on duty_deadline (duty_id, id);

  create function duty_keeps_deadline() returns trigger language plpgsql as $$
  begin
    insert into duty_deadline (duty_id, due_at, ended_at) values (old.id, old.due_at, new.next_at);
    return null;
  end $$;
  create trigger duty_keeps_deadline after update of due_at on duty
    for each row when (old.due_at <> new.due_at and new.next_at is not null)
    execute function duty_keeps_deadline();
`;

/** Whatever is asked about a stretch of time is answered as it was known at its end, and quickly. */
export class AnswerAsOfAMoment1795827600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [INDEXES, DEADLINES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger duty_keeps_deadline on duty;
      drop function duty_keeps_deadline;
      drop table duty_deadline;
      drop index record_by_source, assessment_by_yield, entity_index_by_moment, alert_by_raising,
        alert_change_moved, entity_index_by_entity;
      create index entity_index_by_entity on entity_index (entity_id, at desc);
    `);
  }
}
