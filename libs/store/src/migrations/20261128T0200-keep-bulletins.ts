import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The content is json, not jsonb: what was composed once must come out in the same order to be printed again. */
const BULLETIN = `
  create table bulletin (
    id          bigint generated always as identity primary key,
    kind        text        not null,
    slot        text        not null,
    scope       text        not null,
    sample      boolean     not null,
    revision    integer     not null,
    year        integer     not null,
    number      integer,
    title       text        not null,
    since       timestamptz not null,
    until       timestamptz not null,
    state       text        not null default 'draft',
    corrects    bigint references bulletin (id) on delete cascade,
    content     json        not null,
    broken      jsonb       not null,
    quiet       boolean     not null,
    words       text        not null,
    composed_at timestamptz not null,
    issued_at   timestamptz,
    constraint bulletin_kind check (kind in ('daily', 'weekly', 'monthly', 'quarterly', 'special')),
    constraint bulletin_state check (state in ('draft', 'reviewed', 'issued', 'withdrawn')),
    constraint bulletin_once unique (kind, slot, scope, sample, revision),
    constraint bulletin_number_once unique (kind, scope, sample, year, number, revision),
    constraint bulletin_issued check ((state = 'issued') = (issued_at is not null) and (issued_at is null or number is not null)),
    constraint bulletin_whole check (state in ('draft', 'withdrawn') or broken = '[]'),
    constraint bulletin_corrects check ((revision > 0) = (corrects is not null))
  );
  create index bulletin_of_series on bulletin (kind, scope, sample, until desc) where revision = 0;
  create index bulletin_unfinished on bulletin (id) where state = 'draft' and broken <> '[]';

  create table bulletin_file (
    bulletin_id bigint  not null references bulletin (id) on delete cascade,
    name        text    not null,
    role        text    not null,
    media_type  text    not null,
    size        bigint  not null,
    sha256      text    not null,
    sm3         text    not null,
    bytes       bytea   not null,
    constraint bulletin_file_once primary key (bulletin_id, name),
    constraint bulletin_file_role check (role in ('document', 'print', 'annex', 'mail', 'plain', 'picture')),
    constraint bulletin_file_digests check (sha256 ~ '^[0-9a-f]{64}$' and sm3 ~ '^[0-9a-f]{64}$')
  );
  alter table bulletin_file alter column bytes set storage external;

  create table bulletin_step (
    id          bigint generated always as identity primary key,
    bulletin_id bigint      not null references bulletin (id) on delete cascade,
    kind        text        not null,
    by          text        not null,
    because     text        not null,
    at          timestamptz not null,
    constraint bulletin_step_by_somebody check (by <> '' and because <> '')
  );
  create index bulletin_step_by_bulletin on bulletin_step (bulletin_id, id);

  alter table notice
    add column bulletin_id bigint references bulletin (id) on delete cascade,
    add column receipt text,
    add constraint notice_bulletin_receipt check ((bulletin_id is null) = (receipt is null));
  create index notice_by_bulletin on notice (bulletin_id) where bulletin_id is not null;
`;

/** What went out stays as it went out; samples may go as a whole. */
const KEPT = `
  create function bulletin_is_kept() returns trigger language plpgsql as $$
  begin
    if old.state in ('issued', 'withdrawn') and not (tg_op = 'DELETE' and old.sample) then
      raise exception '已签发或作废的简报不能修改或删除' using errcode = 'restrict_violation';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$;
  create trigger bulletin_is_kept before update or delete on bulletin
    for each row execute function bulletin_is_kept();
  create trigger bulletin_is_not_emptied before truncate on bulletin
    for each statement execute function judgement_is_not_emptied();

  create function bulletin_file_is_kept() returns trigger language plpgsql as $$
  declare
    owner bigint := case when tg_op = 'DELETE' then old.bulletin_id else new.bulletin_id end;
  begin
    if exists (select from bulletin where id = owner and state in ('issued', 'withdrawn')) then
      raise exception '已签发或作废的简报，文件不能增减或修改' using errcode = 'restrict_violation';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$;
  create trigger bulletin_file_is_kept before insert or update or delete on bulletin_file
    for each row execute function bulletin_file_is_kept();
  create trigger bulletin_file_is_not_emptied before truncate on bulletin_file
    for each statement execute function judgement_is_not_emptied();

  create trigger bulletin_step_is_kept before update or delete on bulletin_step
    for each row execute function case_is_kept('bulletin', 'bulletin_id');
  create trigger bulletin_step_is_not_emptied before truncate on bulletin_step
    for each statement execute function judgement_is_not_emptied();
`;

/** Bulletins with their files and what was done with them; a notice may carry one. */
export class KeepBulletins1795831200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [BULLETIN, KEPT]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notice where kind = 'bulletin';
      drop index notice_by_bulletin;
      alter table notice drop constraint notice_bulletin_receipt, drop column bulletin_id, drop column receipt;
      drop table bulletin_step, bulletin_file, bulletin;
      drop function bulletin_is_kept, bulletin_file_is_kept;
    `);
  }
}
