import type { ServerFacts } from '@risk/domain';
import type { Database } from './database.js';
import { migrations } from './migrations/index.js';

const FACTS = `
  select current_setting('server_version') as version,
    pg_database_size(current_database())::float8 as "sizeBytes",
    (select count(*)::int from migration) as "migrationsApplied",
    (select name from migration order by id desc limit 1) as "lastMigration"
`;

type Read = Omit<ServerFacts, 'migrationsKnown'>;

/** What PostgreSQL tells of itself, and how far its tables are. */
export class PgServerFacts {
  constructor(private readonly database: Database) {}

  async read(): Promise<ServerFacts> {
    const [facts] = await this.database.rows<Read>(FACTS);
    if (!facts) throw new Error('the database tells nothing of itself');
    return { ...facts, migrationsKnown: migrations.length };
  }
}
