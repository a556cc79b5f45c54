import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes follow what is asked: the columns of an alert, its closing by the day, strikes of a code from the last on. */
export class TidyIndexes1795899600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index alert_by_place_and_scheme, notice_unknown, signal_by_code;
      create index alert_by_place_and_scheme on alert (region_code, scheme, changed_at desc) where status = 'open';
      create index alert_change_closed on alert_change (at) where to_stage = 'closed' and from_stage <> 'closed';
      create index signal_by_code on signal (code, occurred_at, record_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index alert_by_place_and_scheme, alert_change_closed, signal_by_code;
      create index alert_by_place_and_scheme on alert (region_code, (index ->> 'scheme'), changed_at desc)
        where status = 'open';
      create index notice_unknown on notice (id) where state = 'unknown';
      create index signal_by_code on signal (code, occurred_at desc, record_id);
    `);
  }
}
