import { SilentLog } from '@risk/kit';
import { createTestDatabase } from '../../../../test/support/database.js';
import { Database, migrate } from '../database.js';

/** A migrated database of its own for one spec file, copied from a template. */
export async function storeDatabase(): Promise<{
  database: Database;
  url: string;
  drop(): Promise<void>;
}> {
  const made = await createTestDatabase({ name: 'store', prepare: migrateAt });
  const database = await Database.open({ url: made.url });
  return {
    database,
    url: made.url,
    drop: async () => {
      await database.close();
      await made.drop();
    },
  };
}

async function migrateAt(url: string): Promise<void> {
  const database = await Database.open({ url, poolSize: 2 });
  await migrate(database, new SilentLog());
  await database.close();
}
