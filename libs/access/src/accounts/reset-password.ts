import { Conflict, Forbidden, hours, Invalid, type Transaction } from '@risk/kit';
import { hashPassword, madePassword } from '../signing-in/passwords.js';
import type { SessionStore } from '../signing-in/ports.js';
import type { SignInHands } from '../signing-in/sign-in.js';
import type { Account, Person } from './account.js';
import { presentAccount } from './city.js';
import type { AccountStore } from './ports.js';

/** A new password to begin with, shown this once; null while another's consent is missing. */
export interface ResetAnswer {
  readonly id: string;
  readonly password: string | null;
}

/** Consent is good for so long: it is given for now, not for some day. */
const CONSENT_LASTS = hours(24);

/**
 * Sets passwords anew. Where a second factor stays, the new password alone opens nothing; where there is none, it
 * would open everything, so the security administrator has to consent first. An account whose owner never had a
 * password of his own is still that of whoever made it: there is nobody yet to come in as.
 */
export class ResetPassword {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly hands: SignInHands,
  ) {}

  async run(id: string, by: Person): Promise<ResetAnswer> {
    const password = madePassword();
    const passwordHash = await hashPassword(password);
    return this.hands.work.run(async (tx) => {
      const account = presentAccount(await this.accounts.lock(tx, id));
      if (account.sample) throw new Invalid('演示账号没有口令');
      if (this.needsConsent(account)) {
        const reset = { by: by.name, approvedBy: null, at: this.now.toISOString() };
        await this.accounts.keep(tx, { ...account, reset });
        return { id, password: null };
      }
      await this.replace(tx, account, passwordHash);
      return { id, password };
    });
  }

  /** Consents to what another asked for; the password itself is seen by whoever asked alone. */
  async approve(id: string, by: Person): Promise<void> {
    await this.hands.work.run(async (tx) => {
      const account = presentAccount(await this.accounts.lock(tx, id));
      const { reset } = account;
      if (reset?.approvedBy !== null) throw new Conflict('没有人申请重设这个账号的口令');
      if (account.id === by.id || reset.by === by.name)
        throw new Forbidden('不能同意自己的申请，或者重设自己的口令，须由另一人同意');
      const consent = { ...reset, approvedBy: by.name, at: this.now.toISOString() };
      await this.accounts.keep(tx, { ...account, reset: consent });
    });
  }

  private needsConsent({ factor, mustChange, reset }: Account): boolean {
    if (factor !== null || mustChange) return false;
    if (typeof reset?.approvedBy !== 'string') return true;
    return this.now.getTime() - Date.parse(reset.at) > CONSENT_LASTS;
  }

  private async replace(tx: Transaction, account: Account, passwordHash: string): Promise<void> {
    await this.sessions.endAllOf(tx, account.id, 'account-changed', this.now);
    await this.accounts.keep(tx, {
      ...{ ...account, passwordHash, passwordAt: this.now, mustChange: true, reset: null },
      ...{ failures: 0, lockedUntil: null },
    });
  }

  private get now(): Date {
    return this.hands.clock.now();
  }
}
