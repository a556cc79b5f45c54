import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What ties registered firms to each other, and since when keys and parents are known. */
export class RememberTies1795803600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table entity_tie (
        entity_id bigint      not null references entity (id) on delete cascade,
        kind      text        not null,
        value     text        not null,
        known_at  timestamptz not null,
        ended_at  timestamptz,
        constraint entity_tie_once primary key (kind, value, entity_id, known_at)
      );
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
