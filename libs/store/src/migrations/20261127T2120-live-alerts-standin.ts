import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stand-in for the life of alerts, only so that this branch can be tested: replaced at the merge. */
export class LiveAlertsStandIn1795814400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table alert add column stage text not null default 'raised';
      alter table alert_change
        alter column to_tier drop not null,
        add column by text, add column unit text, add column because text,
        add column from_stage text, add column to_stage text, add column detail jsonb;
      create table duty (
        id bigint generated always as identity primary key,
        alert_id bigint references alert (id) on delete cascade,
        unit text not null, kind text not null, subject text not null, because text not null,
        opened_at timestamptz not null, due_at timestamptz not null, first_due_at timestamptz not null,
        done_at timestamptz, done_by text, void_at timestamptz, void_because text, paused_at timestamptz,
        rung int not null default 0, next_at timestamptz, revision int not null default 1
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table duty;
      alter table alert_change drop column by, drop column unit, drop column because,
        drop column from_stage, drop column to_stage, drop column detail;
      alter table alert drop column stage;
    `);
  }
}
