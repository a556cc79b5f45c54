import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many notices there are in each state, alerts raised and open of each tier, and reports of citizens: counted as they come
 * and go, for to count a million rows whenever somebody asks takes too long. Every connection adds to a line of its
 * own, so that no two writers ever wait for each other.
 */
const TALLY = `
  create table row_tally (
    what    text    not null,
    label   text    not null,
    backend integer not null,
    n       bigint  not null,
    primary key (what, label, backend)
  ) with (fillfactor = 50);
  create function add_to_tally(added_what text, added_label text, added bigint) returns void language sql as $$
    insert into row_tally (what, label, backend, n) values (added_what, added_label, pg_backend_pid(), added)
    on conflict (what, label, backend) do update set n = row_tally.n + excluded.n
  $$;
`;

const NOTICES = `
  create function notices_are_tallied() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      perform add_to_tally('notice', state, count(*)) from come group by state;
    elsif tg_op = 'DELETE' then
      perform add_to_tally('notice', state, -count(*)) from gone group by state;
    else
      perform add_to_tally('notice', state, sum(change)::bigint) from (
        select state, 1 as change from come union all select state, -1 from gone
      ) moved group by state having sum(change) <> 0;
    end if;
    return null;
  end $$;
  create trigger new_notices_are_tallied after insert on notice
    referencing new table as come for each statement execute function notices_are_tallied();
  create trigger moved_notices_are_tallied after update on notice
    referencing old table as gone new table as come for each statement execute function notices_are_tallied();
  create trigger lost_notices_are_tallied after delete on notice
    referencing old table as gone for each statement execute function notices_are_tallied();
`;

const RAISED = `
  create function raised_alerts_are_tallied() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      perform add_to_tally('raised', to_tier, count(*)) from come where kind = 'raised' group by to_tier;
    else
      perform add_to_tally('raised', to_tier, -count(*)) from gone where kind = 'raised' group by to_tier;
    end if;
    return null;
  end $$;
  create trigger raised_alerts_are_tallied after insert on alert_change
    referencing new table as come for each statement execute function raised_alerts_are_tallied();
  create trigger lost_alerts_are_tallied after delete on alert_change
    referencing old table as gone for each statement execute function raised_alerts_are_tallied();
`;

const OPEN = `
  create function open_alerts_are_tallied() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      perform add_to_tally('open', tier, count(*)) from come where status = 'open' group by tier;
    elsif tg_op = 'DELETE' then
      perform add_to_tally('open', tier, -count(*)) from gone where status = 'open' group by tier;
    else
      perform add_to_tally('open', tier, sum(change)::bigint) from (
        select tier, 1 as change from come where status = 'open'
        union all select tier, -1 from gone where status = 'open'
      ) moved group by tier having sum(change) <> 0;
    end if;
    return null;
  end $$;
  create trigger new_open_alerts_are_tallied after insert on alert
    referencing new table as come for each statement execute function open_alerts_are_tallied();
  create trigger moved_open_alerts_are_tallied after update on alert
    referencing old table as gone new table as come for each statement execute function open_alerts_are_tallied();
  create trigger lost_open_alerts_are_tallied after delete on alert
    referencing old table as gone for each statement execute function open_alerts_are_tallied();
`;

/** Nobody takes a report of a citizen away again. */
const TIPS = `
  create function tips_are_tallied() returns trigger language plpgsql as $$
  begin
    perform add_to_tally('tip', '', count(*)) from come having count(*) > 0;
    return null;
  end $$;
  create trigger tips_are_tallied after insert on tip
    referencing new table as come for each statement execute function tips_are_tallied();
`;

/** What there is already; the triggers came first, so that nothing slips in between. */
const BEFORE = `
  insert into row_tally (what, label, backend, n)
    select 'notice', state, 0, count(*) from notice group by state
    union all select 'raised', to_tier, 0, count(*) from alert_change where kind = 'raised' group by to_tier
    union all select 'open', tier, 0, count(*) from alert where status = 'open' group by tier
    union all select 'tip', '', 0, count(*) from tip;
`;

const INDEXES = `
  create index dead_letter_waiting on dead_letter (received_at) where replayed_at is null;
  create index duty_running on duty (due_at) where done_at is null and void_at is null and paused_at is null;
`;

/** Lets the vital signs of the house be read in a moment, however much it holds. */
export class TallyRows1795896000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TALLY, NOTICES, RAISED, OPEN, TIPS, BEFORE, INDEXES])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index dead_letter_waiting, duty_running;
      drop trigger new_notices_are_tallied on notice;
      drop trigger moved_notices_are_tallied on notice;
      drop trigger lost_notices_are_tallied on notice;
      drop trigger raised_alerts_are_tallied on alert_change;
      drop trigger lost_alerts_are_tallied on alert_change;
      drop trigger new_open_alerts_are_tallied on alert;
      drop trigger moved_open_alerts_are_tallied on alert;
      drop trigger lost_open_alerts_are_tallied on alert;
      drop trigger tips_are_tallied on tip;
      drop function notices_are_tallied, raised_alerts_are_tallied, open_alerts_are_tallied,
        tips_are_tallied, add_to_tally;
      drop table row_tally;
    `);
  }
}
