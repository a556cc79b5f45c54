import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fencedTable } from './fenced-table.js';

/**
 * Files beside alerts: added to, never changed, but for the seal, which is renewed when keys rotate; the
 * digests hold the bytes. No foreign key: a file stays on record when a sample alert is removed, and
 * removing the alert of a real entity is refused elsewhere.
 */
const TABLE = `
  create table attachment (
    id         bigint generated always as identity primary key,
    alert_id   bigint      not null,
    name       text        not null,
    media_type text        not null,
    size       integer     not null,
    sha256     text        not null,
    sm3        text        not null,
    sealed     bytea       not null,
    kept_by    text        not null,
    because    text        not null,
    kept_at    timestamptz not null,
    constraint attachment_by_somebody check (kept_by <> '' and because <> ''),
    constraint attachment_size check (size between 1 and 20971520),
    constraint attachment_once unique (alert_id, sm3)
  );

  create function attachment_is_kept() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and to_jsonb(new) - 'sealed' = to_jsonb(old) - 'sealed' then
      return new;
    end if;
    raise exception 'attachment 只许追加，不许修改或删除' using errcode = 'restrict_violation';
  end $$;
  create trigger attachment_is_kept before update or delete on attachment
    for each row execute function attachment_is_kept();
  create trigger attachment_is_not_emptied before truncate on attachment
    for each statement execute function judgement_is_not_emptied();
`;

/** Files that officials put beside alerts. */
export class KeepAttachments1795815300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(fencedTable('attachment', 'sealed'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table attachment; drop function attachment_is_kept');
  }
}
