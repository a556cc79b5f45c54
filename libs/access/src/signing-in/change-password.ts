import { Invalid, NotFound, Unauthenticated } from '@risk/kit';
import type { AccountStore } from '../accounts/ports.js';
import { failed, mayTry } from './attempts.js';
import type { OpenedSession, OpenSessions } from './open-sessions.js';
import { hashPassword, isPassword, refuseWeak } from './passwords.js';
import type { SessionStore } from './ports.js';
import type { Session } from './session.js';
import type { SignInHands } from './sign-in.js';

/** Lets somebody set a new password; every other session of the account ends. */
export class ChangePassword {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly opening: OpenSessions,
    private readonly hands: SignInHands,
  ) {}

  async run(session: Session, current: string, next: string): Promise<OpenedSession> {
    const { work, clock, policy } = this.hands;
    const account = await this.accounts.find(session.accountId);
    if (!account?.passwordHash) throw new NotFound('这个账号不用口令登录');
    if (!mayTry(account, clock.now()) || !(await isPassword(account.passwordHash, current))) {
      await this.noteFailure(account.id);
      throw new Unauthenticated('现在的口令不正确，或者账号暂时锁定');
    }
    if (next === current) throw new Invalid('新口令：不能与现在的相同');
    refuseWeak(next, policy.password, account);
    const passwordHash = await hashPassword(next);
    return work.run(async (tx) => {
      const locked = await this.accounts.lock(tx, account.id);
      if (!locked) throw new NotFound('没有这个账号');
      const now = clock.now();
      const changed = { ...locked, passwordHash, passwordAt: now, mustChange: false };
      await this.accounts.keep(tx, changed);
      await this.sessions.endAllOf(tx, account.id, 'account-changed', now, session.id);
      return this.opening.goOn(tx, changed, session);
    });
  }

  private noteFailure(id: string): Promise<void> {
    const { work, clock, policy } = this.hands;
    return work.run(async (tx) => {
      const account = await this.accounts.lock(tx, id);
      if (account) await this.accounts.keep(tx, failed(account, policy, clock.now()));
    });
  }
}
