import type { MigrationInterface, QueryRunner } from 'typeorm';

const PAIRS = (text: string): string =>
  String.raw`regexp_replace(${text}, '(..)', '\1' || chr(1), 'g')`;

/** Two neighbouring signs say far more of a name than the signs alone, and cost the same. */
export class FindNamesByPairs1795907400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index alert_by_pairs on alert using gin (
        string_to_array(${PAIRS('lower(entity_name)')} || chr(1) || ${PAIRS('substr(lower(entity_name), 2)')}, chr(1))
      );
      drop index alert_by_signs
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index alert_by_signs on alert using gin (string_to_array(lower(entity_name), null));
      drop index alert_by_pairs
    `);
  }
}
