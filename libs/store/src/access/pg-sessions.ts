import { SessionStore, type OpenSession, type Session, type SessionEnd } from '@risk/access';
import type { Transaction } from '@risk/kit';
import type { Database } from '../database.js';
import { clientOf } from '../pg-unit-of-work.js';
import { ACCOUNT, accountFrom, FROM_ACCOUNT, type AccountRow } from './account-row.js';

const SESSION = `s.id as "sessionId", s.stage, s.opened_at as "openedAt", s.seen_at as "seenAt",
  s.from_address as "from"`;

const OPEN = `
  insert into session (token_hash, account_id, stage, opened_at, seen_at, from_address)
  values ($1, $2, $3, $4, $5, $6) returning id
`;

const BY_TOKEN = `
  select ${SESSION}, ${ACCOUNT} from session s join ${FROM_ACCOUNT} on true
  where s.token_hash = $1 and s.ended_at is null and a.id = s.account_id
`;

const OPEN_OF = `
  select ${SESSION}, s.account_id as "accountId" from session s
  where s.account_id = $1 and s.ended_at is null order by s.id desc limit 100
`;

interface SessionRow extends Omit<Session, 'id' | 'accountId'> {
  readonly sessionId: string;
}

/** Sessions in PostgreSQL. */
export class PgSessions extends SessionStore {
  constructor(private readonly database: Database) {
    super();
  }

  async open(
    tx: Transaction,
    session: Omit<Session, 'id'> & { readonly tokenHash: Buffer },
  ): Promise<string> {
    const { tokenHash, accountId, stage, openedAt, seenAt, from } = session;
    const values = [tokenHash, accountId, stage, openedAt, seenAt, from];
    const { rows } = await clientOf(tx).query<{ id: string }>(OPEN, values);
    return rows[0]?.id ?? '';
  }

  async byToken(tokenHash: Buffer): Promise<OpenSession | null> {
    const [row] = await this.database.rows<SessionRow & AccountRow>(BY_TOKEN, [tokenHash]);
    if (!row) return null;
    const { sessionId, stage, openedAt, seenAt, from, ...account } = row;
    const session = { id: sessionId, accountId: account.id, stage, openedAt, seenAt, from };
    return { session, account: accountFrom(account) };
  }

  async touch(id: string, at: Date): Promise<void> {
    await this.database.rows('update session set seen_at = $2 where id = $1 and seen_at < $2', [
      id,
      at,
    ]);
  }

  async end(tx: Transaction, id: string, because: SessionEnd, at: Date): Promise<boolean> {
    const { rowCount } = await clientOf(tx).query(
      'update session set ended_at = $3, ended_because = $2 where id = $1 and ended_at is null',
      [id, because, at],
    );
    return rowCount === 1;
  }

  async endAllOf(
    tx: Transaction,
    accountId: string,
    because: SessionEnd,
    at: Date,
    but?: string,
  ): Promise<number> {
    const { rowCount } = await clientOf(tx).query(
      `update session set ended_at = $3, ended_because = $2
       where account_id = $1 and ended_at is null and ($4::bigint is null or id <> $4)`,
      [accountId, because, at, but ?? null],
    );
    return rowCount ?? 0;
  }

  async endAll(tx: Transaction, because: SessionEnd, at: Date): Promise<number> {
    const client = clientOf(tx);
    // Whatever is being opened at this moment is waited for, and ends as well.
    await client.query('lock table session in share row exclusive mode');
    const { rowCount } = await client.query(
      'update session set ended_at = $2, ended_because = $1 where ended_at is null',
      [because, at],
    );
    return rowCount ?? 0;
  }

  async openOf(accountId: string): Promise<Session[]> {
    const rows = await this.database.rows<SessionRow & { accountId: string }>(OPEN_OF, [accountId]);
    return rows.map(({ sessionId, ...session }) => ({ id: sessionId, ...session }));
  }
}
