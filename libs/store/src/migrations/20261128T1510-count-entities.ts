import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a list of entities is narrowed down by most: so that few are found and counted without reading all. Names
 * by their single signs cost less to keep than by twos, and PostgreSQL splits them itself.
 */
const INDEXES = `
  create index entity_by_tier on entity (coalesce(person_tier, tier), score, id) where root_id = id;
  create index entity_provisional on entity (score, id) where root_id = id and provisional;
  create index entity_sample on entity (score, id) where root_id = id and sample;
  drop index entity_key_by_grams;
  drop function name_grams;
  create index entity_key_by_signs on entity_key using gin (string_to_array(value, null)) where kind = 'name';
`;

/** Few entities of many are counted quickly, and names are kept more cheaply. */
export class CountEntities1795878600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index entity_key_by_signs, entity_sample, entity_provisional, entity_by_tier;
      create function name_grams(name text) returns text[]
        language sql immutable strict parallel safe
        return (
          select coalesce(array_agg(distinct substr(name, n, 2)), '{}')
          from generate_series(1, length(name) - 1) n
        );
      create index entity_key_by_grams on entity_key using gin (name_grams(value)) where kind = 'name'
    `);
  }
}
