import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is owed on an alert goes on being owed when that is merged into another: `void_on` says on which it ended.
 * What was late when it ended stays in the ledger.
 */
const DUTIES = `
  alter table duty add column void_on bigint references alert (id) on delete set null;
  update duty set void_on = alert_id where void_at is not null;
  create index duty_ended_elsewhere on duty (alert_id) where void_on <> alert_id;
  create index duty_late_when_void on duty (unit, kind, opened_at) where void_at > due_at and paused_at is null;
`;

/** The earliest deadline that runs of an alert or of those that live on in it, beside the alert that goes on. */
const DEADLINES = `
  create function alert_deadline(start bigint) returns timestamptz language sql stable as $$
    with recursive inside (id) as (
      select start
      union all
      select member.id from inside join alert member on member.merged_into = inside.id
    )
    select min(d.due_at) from inside join duty d on d.alert_id = inside.id
    where d.done_at is null and d.void_at is null and d.paused_at is null
  $$;

  create or replace function alert_follows_duties() returns trigger language plpgsql as $$
  begin
    update alert a set due_at = now_due.due_at
    from (
      select touched.id, alert_deadline(touched.id) as due_at
      from (
        select distinct case when own.merged_into is null then own.id else alert_goal(own.id) end as id
        from moved join alert own on own.id = moved.alert_id
      ) touched
    ) now_due
    where a.id = now_due.id and a.due_at is distinct from now_due.due_at;
    return null;
  end $$;

  create function alert_follows_merges() returns trigger language plpgsql as $$
  begin
    update alert a set due_at = now_due.due_at
    from (
      select touched.id, alert_deadline(touched.id) as due_at
      from (
        select new.id
        union
        select alert_goal(other.id) from unnest(array[old.merged_into, new.merged_into]) as other (id)
        where other.id is not null
      ) touched
    ) now_due
    where a.id = now_due.id and a.due_at is distinct from now_due.due_at;
    return null;
  end $$;
  create trigger alert_follows_merges after update of merged_into on alert
    for each row when (old.merged_into is distinct from new.merged_into)
    execute function alert_follows_merges();
`;

/** Nobody's obligation ends because two alerts became one. */
export class LetMergedAlertsOwe1795910000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [DUTIES, DEADLINES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger alert_follows_merges on alert;
      drop function alert_follows_merges;
      create or replace function alert_follows_duties() returns trigger language plpgsql as $$
      begin
        update alert a set due_at = now_due.due_at
        from (
          select touched.alert_id, (
            select min(d.due_at) from duty d where d.alert_id = touched.alert_id
              and d.done_at is null and d.void_at is null and d.paused_at is null
          ) as due_at
          from (select distinct alert_id from moved where alert_id is not null) touched
        ) now_due
        where a.id = now_due.alert_id and a.due_at is distinct from now_due.due_at;
        return null;
      end $$;
      drop function alert_deadline;
      drop index duty_ended_elsewhere, duty_late_when_void;
      alter table duty drop column void_on
    `);
  }
}
