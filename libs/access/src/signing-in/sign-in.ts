import {
  Throttle,
  Unauthenticated,
  type Clock,
  type Transaction,
  type UnitOfWork,
} from '@risk/kit';
import type { Account } from '../accounts/account.js';
import { loginOf } from '../accounts/login.js';
import type { AccountStore } from '../accounts/ports.js';
import type { AccessPolicy } from '../policy.js';
import { failed, mayTry, succeeded } from './attempts.js';
import type { OpenedSession, OpenSessions } from './open-sessions.js';
import { checkNobodys, isPassword } from './passwords.js';
import { admitTry, forgiveTry } from './admit-try.js';

/** What somebody shows at the door. */
export interface SignInWish {
  readonly login: string;
  readonly password: string;
  /** The address it comes from. */
  readonly from: string | null;
}

/** One sentence for every reason: who is turned away learns nothing about accounts. */
const REFUSAL = '用户名或者口令不正确，或者账号已停用、暂时锁定';

/** What the parts of signing in work with. */
export interface SignInHands {
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly policy: AccessPolicy;
}

/** Checks login and password and opens a session, which may still lack the second factor. */
export class SignIn {
  private readonly throttle: Throttle;

  constructor(
    private readonly accounts: AccountStore,
    private readonly opening: OpenSessions,
    private readonly hands: SignInHands,
  ) {
    const { lockout } = hands.policy;
    this.throttle = new Throttle(hands.clock, lockout.perAddress, lockout.lasts);
  }

  async run({ login, password, from }: SignInWish): Promise<OpenedSession> {
    admitTry(this.throttle, from);
    const account = await this.accounts.byLogin(loginOf(login));
    const kept = account?.passwordHash ?? null;
    const isRight = kept === null ? await checkNobodys(password) : await isPassword(kept, password);
    const opened = await this.hands.work.run((tx) =>
      account ? this.enter(tx, account, isRight, from) : this.enterNowhere(tx),
    );
    if (!opened) throw new Unauthenticated(REFUSAL, { account: account?.id ?? null });
    forgiveTry(this.throttle, from);
    return opened;
  }

  private async enterNowhere(tx: Transaction): Promise<null> {
    await this.accounts.keepNobody(tx);
    return null;
  }

  private async enter(
    tx: Transaction,
    { id, passwordHash }: Account,
    isRight: boolean,
    from: string | null,
  ): Promise<OpenedSession | null> {
    const { clock, policy } = this.hands;
    const now = clock.now();
    const account = await this.accounts.lock(tx, id);
    if (!account) return null;
    if (!mayTry(account, now)) {
      // As much work as for a failure: the time does not tell either.
      await this.accounts.keep(tx, account);
      return null;
    }
    // A password that was replaced while it was being checked is no password any more.
    if (!isRight || account.passwordHash !== passwordHash) {
      await this.accounts.keep(tx, failed(account, policy, now));
      return null;
    }
    // With a second factor, only that one forgives: else a known password would allow tries without end.
    if (account.factor === null) await this.accounts.keep(tx, succeeded(account));
    return this.opening.run(tx, account, { factor: false }, from);
  }
}
