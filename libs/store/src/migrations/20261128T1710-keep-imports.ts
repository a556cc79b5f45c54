import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fencedTable } from './fenced-table.js';

const JOBS = `
  create table import_job (
    id           bigint generated always as identity primary key,
    account_id   bigint      not null references account (id) on delete cascade,
    made_by      text        not null,
    file_name    text        not null,
    bytes        bigint      not null,
    total        integer     not null default 0,
    state        text        not null,
    reading      jsonb       not null,
    made_at      timestamptz not null,
    started_at   timestamptz,
    ended_at     timestamptz,
    trouble      text,
    cancel_asked boolean     not null default false,
    lease_until  timestamptz,
    rows         integer     not null default 0,
    stored       integer     not null default 0,
    duplicate    integer     not null default 0,
    refused      integer     not null default 0,
    raised       integer     not null default 0,
    upgraded     integer     not null default 0,
    constraint import_job_state check (state in ('uploaded', 'running', 'done', 'cancelled', 'failed')),
    constraint import_job_leased check ((state = 'running') = (lease_until is not null)),
    constraint import_job_ended check ((state in ('done', 'cancelled', 'failed')) = (ended_at is not null))
  );
  create unique index import_job_one_a_person on import_job (account_id) where state = 'running';
  create index import_job_by_account on import_job (account_id, id desc);

  create table import_fault (
    id     bigint generated always as identity primary key,
    job_id bigint  not null references import_job (id) on delete cascade,
    sheet  text,
    row    integer not null,
    reason text    not null,
    sealed bytea   not null
  );
  create index import_fault_by_job on import_fault (job_id, id);

  create table import_mapping (
    source  text        primary key,
    choices jsonb       not null,
    kept_by text        not null,
    kept_at timestamptz not null
  );
`;

/** Lists of dead letters by source and day, and reconciliation without looking into records. */
const LISTS = `
  create index dead_letter_open on dead_letter (source, id desc) where replayed_at is null;
  create index dead_letter_by_time on dead_letter (received_at, id);
  create index dead_letter_by_day on dead_letter (day, source, feed);
  create index record_by_day_and_feed on record (day, source, feed);
  drop index record_by_day;
`;

/** Imports of files that people hand in, the rows that were not taken, and mappings kept for the next time. */
export class KeepImports1795885800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [JOBS, fencedTable('import_fault', 'sealed'), LISTS])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table import_fault, import_job, import_mapping;
      drop index dead_letter_open, dead_letter_by_time, dead_letter_by_day, record_by_day_and_feed;
      create index record_by_day on record (day, source);
    `);
  }
}
