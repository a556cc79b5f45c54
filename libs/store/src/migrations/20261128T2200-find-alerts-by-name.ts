import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The reasons of an alert lie out of line, so that to look over a hundred thousand alerts is to read what the queue
 * shows of them; names are found by their signs, as those of entities are, and a tier by itself.
 */
export class FindAlertsByName1795903200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table alert set (toast_tuple_target = 256);
      create index alert_by_tier on alert ((coalesce(person_tier, tier)), urgency, id) where status = 'open';
      create index alert_change_turned on alert_change (alert_id, id) where kind in ('refuted', 'reopened');
      create index alert_by_signs on alert using gin (string_to_array(lower(entity_name), null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index alert_by_signs, alert_change_turned, alert_by_tier;
      alter table alert reset (toast_tuple_target)
    `);
  }
}
