import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What ties registered firms to each other, and since when keys and parents are known.
 *
 * Every registration of a city writes some ties, and most are never read: a foreign key or a unique
 * constraint would double their price. Who describes an entity holds its row, so no two write its ties
 * at once; who deletes entities deletes their ties first.
 */
export class RememberTies1795803600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table entity_tie (
        entity_id bigint      not null,
        kind      text        not null,
        value     text        not null,
        known_at  timestamptz not null,
        ended_at  timestamptz
      );
      create index entity_tie_by_value on entity_tie (kind, value, entity_id);
      create index entity_tie_by_entity on entity_tie (entity_id);

      alter table entity_key add known_at timestamptz not null default '-infinity';
      alter table entity add parent_since timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table entity drop parent_since;
      alter table entity_key drop known_at;
      drop table entity_tie
    `);
  }
}
