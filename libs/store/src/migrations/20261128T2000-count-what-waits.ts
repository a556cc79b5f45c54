import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the vital signs of the house be counted from indexes alone, however much it holds. */
export class CountWhatWaits1795896000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index notice_by_state on notice (state);
      create index alert_change_raised on alert_change (to_tier) where kind = 'raised';
      create index dead_letter_waiting on dead_letter (received_at) where replayed_at is null;
      create index duty_running on duty (due_at) where done_at is null and void_at is null and paused_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop index notice_by_state, alert_change_raised, dead_letter_waiting, duty_running',
    );
  }
}
