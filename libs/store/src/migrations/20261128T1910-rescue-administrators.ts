import type { MigrationInterface, QueryRunner } from 'typeorm';

const RESCUE = `
  alter table account add column reset jsonb;

  create table rescue (
    id       bigint generated always as identity primary key,
    code     bytea       not null constraint rescue_code unique,
    role     text        not null,
    made_at  timestamptz not null,
    ends_at  timestamptz not null,
    used_at  timestamptz,
    constraint rescue_role check (role in ('system-admin', 'security-admin')),
    constraint rescue_digest check (length(code) = 32)
  );
`;

/** Passwords that are set anew only with another's consent, and a way back in when no administrator is left. */
export class RescueAdministrators1795893000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RESCUE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rescue; alter table account drop column reset');
  }
}
