import type { PoolClient } from 'pg';
import { Transaction, Unavailable, UnitOfWork } from '@risk/kit';
import type { Database } from './database.js';
import { preparedClient } from './prepared-client.js';
import { translateError } from './translate-error.js';

/** An open PostgreSQL transaction on one client. */
export class PgTransaction extends Transaction {
  private open = true;

  constructor(readonly client: PoolClient) {
    super();
  }

  get isOpen(): boolean {
    return this.open;
  }

  end(): void {
    this.open = false;
  }
}

/** The client inside a transaction handed to a store. */
export function clientOf(tx: Transaction): PoolClient {
  if (!(tx instanceof PgTransaction) || !tx.isOpen)
    throw new Error('a closed or foreign transaction');
  return tx.client;
}

/**
 * Transactions whose commit is certain. PostgreSQL answers COMMIT of an aborted transaction with the
 * tag ROLLBACK and no error, so the tag is looked at; a commit whose answer was lost is retryable
 * because every write behind it is idempotent.
 */
export class PgUnitOfWork extends UnitOfWork {
  /** `keepsPlans`: its statements are few and come again and again, and stay planned. */
  constructor(
    private readonly database: Database,
    private readonly options: { readonly keepsPlans?: boolean } = {},
  ) {
    super();
  }

  async run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.database.source.createQueryRunner();
    let tx: PgTransaction | undefined;
    try {
      const client = (await runner.connect()) as PoolClient;
      tx = new PgTransaction(this.options.keepsPlans ? preparedClient(client) : client);
      await tx.client.query('begin');
      const result = await work(tx);
      const { command } = await tx.client.query('commit');
      if (command !== 'COMMIT') throw new Unavailable('事务未能提交', { command });
      return result;
    } catch (error) {
      await tx?.client.query('rollback').catch(() => undefined);
      throw translateError(error);
    } finally {
      tx?.end();
      await runner.release();
    }
  }
}
