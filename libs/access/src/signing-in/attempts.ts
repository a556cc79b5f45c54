import { chinaDay } from '@risk/kit';
import type { Account } from '../accounts/account.js';
import type { AccessPolicy } from '../policy.js';

/** Whether an account opens doors at all now. */
export const mayTry = ({ state, lockedUntil, validUntil }: Account, now: Date): boolean =>
  state === 'active' &&
  (lockedUntil === null || lockedUntil <= now) &&
  (validUntil === null || chinaDay(now) <= validUntil);

/** The account after a failure: locked for a while when it was one too many, never for ever. */
export function failed(account: Account, { lockout }: AccessPolicy, now: Date): Account {
  const failures = account.failures + 1;
  if (failures < lockout.failures) return { ...account, failures };
  return { ...account, failures: 0, lockedUntil: new Date(now.getTime() + lockout.lasts) };
}

/** The account after everything was proven. */
export const succeeded = (account: Account): Account =>
  account.failures === 0 && account.lockedUntil === null
    ? account
    : { ...account, failures: 0, lockedUntil: null };
