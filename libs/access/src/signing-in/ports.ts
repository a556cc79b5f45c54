import type { Transaction } from '@risk/kit';
import type { Account } from '../accounts/account.js';
import type { Session } from './session.js';

/** Why a session ended. */
export type SessionEnd =
  'signed-out' | 'idle' | 'longest' | 'replaced' | 'ended-by-administrator' | 'account-changed';

/** A session with the account behind it, read in one go at every request. */
export interface OpenSession {
  readonly session: Session;
  readonly account: Account;
}

/** Keeps sessions; a token is known by its digest alone. */
export abstract class SessionStore {
  abstract open(
    tx: Transaction,
    session: Omit<Session, 'id'> & { readonly tokenHash: Buffer },
  ): Promise<string>;
  /** What has not ended; null otherwise. */
  abstract byToken(tokenHash: Buffer): Promise<OpenSession | null>;
  /** Notes that somebody is there. */
  abstract touch(id: string, at: Date): Promise<void>;
  /** Whether it stood until now. */
  abstract end(tx: Transaction, id: string, because: SessionEnd, at: Date): Promise<boolean>;
  /** Ends all of an account but the one that is kept; answers how many. */
  abstract endAllOf(
    tx: Transaction,
    accountId: string,
    because: SessionEnd,
    at: Date,
    but?: string,
  ): Promise<number>;
  /** Ends all of everybody; answers how many. */
  abstract endAll(tx: Transaction, because: SessionEnd, at: Date): Promise<number>;
  /** Those that have not ended, the latest first. */
  abstract openOf(accountId: string): Promise<Session[]>;
}
