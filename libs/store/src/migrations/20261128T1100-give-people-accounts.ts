import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fencedTable } from './fenced-table.js';

/** Same person or not, however a name is written; whoever signs must be told apart from everybody else. */
const PERSON = `lower(regexp_replace(normalize(name, NFKC), '\\s', '', 'g'))`;

const ACCOUNTS = `
  create table account (
    id            bigint generated always as identity primary key,
    login         text        not null constraint account_login unique,
    name          text        not null,
    unit          text        not null,
    roles         text[]      not null,
    regions       text[],
    state         text        not null,
    proposed      jsonb,
    password_hash text,
    password_at   timestamptz not null,
    must_change   boolean     not null,
    failures      integer     not null default 0,
    locked_until  timestamptz,
    valid_until   date,
    issuer        text,
    subject       text,
    made_by       text        not null,
    made_at       timestamptz not null,
    approved_by   text,
    sample        boolean     not null default false,
    constraint account_state check (state in ('pending', 'active', 'disabled')),
    constraint account_has_roles check (cardinality(roles) > 0),
    constraint account_approved check (state <> 'active' or approved_by is not null),
    constraint account_identity check ((issuer is null) = (subject is null)),
    constraint account_one_identity unique (issuer, subject),
    constraint account_password check (password_hash is null or password_hash like '$argon2id$%')
  );
  create unique index account_name on account ((${PERSON}));

  create table second_factor (
    account_id bigint primary key references account (id) on delete cascade,
    sealed     bytea  not null,
    last_step  bigint not null
  );
  create table recovery_code (
    account_id bigint not null references account (id) on delete cascade,
    hash       text   not null,
    used_at    timestamptz,
    primary key (account_id, hash)
  );
`;

const SESSIONS = `
  create table session (
    id           bigint generated always as identity primary key,
    token_hash   bytea       not null constraint session_token unique,
    account_id   bigint      not null references account (id) on delete cascade,
    stage        text        not null,
    opened_at    timestamptz not null,
    seen_at      timestamptz not null,
    from_address text,
    ended_at     timestamptz,
    ended_because text,
    constraint session_stage check (stage in ('second-factor', 'new-password', 'enrol', 'in')),
    constraint session_ends check ((ended_at is null) = (ended_because is null)),
    constraint session_digest check (length(token_hash) = 32)
  );
  create index session_open on session (account_id) where ended_at is null;

  create table service_token (
    id           bigint generated always as identity primary key,
    hash         bytea       not null constraint service_token_hash unique,
    name         text        not null,
    feeds        text[]      not null,
    made_by      text        not null,
    made_at      timestamptz not null,
    ends_at      timestamptz not null,
    revoked_by   text,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    constraint service_token_digest check (length(hash) = 32)
  );
`;

/** Accounts, what proves them, their sessions, and tokens of other systems. */
export class GivePeopleAccounts1795863600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ACCOUNTS, SESSIONS, fencedTable('second_factor', 'sealed')])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table service_token, session, recovery_code, second_factor, account');
  }
}
