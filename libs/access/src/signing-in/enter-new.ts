import type { Transaction } from '@risk/kit';
import type { AccountDraft, AccountStore } from '../accounts/ports.js';
import type { OpenedSession, OpenSessions } from './open-sessions.js';

/** Where accounts are kept and sessions opened. */
export interface NewcomerHands {
  readonly accounts: AccountStore;
  readonly opening: OpenSessions;
}

/** Makes an account that works at once, with a password that its owner chose, and lets its owner in. */
export async function enterNew(
  tx: Transaction,
  { accounts, opening }: NewcomerHands,
  draft: AccountDraft,
  from: string | null,
): Promise<OpenedSession> {
  const id = await accounts.add(tx, { ...draft, state: 'active', mustChange: false });
  const account = await accounts.lock(tx, id);
  if (!account) throw new Error('the new account was not kept');
  return opening.run(tx, account, { factor: false }, from);
}
