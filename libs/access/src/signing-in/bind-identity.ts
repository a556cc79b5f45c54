import { Conflict, Forbidden } from '@risk/kit';
import { presentAccount } from '../accounts/city.js';
import type { AccountStore } from '../accounts/ports.js';
import type { BindArrival, Departure, IdentityVisits } from './identity-visits.js';
import type { SessionStore } from './ports.js';
import { proveOwner } from './prove-owner.js';
import type { Session } from './session.js';
import { isOf } from './sign-in-by-identity.js';
import type { SignInHands } from './sign-in.js';

/** Lets somebody who is signed in bind the own account to an identity of the platform, and unbind it. */
export class BindIdentity {
  constructor(
    private readonly visits: IdentityVisits,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly hands: SignInHands,
  ) {}

  async begin(session: Session, password: string): Promise<Departure> {
    refuseHalfway(session);
    const account = await proveOwner(this.accounts, this.hands, session.accountId, password);
    if (account.identity) throw new Conflict('这个账号已经绑定了政务身份，要换请先解除');
    return this.visits.begin({ for: 'bind', accountId: account.id });
  }

  async run(session: Session, { accountId, identity }: BindArrival): Promise<void> {
    refuseHalfway(session);
    if (session.accountId !== accountId)
      throw new Forbidden('绑定不是由现在登录的账号开始的：请重新开始');
    const owner = await this.accounts.byIdentity(identity.issuer, identity.subject);
    if (owner && owner.id !== accountId)
      throw new Conflict(
        '这个政务身份已经绑定了另一个账号：一个身份只能绑定一个账号，请先在那个账号里解除，或者请安全管理员解除',
      );
    await this.hands.work.run(async (tx) => {
      const account = presentAccount(await this.accounts.lock(tx, accountId));
      if (account.identity && !isOf(account, identity))
        throw new Conflict('这个账号已经绑定了另一个政务身份，要换请先解除');
      const { issuer, subject } = identity;
      await this.accounts.keep(tx, { ...account, identity: { issuer, subject } });
    });
  }

  /** Every other session of the account ends: it may have come by this identity. */
  async unbind(session: Session, password: string): Promise<void> {
    refuseHalfway(session);
    const { id } = await proveOwner(this.accounts, this.hands, session.accountId, password);
    const { work, clock } = this.hands;
    await work.run(async (tx) => {
      const account = presentAccount(await this.accounts.lock(tx, id));
      if (!account.identity) throw new Conflict('这个账号没有绑定政务身份');
      await this.accounts.keep(tx, { ...account, identity: null });
      await this.sessions.endAllOf(tx, id, 'account-changed', clock.now(), session.id);
    });
  }
}

/** Whoever has not proven everything yet adds no way in. */
function refuseHalfway({ stage }: Session): void {
  if (stage !== 'in') throw new Forbidden('请先完成登录');
}
