import { chinaDay, Conflict, Forbidden, Invalid, type Transaction } from '@risk/kit';
import { hashPassword, madePassword } from '../signing-in/passwords.js';
import type { SessionStore } from '../signing-in/ports.js';
import type { SignInHands } from '../signing-in/sign-in.js';
import { accountDraft } from './account-draft.js';
import {
  areAlike,
  type Account,
  type Person,
  type Proposal,
  type Rights,
  type SeenRights,
} from './account.js';
import type { Role } from '../rights/roles.js';
import { presentAccount, refuseStrangeRights, type City } from './city.js';
import type { AccountStore } from './ports.js';

/** What an administrator writes to make an account. */
export interface AccountWish extends Rights {
  readonly login: string;
  readonly name: string;
  readonly validUntil: string | null;
}

/** An account and the password with which its owner begins; the password is shown this once. */
export interface MadeAccount {
  readonly id: string;
  readonly password: string;
}

/** A house without one of these could never make or approve another. */
const NEVER_WITHOUT = ['system-admin', 'security-admin'] as const;

/**
 * What administrators do with accounts. No one of them gives rights alone: the system administrator makes an
 * account and proposes its rights, the security administrator grants them; the former resets passwords
 * (reset-password.ts), the latter second factors, so that neither can come in as somebody else.
 */
export class AdministerAccounts {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly city: City,
    private readonly hands: SignInHands,
  ) {}

  async make(wish: AccountWish, by: Person): Promise<MadeAccount> {
    refuseStrangeRights(wish, this.city);
    const { work, clock } = this.hands;
    const draft = accountDraft({ ...wish, madeBy: by.name, madeAt: clock.now() });
    const password = madePassword();
    const passwordHash = await hashPassword(password);
    const id = await work.run(async (tx) => {
      const approved = (await this.isFirstSecurityAdministrator(tx, wish))
        ? { state: 'active' as const, approvedBy: by.name }
        : {};
      return this.accounts.add(tx, { ...draft, passwordHash, ...approved });
    });
    return { id, password };
  }

  /** Other rights than the present ones, which stand until somebody else grants these; the latest proposal counts. */
  async propose(
    id: string,
    { unit, roles, regions, validUntil }: SeenRights,
    by: Person,
  ): Promise<void> {
    const rights = { unit, roles, regions };
    refuseStrangeRights(rights, this.city);
    this.refusePast(validUntil);
    const end = validUntil === undefined ? {} : { validUntil };
    await this.change(id, (account) => {
      if (account.sample) throw new Invalid('演示账号的权限不能更改');
      return { ...account, proposed: { ...rights, ...end, by: by.name } };
    });
  }

  /**
   * Grants what waits: a new account, or other rights of one that exists. Never by who made or proposed it, never
   * to oneself; `seen` are the rights that the approver looked at, which may have been replaced meanwhile.
   */
  async approve(id: string, by: Person, seen: SeenRights | null = null): Promise<void> {
    await this.change(id, async (account, tx) => {
      const { state, proposed, ...rest } = account;
      if (state !== 'pending' && !proposed) throw new Conflict('这个账号没有待批准的事项');
      if (account.id === by.id || [account.madeBy, proposed?.by].includes(by.name))
        throw new Forbidden('不能批准自己的账号，或者自己建立的账号、提出的授权，须由另一人批准');
      const { unit, roles, regions } = proposed ?? account;
      const granted = { unit, roles, regions };
      if (seen && !isWhatWasSeen(seen, granted, proposed))
        throw new Conflict('待批准的授权刚刚改过，请重新查看');
      const { validUntil = account.validUntil } = proposed ?? {};
      await this.refuseLast(tx, account, roles);
      return {
        ...{ ...rest, ...granted, validUntil, proposed: null, approvedBy: by.name },
        state: state === 'pending' ? 'active' : state,
      };
    });
  }

  /** Turns down what waits. */
  async reject(id: string): Promise<void> {
    await this.change(id, (account) => {
      const nothing = { proposed: null, reset: null };
      if (account.state === 'pending') return { ...account, ...nothing, state: 'disabled' };
      if (!account.proposed && !account.reset) throw new Conflict('这个账号没有待批准的事项');
      return { ...account, ...nothing };
    });
  }

  async disable(id: string, by: Person): Promise<void> {
    if (id === by.id) throw new Forbidden('不能停用自己的账号');
    await this.change(id, async (account, tx) => {
      if (account.state === 'disabled') throw new Conflict('这个账号已经停用');
      await this.refuseLast(tx, account, []);
      await this.endSessions(tx, id, 'account-changed');
      return { ...account, state: 'disabled', proposed: null, reset: null };
    });
  }

  /** Back to waiting: whoever was away is approved anew. */
  async revive(id: string): Promise<void> {
    await this.change(id, (account) => {
      if (account.state !== 'disabled') throw new Conflict('这个账号没有停用');
      return { ...account, state: 'pending', failures: 0, lockedUntil: null };
    });
  }

  /** Lets somebody who lost the telephone bind another; the password is still needed. */
  async resetFactor(id: string, by: Person): Promise<void> {
    if (id === by.id) throw new Forbidden('不能解除自己的第二因素，须由另一名安全管理员解除');
    await this.change(id, async (account, tx) => {
      if (!account.factor) throw new Conflict('这个账号没有绑定动态口令');
      await this.accounts.keepRecovery(tx, id, []);
      await this.endSessions(tx, id, 'account-changed');
      return { ...account, factor: null };
    });
  }

  /** Cuts an account off from an identity that its owner cannot unbind, or that is no longer to be trusted. */
  async resetIdentity(id: string, by: Person): Promise<void> {
    if (id === by.id) throw new Forbidden('自己绑定的政务身份请在“我的账号”里解除');
    await this.change(id, async (account, tx) => {
      if (!account.identity) throw new Conflict('这个账号没有绑定政务身份');
      await this.endSessions(tx, id, 'account-changed');
      return { ...account, identity: null };
    });
  }

  /** Ends the logins of one account; answers how many. */
  endSessionsOf(id: string): Promise<number> {
    return this.hands.work.run(async (tx) => {
      // A step in flight holds the lock: what it opens ends as well.
      await this.accounts.lock(tx, id);
      return this.endSessions(tx, id, 'ended-by-administrator');
    });
  }

  /** Ends the logins of everybody, the caller's too; answers how many. */
  endAllSessions(): Promise<number> {
    const { work, clock } = this.hands;
    return work.run((tx) => this.sessions.endAll(tx, 'ended-by-administrator', clock.now()));
  }

  private change(
    id: string,
    to: (account: Account, tx: Transaction) => Account | Promise<Account>,
  ): Promise<void> {
    return this.hands.work.run(async (tx) => {
      const account = presentAccount(await this.accounts.lock(tx, id));
      await this.accounts.keep(tx, await to(account, tx));
    });
  }

  private endSessions(
    tx: Transaction,
    id: string,
    because: 'account-changed' | 'ended-by-administrator',
  ): Promise<number> {
    return this.sessions.endAllOf(tx, id, because, this.hands.clock.now());
  }

  /** On a new house nobody can approve yet: the first security administrator comes without. */
  private async isFirstSecurityAdministrator(tx: Transaction, { roles }: Rights): Promise<boolean> {
    const isOne = roles.length === 1 && roles[0] === 'security-admin';
    return isOne && (await this.accounts.countHolders(tx, 'security-admin', this.today)) === 0;
  }

  private get today(): string {
    return chinaDay(this.hands.clock.now());
  }

  private refusePast(validUntil: string | null | undefined): void {
    if (typeof validUntil === 'string' && validUntil < this.today)
      throw new Invalid('validUntil：不应在今天之前；要停用账号，请用“停用”');
  }

  private async refuseLast(
    tx: Transaction,
    { state, sample, roles, validUntil }: Account,
    left: readonly Role[],
  ): Promise<void> {
    // One whose time is over is none of those that are counted.
    if (state !== 'active' || sample || (validUntil !== null && validUntil < this.today)) return;
    const lost = NEVER_WITHOUT.filter((role) => roles.includes(role) && !left.includes(role));
    for (const role of lost)
      if ((await this.accounts.countHolders(tx, role, this.today)) <= 1)
        throw new Conflict('这是最后一个在用的系统管理员或者安全管理员，不能停用或者改任');
  }
}

const isWhatWasSeen = (seen: SeenRights, granted: Rights, proposed: Proposal | null): boolean =>
  areAlike(seen, granted) && seen.validUntil === proposed?.validUntil;
