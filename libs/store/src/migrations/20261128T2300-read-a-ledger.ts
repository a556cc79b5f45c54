import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger of a year counts every duty of it: in the order of units, out of the index alone. */
export class ReadALedger1795906800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index duty_ledger on duty (unit, kind, alert_id)
        include (opened_at, due_at, done_at, paused_at, sample) where void_at is null
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index duty_ledger');
  }
}
