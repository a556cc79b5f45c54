import { KnownReporters } from '@risk/cases';
import type { Database } from './database.js';
import { openReporter } from './sealed-reporter.js';
import type { VaultCipher } from './vault-cipher.js';

const SEALED = `
  select distinct v.record_id as id, v.sealed
  from entity e join entity part on part.root_id = e.root_id
  join entity_link l on l.entity_id = part.id join reporter_vault v on v.record_id = l.record_id
  where e.id = any($1)
`;

/** What is known of those who reported about an entity: only to see that none of it leaves the house. */
export class PgKnownReporters extends KnownReporters {
  constructor(
    private readonly database: Database,
    private readonly cipher: VaultCipher,
  ) {
    super();
  }

  /** Names, telephones and papers of whoever reported one of these; never kept, never logged. */
  async of(entityIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ id: string; sealed: Buffer }>(SEALED, [entityIds]);
    const words = rows.flatMap(({ id, sealed }) => {
      const { name, phone, idNumber } = openReporter(this.cipher, sealed, id).reporter;
      return [name, phone, idNumber].filter((word) => word !== undefined && word !== '');
    });
    return [...new Set(words.filter((word) => word !== undefined))];
  }
}
