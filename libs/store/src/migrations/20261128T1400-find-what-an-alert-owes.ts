import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds at once what is owed for one alert, and alerts of one kind in one place. */
export class FindWhatAnAlertOwes1795874400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index duty_by_alert on duty (alert_id) where alert_id is not null;
      create index alert_by_place_and_scheme on alert (region_code, (index ->> 'scheme'), changed_at desc)
        where status = 'open';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index duty_by_alert, alert_by_place_and_scheme');
  }
}
