import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What its recipient knew after a notice: the next one tells the difference. */
const TOLD = `
  alter table notice
    add column told_change bigint,
    add column told_tier   text;
  update notice n set told_tier = coalesce(a.person_tier, a.tier), told_change = (
      select max(c.id) from alert_change c where c.alert_id = n.alert_id and c.at <= n.settled_at
    )
  from alert a where a.id = n.alert_id and n.state = 'sent';
  create index notice_unknown on notice (id) where state = 'unknown';
  create index notice_by_digest on notice (digest_id) where digest_id is not null;
  drop index notice_due;
  create index notice_due on notice (channel, not_before) where state = 'pending';
`;

/** A row goes only with its notice: when that is gone already, the cascade is at work. */
const DECISIONS = `
  create table notice_decision (
    id         bigint generated always as identity primary key,
    notice_id  bigint      not null references notice (id) on delete cascade,
    verdict    text        not null,
    from_state text        not null,
    attempt    integer     not null,
    decided_by text        not null,
    because    text        not null,
    decided_at timestamptz not null,
    constraint notice_decision_verdict check (verdict in ('resend', 'received', 'not-received')),
    constraint notice_decision_by_somebody check (decided_by <> '' and because <> '')
  );
  create index notice_decision_by_notice on notice_decision (notice_id, id);

  create function notice_decision_is_kept() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' and not exists (select from notice where id = old.notice_id) then
      return old;
    end if;
    raise exception '% 只能追加，不能修改或删除', tg_table_name using errcode = 'restrict_violation';
  end $$;
  create trigger notice_decision_is_kept before update or delete on notice_decision
    for each row execute function notice_decision_is_kept();
`;

/** People settle what became of a notice whose fate is unknown; what a recipient was told is known exactly. */
export class SettleNotices1795816200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TOLD, DECISIONS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table notice_decision;
      drop function notice_decision_is_kept;
      drop index notice_unknown, notice_by_digest, notice_due;
      create index notice_due on notice (not_before) where state = 'pending';
      alter table notice drop column told_change, drop column told_tier;
    `);
  }
}
