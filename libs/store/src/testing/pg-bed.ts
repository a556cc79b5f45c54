import { isSample, type KnowledgeBed } from '../../../assessment/src/testing/knowledge-bed.js';
import { parsed } from '../../../intake/src/testing/records.js';
import type { Database } from '../database.js';
import { PgCuts } from '../pg-cuts.js';
import { PgEntities } from '../pg-entities.js';
import { PgRecords } from '../pg-records.js';
import { PgUnitOfWork } from '../pg-unit-of-work.js';
import { PgVerdicts } from '../pg-verdicts.js';
import { VaultCipher } from '../vault-cipher.js';
import { emptyTables } from './empty-tables.js';

const RECEIVED = new Date('2026-11-05T10:00:00+08:00');

/** The stores of what the house knows, over PostgreSQL. */
export function pgBed(database: Database): KnowledgeBed {
  const work = new PgUnitOfWork(database);
  const records = new PgRecords(new VaultCipher(Buffer.alloc(32, 3)), (s) =>
    s.startsWith('sample-'),
  );
  return {
    entities: new PgEntities(),
    verdicts: new PgVerdicts(),
    cuts: new PgCuts(),
    work,
    receive: async (record) => {
      const [kept] = await work.run((tx) => records.keep(tx, [parsed(record)], RECEIVED));
      if (!kept) throw new Error(`not kept, sample: ${String(isSample(record))}`);
      return kept;
    },
  };
}

/** A bed on empty tables. */
export async function emptyPgBed(database: Database): Promise<KnowledgeBed> {
  await emptyTables(
    database,
    ...['record', 'entity', 'entity_tie', 'alert', 'intake_ledger', 'tier_cut', 'silence', 'flood'],
    ...['code_debut', 'duty', 'notice', 'meeting', 'credit_export', 'attachment'],
  );
  return pgBed(database);
}
