import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fencedTable } from './fenced-table.js';

/**
 * A process that has not heard of a rotation may still seal with a key that is about to be destroyed:
 * once a key is retired, nothing sealed with it is let in (40001: to be tried again, with the new key).
 * What names no key was sealed before keys rotated and may be anybody's.
 */
const KEYS = `
  create table vault_retired_key (
    key_id     text primary key,
    retired_at timestamptz not null
  );
  create table vault_pseudonym (
    one  boolean primary key default true check (one),
    mark text    not null
  );
  create function sealed_with(sealed bytea) returns text language sql immutable as $$
    select case get_byte(sealed, 0) when 1 then '' else encode(substring(sealed from 2 for 8), 'hex') end
  $$;
  create function refuse_retired_key() returns trigger language plpgsql as $$
  declare
    is_used boolean;
  begin
    if not exists (select from vault_retired_key) then
      return null;
    end if;
    execute format('select exists (select from fresh where %I is not null and (sealed_with(%I) = ''''
      or sealed_with(%I) in (select key_id from vault_retired_key)))', tg_argv[0], tg_argv[0], tg_argv[0])
      into is_used;
    if is_used then
      raise exception '保险箱密钥已停用，请用现行密钥' using errcode = 'serialization_failure';
    end if;
    return null;
  end $$;
`;

/** Same person or not: however a name is written. */
const person = (column: string): string =>
  `lower(regexp_replace(normalize(${column}, NFKC), '\\s', '', 'g'))`;

/**
 * Who may look at a reporter is held here and not only in the code: the one who approves is another, the
 * one who looks is the one who asked, in time, at what was asked for.
 */
const LOOKS = `
  create table vault_request (
    id           bigint generated always as identity primary key,
    requested_by text        not null,
    unit         text        not null,
    because      text        not null,
    requested_at timestamptz not null,
    constraint vault_request_by_somebody check (requested_by <> '' and char_length(because) >= 10),
    constraint vault_request_person unique (id, requested_by)
  );
  create table vault_request_record (
    request_id bigint not null references vault_request (id),
    record_id  bigint not null,
    primary key (request_id, record_id)
  );

  create table vault_approval (
    request_id   bigint      primary key,
    requested_by text        not null,
    approved_by  text        not null,
    unit         text        not null,
    because      text        not null,
    approved_at  timestamptz not null,
    expires_at   timestamptz not null,
    foreign key (request_id, requested_by) references vault_request (id, requested_by),
    constraint vault_approval_second_person
      check (approved_by <> '' and ${person('approved_by')} <> ${person('requested_by')}),
    constraint vault_approval_ends check (expires_at > approved_at),
    constraint vault_approval_known unique (request_id, requested_by, approved_by, expires_at)
  );

  create table vault_look (
    id          bigint generated always as identity primary key,
    request_id  bigint      not null,
    record_id   bigint      not null,
    looked_by   text        not null,
    looked_at   timestamptz not null,
    because     text        not null,
    approved_by text        not null,
    expires_at  timestamptz not null,
    foreign key (request_id, looked_by, approved_by, expires_at)
      references vault_approval (request_id, requested_by, approved_by, expires_at),
    foreign key (request_id, record_id) references vault_request_record (request_id, record_id),
    constraint vault_look_in_time check (looked_at < expires_at)
  );
  create index vault_look_by_record on vault_look (record_id);
`;

const APPEND_ONLY = [
  'vault_retired_key',
  'vault_pseudonym',
  'vault_request',
  'vault_request_record',
  'vault_approval',
  'vault_look',
]
  .map(
    (table) => `
      create trigger ${table}_append_only before update or delete on ${table}
        for each row execute function refuse_change();
      create trigger ${table}_not_emptied before truncate on ${table}
        for each statement execute function judgement_is_not_emptied();`,
  )
  .join('\n');

const FENCES = [
  fencedTable('reporter_vault', 'sealed'),
  fencedTable('dead_letter', 'original'),
  fencedTable('dead_letter', 'parsed'),
].join('\n');

/** Keys of the vault that may no longer seal, and looks into it that need a second person. */
export class WatchTheVault1795815000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [KEYS, FENCES, LOOKS, APPEND_ONLY]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table vault_look, vault_approval, vault_request_record, vault_request, vault_pseudonym;
      drop trigger reporter_vault_sealed_fenced on reporter_vault;
      drop trigger dead_letter_original_fenced on dead_letter;
      drop trigger dead_letter_parsed_fenced on dead_letter;
      drop function refuse_retired_key, sealed_with;
      drop table vault_retired_key;
    `);
  }
}
