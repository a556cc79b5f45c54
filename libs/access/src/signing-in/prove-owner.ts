import { NotFound, Unauthenticated, type Transaction } from '@risk/kit';
import type { Account } from '../accounts/account.js';
import type { AccountStore } from '../accounts/ports.js';
import { failed, mayTry } from './attempts.js';
import { isPassword } from './passwords.js';
import type { SignInHands } from './sign-in.js';

/** An account as it was when its password was checked. */
export type ProvenAccount = Account & { readonly passwordHash: string };

/**
 * Asks for the password once more before the ways into an account change: whoever found a browser open, or a
 * token, must not make himself at home. A wrong one counts as it does at the door.
 */
export async function proveOwner(
  accounts: AccountStore,
  hands: SignInHands,
  accountId: string,
  password: string,
): Promise<ProvenAccount> {
  const account = await accounts.find(accountId);
  if (!account?.passwordHash) throw new NotFound('这个账号不用口令登录');
  const { passwordHash } = account;
  const isRight = await isPassword(passwordHash, password);
  if (await hands.work.run((tx) => admits(tx, accounts, hands, { id: accountId, isRight })))
    return { ...account, passwordHash };
  throw new Unauthenticated('现在的口令不正确，或者账号暂时锁定');
}

/** Counts a failure; decided under the lock, so that many guesses at once are no more than one after another. */
async function admits(
  tx: Transaction,
  accounts: AccountStore,
  { clock, policy }: SignInHands,
  { id, isRight }: { readonly id: string; readonly isRight: boolean },
): Promise<boolean> {
  const now = clock.now();
  const account = await accounts.lock(tx, id);
  if (!account || !mayTry(account, now)) return false;
  if (!isRight) await accounts.keep(tx, failed(account, policy, now));
  return isRight;
}
