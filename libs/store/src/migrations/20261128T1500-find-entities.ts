import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names are looked for by any two signs that follow each other: Chinese words are mostly two signs long, and
 * trigrams (pg_trgm, which a given PostgreSQL may lack) do not see them. Keys are only ever added, so this
 * index costs nothing when an index of risk moves.
 */
const NAMES = `
  create function name_grams(name text) returns text[]
    language sql immutable strict parallel safe
    return (
      select coalesce(array_agg(distinct substr(name, n, 2)), '{}')
      from generate_series(1, length(name) - 1) n
    );
  create index entity_key_by_grams on entity_key using gin (name_grams(value)) where kind = 'name';
  create index entity_by_code on entity (uscc text_pattern_ops) where uscc is not null;
`;

/** When what counts of an entity happened last; nothing ever is the beginning of time, so that it sorts. */
const EVIDENCE = `
  alter table entity add evidence_at timestamptz not null default '-infinity';
  update entity e set evidence_at = last.at
  from (
    select m.root_id, max(s.occurred_at) as at from signal s join entity m on m.id = s.entity_id group by 1
  ) last
  where last.root_id = e.id;
`;

/** Whole entities in each order that a list of them can have. The first of them serves cuts, too. */
const ORDERS = `
  drop index entity_by_score;
  create index entity_by_score on entity (score, id) where root_id = id;
  create index entity_by_name on entity (name, id) where root_id = id;
  create index entity_by_evidence on entity (evidence_at, id) where root_id = id;
  create index entity_by_region on entity (region_code, score, id) where root_id = id;
  create index entity_by_scheme on entity ((index ->> 'scheme'), score, id)
    where root_id = id and score > 0;
`;

/** Entities can be looked for by parts of any name they ever had, and listed in several orders. */
export class FindEntities1795878000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [NAMES, EVIDENCE, ORDERS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index entity_by_scheme, entity_by_region, entity_by_evidence, entity_by_name, entity_by_score;
      create index entity_by_score on entity (score desc, id) where score > 0 and root_id = id;
      alter table entity drop evidence_at;
      drop index entity_by_code, entity_key_by_grams;
      drop function name_grams
    `);
  }
}
