import type { Database } from '../database.js';

/** The id of the whole that an entity is part of now; null when there is none. */
export async function rootOf(database: Database, entityId: string): Promise<string | null> {
  const [row] = await database.rows<{ root: string }>(
    'select root_id::text as root from entity where id = $1',
    [entityId],
  );
  return row?.root ?? null;
}
