import type { Milliseconds } from '@risk/kit';
import type { Account } from '../accounts/account.js';
import type { AccessPolicy } from '../policy.js';

/** What is still to be done before a session opens doors; `in` is all done. */
export type SessionStage = 'second-factor' | 'new-password' | 'enrol' | 'in';

/** A login as it stands; the token itself is known to its browser alone. */
export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly stage: SessionStage;
  readonly openedAt: Date;
  readonly seenAt: Date;
  readonly from: string | null;
}

/** What somebody has proven so far. */
export interface Proven {
  readonly factor: boolean;
}

/** The first thing that is still to be done. */
export function stageOf(
  account: Account,
  { password, secondFactor }: AccessPolicy,
  { factor }: Proven,
  now: Date,
): SessionStage {
  // Whoever exists with the samples alone has nothing to prove and nothing to keep.
  if (account.sample) return 'in';
  if (account.factor && !factor) return 'second-factor';
  if (account.mustChange || isStale(account.passwordAt, password.lasts, now)) return 'new-password';
  if (!account.factor && account.roles.some((role) => secondFactor.has(role))) return 'enrol';
  return 'in';
}

const isStale = (since: Date, lasts: Milliseconds | null, now: Date): boolean =>
  lasts !== null && now.getTime() - since.getTime() >= lasts;

/** Why a session no longer holds; null while it does. */
export function endOf(
  { openedAt, seenAt }: Pick<Session, 'openedAt' | 'seenAt'>,
  { session }: AccessPolicy,
  now: Date,
): 'idle' | 'longest' | null {
  if (now.getTime() - openedAt.getTime() >= session.longest) return 'longest';
  return now.getTime() - seenAt.getTime() >= session.idle ? 'idle' : null;
}
