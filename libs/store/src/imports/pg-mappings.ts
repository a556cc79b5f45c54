import { MappingStore, type KeptMapping } from '@risk/intake';
import type { Database } from '../database.js';

const KEEP = `
  insert into import_mapping (source, choices, kept_by, kept_at) values ($1, $2, $3, $4)
  on conflict (source) do update
    set choices = excluded.choices, kept_by = excluded.kept_by, kept_at = excluded.kept_at
`;

/** Mappings of columns that people kept for the next time, beside those of the configuration. */
export class PgMappings extends MappingStore {
  constructor(private readonly database: Database) {
    super();
  }

  async of(source: string): Promise<KeptMapping | null> {
    const [row] = await this.database.rows<KeptMapping>(
      `select source, choices, kept_by as "keptBy", kept_at as "keptAt"
       from import_mapping where source = $1`,
      [source],
    );
    return row ?? null;
  }

  async keep({ source, choices, keptBy, keptAt }: KeptMapping): Promise<void> {
    await this.database.rows(KEEP, [source, JSON.stringify(choices), keptBy, keptAt]);
  }

  async forget(source: string): Promise<boolean> {
    const gone = await this.database.rows(
      'delete from import_mapping where source = $1 returning source',
      [source],
    );
    return gone.length > 0;
  }
}
