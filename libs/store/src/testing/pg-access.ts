import type { AccessStores } from '../../../access/src/testing/access-bed.js';
import { PgAccounts } from '../access/pg-accounts.js';
import { PgRescues } from '../access/pg-rescues.js';
import { PgSessions } from '../access/pg-sessions.js';
import { PgTokens } from '../access/pg-tokens.js';
import type { Database } from '../database.js';
import { PgUnitOfWork } from '../pg-unit-of-work.js';
import { VaultCipher } from '../vault-cipher.js';
import { emptyTables } from './empty-tables.js';

/** All that access stands on over PostgreSQL, on empty tables. */
export async function pgAccessStores(
  database: Database,
): Promise<AccessStores & { readonly tokens: PgTokens }> {
  await emptyTables(database, 'account', 'service_token', 'rescue');
  return {
    accounts: new PgAccounts(database),
    sessions: new PgSessions(database),
    tokens: new PgTokens(database),
    rescues: new PgRescues(database),
    sealing: new VaultCipher(Buffer.alloc(32, 3)),
    work: new PgUnitOfWork(database),
  };
}
