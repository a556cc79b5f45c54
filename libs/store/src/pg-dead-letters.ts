import type { Feed } from '@risk/domain';
import {
  DeadLetterStore,
  type DeadLetter,
  type Door,
  type OpenedLetter,
  type Origin,
} from '@risk/intake';
import type { Transaction } from '@risk/kit';
import type { Database } from './database.js';
import { clientOf } from './pg-unit-of-work.js';
import type { VaultCipher } from './vault-cipher.js';

const COLUMNS = 'id, feed, source, door, origin, reason, received_at, replayed_at';

interface Row {
  readonly id: string;
  readonly feed: Feed;
  readonly source: string | null;
  readonly door: Door;
  readonly origin: Origin;
  readonly reason: string;
  readonly received_at: Date;
  readonly replayed_at: Date | null;
}

interface SealedRow extends Row {
  readonly digest: string;
  readonly original: Buffer;
  readonly parsed: Buffer | null;
}

/** Dead letters in PostgreSQL; their bytes lie sealed because they may name who reported. */
export class PgDeadLetters extends DeadLetterStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: VaultCipher,
  ) {
    super();
  }

  async list(limit: number): Promise<DeadLetter[]> {
    const rows = await this.database.rows<Row>(
      `select ${COLUMNS} from dead_letter order by replayed_at is not null, id desc limit $1`,
      [limit],
    );
    return rows.map(letterOf);
  }

  async take(tx: Transaction, ids: readonly string[] | 'all', limit: number, after = '0') {
    const { rows } = await clientOf(tx).query<SealedRow>(
      `select ${COLUMNS}, digest, original, parsed from dead_letter
       where replayed_at is null and ($1::bigint[] is null or id = any ($1)) and id > $3
       order by id limit $2 for update skip locked`,
      [ids === 'all' ? null : ids, limit, after],
    );
    return rows.map((row) => this.opened(row));
  }

  async open(id: string): Promise<OpenedLetter | null> {
    if (!/^\d{1,18}$/.test(id)) return null;
    const [row] = await this.database.rows<SealedRow>(
      `select ${COLUMNS}, digest, original, parsed from dead_letter where id = $1`,
      [id],
    );
    return row ? this.opened(row) : null;
  }

  async markReplayed(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
    await clientOf(tx).query('update dead_letter set replayed_at = $2 where id = any ($1)', [
      ids,
      at,
    ]);
  }

  private opened(row: SealedRow): OpenedLetter {
    const bytes = this.cipher.open(row.original, row.digest);
    return { letter: letterOf(row), bytes, value: this.parsedOf(row) };
  }

  private parsedOf({ parsed, digest }: SealedRow): unknown {
    return parsed === null
      ? undefined
      : (JSON.parse(this.cipher.open(parsed, digest).toString()) as unknown);
  }
}

const letterOf = (row: Row): DeadLetter => ({
  id: row.id,
  feed: row.feed,
  source: row.source,
  door: row.door,
  origin: row.origin,
  reason: row.reason,
  receivedAt: row.received_at,
  replayedAt: row.replayed_at,
});
