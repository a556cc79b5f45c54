import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where each tier began and since when, and a way to find indices that a licence has lowered. */
export class KeepTierCuts1795806000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tier_cut (
        id      bigint generated always as identity primary key,
        at      timestamptz not null,
        red     float8 not null,
        orange  float8 not null,
        yellow  float8 not null,
        blue    float8 not null,
        scoring text   not null,
        because text   not null
      );
      create index tier_cut_by_time on tier_cut (at desc, id desc);
      create index entity_under_licence on entity ((index -> 'suppressed' ->> 'until'))
        where index -> 'suppressed' ->> 'until' is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index entity_under_licence; drop table tier_cut');
  }
}
