import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public security says that it took a hand-over in before it decides on it; once, and for ever. */
const TAKEN_IN = `
  create table handover_taken (
    handover_id bigint primary key references handover (id) on delete cascade,
    taken_by    text        not null,
    because     text        not null,
    taken_at    timestamptz not null,
    constraint handover_taken_by_somebody check (taken_by <> '' and because <> '')
  );
  create trigger handover_taken_is_kept before update or delete on handover_taken
    for each row execute function case_is_kept('handover', 'handover_id');
  create trigger handover_taken_is_not_emptied before truncate on handover_taken
    for each statement execute function judgement_is_not_emptied();
`;

/** What units and the office look through all day is found in the order in which they see it. */
const INDEXES = `
  create index notice_inbox on notice (unit, (case when read_at is not null then 0
    when kind = 'escalation' then 5 when step like 'transferred#%' then 4 when kind = 'alert' then 3
    when kind = 'reminder' then 2 else 1 end), id) where channel = 'inbox' and state = 'sent';
  create index notice_unread on notice (unit) where channel = 'inbox' and state = 'sent' and read_at is null;
  create index notice_not_sent on notice (state, id) where state <> 'sent';
  create index notice_rare on notice (kind, id) where kind not in ('alert', 'progress');
  create index duty_standing on duty (due_at, id) where done_at is null and void_at is null;
  create index duty_standing_of_unit on duty (unit, due_at, id) where done_at is null and void_at is null;
  create index duty_done on duty (coalesce(done_at, 'infinity'), id) where done_at is not null;
  create index duty_done_of_unit on duty (unit, coalesce(done_at, 'infinity'), id) where done_at is not null;
  create index alert_hush_by_cause on alert_hush (cause, cause_id) where ended_at is null;
  create index alert_change_found on alert_change (kind, at) where kind in ('confirmed', 'refuted');
`;

/** What the desks of units need: the first receipt of a hand-over, and lists that open at once. */
export class ServeDesks1795881600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TAKEN_IN, INDEXES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table handover_taken;
      drop index notice_inbox, notice_unread, notice_not_sent, notice_rare, duty_standing, duty_standing_of_unit,
        duty_done, duty_done_of_unit, alert_hush_by_cause, alert_change_found
    `);
  }
}
