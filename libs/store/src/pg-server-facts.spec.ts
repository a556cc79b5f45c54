import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PgServerFacts } from './pg-server-facts.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

it('a database that was brought up to date knows every migration', async () => {
  const facts = await new PgServerFacts(db.database).read();
  expect(facts.version).toMatch(/^\d+/);
  expect(facts.sizeBytes).toBeGreaterThan(1_000_000);
  expect(facts.migrationsApplied).toBe(facts.migrationsKnown);
  expect(facts.lastMigration).toMatch(/\d{13}$/);
});
