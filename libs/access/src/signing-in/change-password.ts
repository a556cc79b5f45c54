import { Invalid, NotFound, Unauthenticated, type Transaction } from '@risk/kit';
import type { AccountStore } from '../accounts/ports.js';
import { failed, mayTry } from './attempts.js';
import type { OpenedSession, OpenSessions } from './open-sessions.js';
import { hashPassword, isPassword, refuseWeak } from './passwords.js';
import type { Session } from './session.js';
import type { SignInHands } from './sign-in.js';

/** The password that was checked, by its hash; any other since then was set by somebody else. */
interface Checked {
  readonly id: string;
  readonly passwordHash: string;
}

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
    const account = await this.accounts.find(session.accountId);
    if (!account?.passwordHash) throw new NotFound('这个账号不用口令登录');
    const checked = { id: account.id, passwordHash: account.passwordHash };
    const isRight = await isPassword(checked.passwordHash, current);
    const { work, policy } = this.hands;
    if (!(await work.run((tx) => this.admits(tx, checked, isRight))))
      throw new Unauthenticated('现在的口令不正确，或者账号暂时锁定');
    if (next === current) throw new Invalid('新口令：不能与现在的相同');
    refuseWeak(next, policy.password, account);
    const hash = await hashPassword(next);
    return work.run((tx) => this.replace(tx, session, checked, hash));
  }

  /** Counts a failure; decided under the lock, so that many guesses at once are no more than one after another. */
  private async admits(tx: Transaction, checked: Checked, isRight: boolean): Promise<boolean> {
    const { clock, policy } = this.hands;
    const now = clock.now();
    const account = await this.accounts.lock(tx, checked.id);
    if (!account || !mayTry(account, now)) return false;
    if (!isRight) await this.accounts.keep(tx, failed(account, policy, now));
    return isRight;
  }

  private async replace(
    tx: Transaction,
    session: Session,
    { id, passwordHash: before }: Checked,
    passwordHash: string,
  ): Promise<OpenedSession> {
    const passwordAt = this.hands.clock.now();
    const account = await this.accounts.lock(tx, id);
    if (account?.passwordHash !== before)
      throw new Unauthenticated('口令刚刚被改过，请用新的口令登录');
    const changed = { ...account, passwordHash, passwordAt, mustChange: false };
    await this.accounts.keep(tx, changed);
    return this.opening.goOnAlone(tx, changed, session);
  }
}
