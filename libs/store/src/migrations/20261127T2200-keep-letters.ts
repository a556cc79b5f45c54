import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts and paper are json, not jsonb: what was written once must come out the same to be written again. */
const LETTER = `
  create table letter (
    id        bigint generated always as identity primary key,
    alert_id  bigint      not null references alert (id) on delete cascade,
    code      text        not null,
    unit      text        not null,
    number    text,
    signed_on date        not null,
    title     text        not null,
    facts     json        not null,
    paper     json        not null,
    size      bigint      not null,
    sha256    text        not null,
    sm3       text        not null,
    signed_by text        not null,
    because   text        not null,
    signed_at timestamptz not null,
    constraint letter_by_somebody check (signed_by <> '' and because <> ''),
    constraint letter_numbered check (number is not null or code = 'verification-record'),
    constraint letter_number_once unique (unit, number),
    constraint letter_digests check (sha256 ~ '^[0-9a-f]{64}$' and sm3 ~ '^[0-9a-f]{64}$')
  );
  create index letter_by_alert on letter (alert_id, id);

  create trigger letter_is_kept before update or delete on letter
    for each row execute function case_is_kept('alert', 'alert_id');
  create trigger letter_is_not_emptied before truncate on letter
    for each statement execute function judgement_is_not_emptied();
`;

const EXPORT = `
  create table credit_export (
    id        bigint generated always as identity primary key,
    signed_by text        not null,
    because   text        not null,
    signed_at timestamptz not null,
    cases     jsonb       not null,
    files     jsonb       not null,
    constraint credit_export_by_somebody check (signed_by <> '' and because <> ''),
    constraint credit_export_of_something check (jsonb_array_length(cases) > 0 and jsonb_array_length(files) > 0)
  );

  create trigger credit_export_is_kept before update or delete on credit_export
    for each row execute function refuse_change();
  create trigger credit_export_is_not_emptied before truncate on credit_export
    for each statement execute function judgement_is_not_emptied();
`;

const workedAlert = (tables: readonly string[], what: string): string => `
  create or replace function worked_alert_is_kept() returns trigger language plpgsql as $$
  begin
    if ${tables.map((table) => `exists (select from ${table} where alert_id = old.id)`).join(' or ')} then
      raise exception '预警 % 有${what}，不能删除', old.id using errcode = 'restrict_violation';
    end if;
    return old;
  end $$;
`;

/** Letters that people signed, and credit records that they sent out: added to, never changed. */
export class KeepLetters1795816800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const kept = workedAlert(['verification', 'handover', 'letter'], '核查或移送、签发的文书');
    for (const part of [LETTER, EXPORT, kept]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(workedAlert(['verification', 'handover'], '核查或移送'));
    await runner.query('drop table letter, credit_export');
  }
}
