import type { Database } from '../../database.js';
import { emptyTables } from '../../testing/empty-tables.js';

/** Does to the audit tables what nobody may: as one who holds the whole database, with the triggers asleep. */
export async function asIntruder(database: Database, statements: string): Promise<void> {
  await database.rows(`begin; set local session_replication_role = replica; ${statements}; commit`);
}

/** A trail without a line. */
export async function emptyAuditTables(database: Database): Promise<void> {
  await emptyTables(database, 'audit_line', 'audit_checkpoint');
  await asIntruder(database, `update audit_head set size = 0, hash = repeat('0', 64)`);
}
