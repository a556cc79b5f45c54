import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Times to the millisecond: what is hashed is all that is kept, so nothing can be changed unseen below it. */
const TABLES = `
  create table audit_line (
    seq        bigint         primary key,
    algorithm  text           not null,
    at         timestamptz(3) not null,
    who        text           not null,
    account_id text,
    roles      text[]         not null,
    action     text           not null,
    subject    text,
    address    text,
    outcome    text           not null,
    detail     jsonb,
    refers_to  bigint,
    previous   text           not null,
    hash       text           not null,
    constraint audit_line_seq check (seq >= 1),
    constraint audit_line_action check (action <> ''),
    constraint audit_line_outcome check (outcome in ('begun', 'done', 'refused', 'failed')),
    constraint audit_line_digests check (previous ~ '^[0-9a-f]{64}$' and hash ~ '^[0-9a-f]{64}$')
  );
  create index audit_line_by_who on audit_line (who, seq desc);
  create index audit_line_by_action on audit_line (action, seq desc);
  create index audit_line_by_subject on audit_line (subject, seq desc) where subject is not null;
  create index audit_line_not_done on audit_line (outcome, seq desc) where outcome in ('refused', 'failed');
  create index audit_line_by_time on audit_line (at);

  create table audit_head (
    one  boolean primary key default true check (one),
    size bigint  not null,
    hash text    not null
  );
  insert into audit_head (size, hash) values (0, repeat('0', 64));

  create table audit_checkpoint (
    id   bigint generated always as identity primary key,
    size bigint         not null,
    hash text           not null,
    at   timestamptz(3) not null
  );
`;

/**
 * Lines only go on behind the last one and take the head along; the head moves in no other way. A counter and
 * not a sequence: what is rolled back leaves no gap.
 */
const CHAINED = `
  create function audit_goes_on() returns trigger language plpgsql as $$
  declare
    head  audit_head;
    added record;
  begin
    select * into strict head from audit_head for update;
    select count(*) as lines, min(seq) as first, max(seq) as last into added from fresh;
    if added.lines = 0 then return null; end if;
    if added.first <> head.size + 1 or added.last <> head.size + added.lines or exists (
      select from (select previous, lag(hash, 1, head.hash) over (order by seq) as before from fresh) link
      where previous <> before
    ) then
      raise exception '审计行只能接在最后一行之后' using errcode = 'restrict_violation';
    end if;
    update audit_head set size = added.last, hash = (select hash from fresh where seq = added.last);
    return null;
  end $$;
  create trigger audit_line_goes_on after insert on audit_line
    referencing new table as fresh
    for each statement execute function audit_goes_on();

  create function audit_head_follows() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'UPDATE' or new.size <= old.size
      or not exists (select from audit_line where seq = new.size and hash = new.hash) then
      raise exception 'audit_head 只许追加，只能跟着最后一行走' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger audit_head_follows before insert or update or delete on audit_head
    for each row execute function audit_head_follows();
`;

const APPEND_ONLY = ['audit_line', 'audit_checkpoint']
  .map(
    (table) => `
      create trigger ${table}_append_only before update or delete on ${table}
        for each row execute function refuse_change();`,
  )
  .join('\n');

const NOT_EMPTIED = ['audit_line', 'audit_head', 'audit_checkpoint']
  .map(
    (table) => `
      create trigger ${table}_not_emptied before truncate on ${table}
        for each statement execute function judgement_is_not_emptied();`,
  )
  .join('\n');

/** What was done and tried, chained line by line. */
export class KeepAuditTrail1795867200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, CHAINED, APPEND_ONLY, NOT_EMPTIED]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table audit_checkpoint, audit_head, audit_line;
      drop function audit_goes_on, audit_head_follows;
    `);
  }
}
