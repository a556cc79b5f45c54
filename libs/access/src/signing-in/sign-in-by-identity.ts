import { Unauthenticated, type Transaction } from '@risk/kit';
import type { Account } from '../accounts/account.js';
import type { AccountStore } from '../accounts/ports.js';
import { mayTry, succeeded } from './attempts.js';
import type { Identity } from './identity-provider.js';
import type { Departure, IdentityVisits, SignInArrival } from './identity-visits.js';
import type { OpenedSession, OpenSessions } from './open-sessions.js';
import type { SignInHands } from './sign-in.js';

const UNBOUND =
  '这个政务身份还没有绑定本平台的账号：请先用用户名和口令登录，在“我的账号”里绑定；没有账号的，请系统管理员建立';
const CLOSED = '这个政务身份绑定的账号已停用、过期或者暂时锁定，请联系系统管理员';

/** Opens a session for whom the identity platform vouches, if the identity is bound to an account that works. */
export class SignInByIdentity {
  constructor(
    private readonly visits: IdentityVisits,
    private readonly accounts: AccountStore,
    private readonly opening: OpenSessions,
    private readonly hands: SignInHands,
  ) {}

  /** `to` is a page of this house, which the door has checked. */
  begin(to: string | null): Promise<Departure> {
    return this.visits.begin({ for: 'sign-in', to });
  }

  async run({ identity }: SignInArrival, from: string | null): Promise<OpenedSession> {
    const bound = await this.accounts.byIdentity(identity.issuer, identity.subject);
    if (!bound) throw new Unauthenticated(UNBOUND);
    const opened = await this.hands.work.run((tx) => this.enter(tx, bound.id, identity, from));
    if (opened) return opened;
    throw new Unauthenticated(CLOSED, { account: bound.id });
  }

  private async enter(
    tx: Transaction,
    id: string,
    identity: Identity,
    from: string | null,
  ): Promise<OpenedSession | null> {
    const { clock, policy } = this.hands;
    const account = await this.accounts.lock(tx, id);
    // Looked at again under the lock: it may have been unbound or disabled meanwhile.
    if (!account || !isOf(account, identity) || !mayTry(account, clock.now())) return null;
    const factor = policy.identity.countsAsSecondFactor;
    // As with a password: where a second factor is still asked for, only that one forgives.
    if (factor || account.factor === null) await this.accounts.keep(tx, succeeded(account));
    return this.opening.run(tx, account, { factor }, from);
  }
}

/** Whether an account is bound to an identity. */
export const isOf = ({ identity }: Account, { issuer, subject }: Identity): boolean =>
  identity?.issuer === issuer && identity.subject === subject;
