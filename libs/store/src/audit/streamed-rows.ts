import type { PoolClient } from 'pg';
import type { Database } from '../database.js';
import { translateError } from '../translate-error.js';

const AT_ONCE = 1_000;

/** Rows of a query one after another as they stood when it began, a thousand of them in memory at a time. */
export async function* streamedRows<Row>(
  database: Database,
  sql: string,
  values: readonly unknown[],
): AsyncGenerator<Row, void, undefined> {
  const runner = database.source.createQueryRunner();
  let client: PoolClient | undefined;
  try {
    client = (await runner.connect()) as PoolClient;
    await client.query('begin isolation level repeatable read read only');
    await client.query(`declare streamed no scroll cursor for ${sql}`, [...values]);
    for (;;) {
      const { rows } = await client.query(`fetch ${AT_ONCE} from streamed`);
      yield* rows as Row[];
      if (rows.length < AT_ONCE) return;
    }
  } catch (error) {
    throw translateError(error);
  } finally {
    // Also when the reader leaves early: the client goes back without a transaction.
    await client?.query('rollback').catch(() => undefined);
    await runner.release();
  }
}
