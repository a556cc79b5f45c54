import { DataSource } from 'typeorm';
import type { PoolClient } from 'pg';
import type { PoolState } from '@risk/domain';
import { Unavailable, type Log } from '@risk/kit';
import { migrations } from './migrations/index.js';
import { translateError } from './translate-error.js';

/** How to reach PostgreSQL (15 to 18). */
export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize?: number;
  readonly name?: string;
}

const STATEMENT_TIMEOUT = 60_000;

/** A data source with a bounded pool and bounded waits: no query hangs for ever. */
function openDataSource({ url, poolSize = 8, name = 'risk' }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: name,
    migrations,
    migrationsTableName: 'migration',
    poolSize,
    connectTimeoutMS: 5_000,
    extra: {
      statement_timeout: STATEMENT_TIMEOUT,
      query_timeout: STATEMENT_TIMEOUT + 5_000,
      lock_timeout: 20_000,
      idle_in_transaction_session_timeout: 60_000,
      keepAlive: true,
    },
  });
}

/** What a pool of pg tells of itself. */
interface PgPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** The pool of the house: hands out raw PostgreSQL clients and takes them back. */
export class Database {
  constructor(readonly source: DataSource) {}

  /** A database that is connected to at its first use. */
  static at(options: DatabaseOptions): Database {
    return new Database(openDataSource(options));
  }

  /** A database that answers, or a failure that says so. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const database = Database.at(options);
    await database.connect();
    return database;
  }

  private async connect(): Promise<void> {
    if (this.source.isInitialized) return;
    try {
      await this.source.initialize();
    } catch (cause) {
      throw new Unavailable('连接不上数据库', {}, { cause });
    }
  }

  /** Lends a client for a few statements outside any transaction. */
  async lend<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    await this.connect();
    const runner = this.source.createQueryRunner();
    try {
      return await work((await runner.connect()) as PoolClient);
    } catch (error) {
      throw translateError(error);
    } finally {
      await runner.release();
    }
  }

  async rows<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.lend(async (client) => (await client.query(sql, [...values])).rows as Row[]);
  }

  /** The connections of the pool now. */
  pool(): PoolState {
    const { master } = this.source.driver as unknown as { readonly master?: Partial<PgPool> };
    const { totalCount = 0, idleCount = 0, waitingCount = 0 } = master ?? {};
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/** One number for the whole house, so that two processes never migrate at once. */
const MIGRATION_LOCK = 737_2021;

/**
 * Brings the tables up to date; several processes may call it at once. TypeORM takes no lock of its
 * own, so a dedicated connection holds an advisory lock for as long as the migrations run.
 */
export async function migrate(database: Database, log: Log): Promise<string[]> {
  const runner = database.source.createQueryRunner();
  const client = (await runner.connect()) as PoolClient;
  try {
    await client.query('set lock_timeout = 0; set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await database.source.runMigrations({ transaction: 'each' });
    for (const { name } of done) log.info('migration applied', { name });
    return done.map((m) => m.name);
  } finally {
    await client.query('select pg_advisory_unlock_all()');
    await client.query('reset lock_timeout; reset statement_timeout');
    await runner.release();
  }
}
