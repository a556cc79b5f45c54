import { Invalid, Unauthenticated, type Transaction } from '@risk/kit';
import type { AccountStore } from '../accounts/ports.js';
import type { OpenedSession, OpenSessions } from './open-sessions.js';
import { hashPassword, refuseWeak } from './passwords.js';
import { proveOwner, type ProvenAccount } from './prove-owner.js';
import type { Session } from './session.js';
import type { SignInHands } from './sign-in.js';

/** Lets somebody set a new password; every other session of the account ends. */
export class ChangePassword {
  constructor(
    private readonly accounts: AccountStore,
    private readonly opening: OpenSessions,
    private readonly hands: SignInHands,
  ) {}

  async run(session: Session, current: string, next: string): Promise<OpenedSession> {
    // The password alone must not do for the second factor that is still owed.
    if (session.stage === 'second-factor') throw new Unauthenticated('请先输入动态口令');
    const account = await proveOwner(this.accounts, this.hands, session.accountId, current);
    if (next === current) throw new Invalid('新口令：不能与现在的相同');
    refuseWeak(next, this.hands.policy.password, account);
    const hash = await hashPassword(next);
    return this.hands.work.run((tx) => this.replace(tx, session, account, hash));
  }

  private async replace(
    tx: Transaction,
    session: Session,
    { id, passwordHash: before }: ProvenAccount,
    passwordHash: string,
  ): Promise<OpenedSession> {
    const passwordAt = this.hands.clock.now();
    const account = await this.accounts.lock(tx, id);
    // Any other than the one that was checked was set by somebody else meanwhile.
    if (account?.passwordHash !== before)
      throw new Unauthenticated('口令刚刚被改过，请用新的口令登录');
    const changed = { ...account, passwordHash, passwordAt, mustChange: false };
    await this.accounts.keep(tx, changed);
    return this.opening.goOnAlone(tx, changed, session);
  }
}
