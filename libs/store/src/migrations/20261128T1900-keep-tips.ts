import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fencedTable } from './fenced-table.js';

/**
 * What citizens report, beside the record that it becomes. The record is found by its number at the source, for
 * with Kafka it is written by another process, later.
 */
const TABLES = `
  create table tip (
    id          bigint generated always as identity primary key,
    code        bytea       not null constraint tip_code unique,
    form        bytea       not null constraint tip_once_a_form unique,
    mark        text        not null,
    source      text        not null,
    source_id   text        not null,
    region_code text,
    anonymous   boolean     not null,
    received_at timestamptz not null,
    constraint tip_digests check (length(code) = 32 and length(form) = 32)
  );
  create index tip_by_mark on tip (mark, received_at);
  create index tip_by_time on tip (received_at, id);
  create index tip_by_record on tip (source, source_id);

  create table tip_file (
    id         bigint generated always as identity primary key,
    tip_id     bigint  not null references tip (id),
    name       text    not null,
    media_type text    not null,
    size       integer not null,
    sha256     text    not null,
    sm3        text    not null,
    sealed     bytea   not null,
    constraint tip_file_once unique (tip_id, sm3),
    constraint tip_file_size check (size between 1 and 10485760)
  );

  create table tip_review (
    tip_id      bigint primary key references tip (id),
    reviewed_by text        not null,
    because     text        not null,
    reviewed_at timestamptz not null,
    constraint tip_review_by_somebody check (reviewed_by <> '' and because <> '')
  );
`;

const KEPT = `
  create function tip_is_kept() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and tg_table_name = 'tip_file'
      and to_jsonb(new) - 'sealed' = to_jsonb(old) - 'sealed' then
      return new;
    end if;
    raise exception '% 只许追加，不许修改或删除', tg_table_name using errcode = 'restrict_violation';
  end $$;
  create trigger tip_is_kept before update or delete on tip for each row execute function tip_is_kept();
  create trigger tip_file_is_kept before update or delete on tip_file
    for each row execute function tip_is_kept();
  create trigger tip_review_is_kept before update or delete on tip_review
    for each row execute function tip_is_kept();
  create trigger tip_is_not_emptied before truncate on tip
    for each statement execute function tip_is_kept();
  create trigger tip_file_is_not_emptied before truncate on tip_file
    for each statement execute function tip_is_kept();
  create trigger tip_review_is_not_emptied before truncate on tip_review
    for each statement execute function tip_is_kept();
`;

/** Reports of citizens: their codes as digests, their files sealed, the office's word on them. */
export class KeepTips1795892400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, KEPT, fencedTable('tip_file', 'sealed')]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table tip_review, tip_file, tip; drop function tip_is_kept');
  }
}
