import type { UnitOfWork } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeUnitOfWork } from '../../../kit/src/testing/fake-transaction.js';
import type { Account } from '../accounts/account.js';
import type { AccountDraft, AccountStore, Sealing } from '../accounts/ports.js';
import { AdministerAccounts } from '../accounts/administer-accounts.js';
import { compileAccessPolicy } from '../policy.js';
import { BindIdentity } from '../signing-in/bind-identity.js';
import { CheckSession } from '../signing-in/check-session.js';
import {
  IdentityVisits,
  type BindArrival,
  type SignInArrival,
} from '../signing-in/identity-visits.js';
import { OpenSessions, type OpenedSession } from '../signing-in/open-sessions.js';
import { hashPassword } from '../signing-in/passwords.js';
import type { SessionStore } from '../signing-in/ports.js';
import type { Session } from '../signing-in/session.js';
import { SignInByIdentity } from '../signing-in/sign-in-by-identity.js';
import { FakeIdentityProvider, ISSUER } from './fake-identity-provider.js';
import { InMemoryAccess } from './in-memory-access.js';

export const OWN_PASSWORD = 'Lvzhou-7-Xueye';
export const CALLBACK = 'https://risk.example/login/identity/callback';
const MADE_AT = new Date('2026-11-01T09:00:00+08:00');

let hashed: Promise<string> | null = null;

/** What a bed stands on: memory, or PostgreSQL. */
interface Stores {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly sealing: Sealing;
  readonly work: UnitOfWork;
}

function inMemory(): Stores {
  const { accounts, sessions, sealing } = new InMemoryAccess();
  return { accounts, sessions, sealing, work: new FakeUnitOfWork() };
}

/** A house with an identity platform beside it. */
export class IdentityBed {
  readonly clock = new FakeClock();
  readonly provider = new FakeIdentityProvider();
  readonly visits: IdentityVisits;
  readonly signIn: SignInByIdentity;
  readonly bind: BindIdentity;
  readonly check: CheckSession;
  readonly administer: AdministerAccounts;
  private readonly opening: OpenSessions;

  constructor(
    countsAsSecondFactor = false,
    readonly stores: Stores = inMemory(),
  ) {
    const { accounts, sessions, sealing, work } = stores;
    const policy = compileAccessPolicy({
      password: { shortest: 10, maxAgeDays: 90, basis: '依据' },
      lockout: { failures: 5, minutes: 10, perAddress: 5, basis: '依据' },
      session: { idleMinutes: 30, longestHours: 12, basis: '依据' },
      secondFactor: { roles: ['monitor'], basis: '依据' },
      identity: { countsAsSecondFactor, basis: '依据' },
    });
    const hands = { work, clock: this.clock, policy };
    const city = { office: 'jrb', units: new Set(['jrb', 'scj']), regions: new Set<string>() };
    this.opening = new OpenSessions(sessions, policy, this.clock);
    this.visits = new IdentityVisits(this.provider, sealing, { ...hands, redirectUri: CALLBACK });
    this.signIn = new SignInByIdentity(this.visits, accounts, this.opening, hands);
    this.bind = new BindIdentity(this.visits, accounts, sessions, hands);
    this.check = new CheckSession(sessions, hands);
    this.administer = new AdministerAccounts(accounts, sessions, city, hands);
  }

  /** An account that works. */
  async add(login: string, more: Partial<AccountDraft> = {}): Promise<string> {
    const passwordHash = await (hashed ??= hashPassword(OWN_PASSWORD));
    return this.stores.work.run((tx) =>
      this.stores.accounts.add(tx, {
        ...{ login, name: `${login}某`, unit: 'scj', roles: ['reader'], regions: null },
        ...{ state: 'active', proposed: null, reset: null, passwordHash, passwordAt: MADE_AT },
        ...{ mustChange: false, factor: null, failures: 0, lockedUntil: null, validUntil: null },
        ...{ identity: null, madeBy: '建立人', madeAt: MADE_AT, approvedBy: '批准人' },
        ...{ sample: false, ...more },
      }),
    );
  }

  /** An account that is bound to somebody at the platform. */
  addBound(login: string, subject: string, more: Partial<AccountDraft> = {}): Promise<string> {
    return this.add(login, { identity: { issuer: ISSUER, subject }, ...more });
  }

  async account(id: string): Promise<Account> {
    const account = await this.stores.accounts.find(id);
    if (!account) throw new Error(`no account ${id}`);
    return account;
  }

  /** A login by password that has proven all. */
  async session(accountId: string): Promise<Session> {
    const account = await this.account(accountId);
    const opened = await this.stores.work.run((tx) =>
      this.opening.run(tx, account, { factor: true }, null),
    );
    return this.sessionOf(opened);
  }

  async sessionOf({ token }: OpenedSession): Promise<Session> {
    const open = await this.check.run(token, false);
    if (!open) throw new Error('no such session');
    return open.session;
  }

  /** Goes to the platform and is back as somebody, in order to sign in. */
  async backToSignIn(subject: string, to: string | null = null): Promise<SignInArrival> {
    const { url, sealed } = await this.signIn.begin(to);
    const callbackUrl = this.provider.answer(url, subject);
    return (await this.visits.finish({ callbackUrl, sealed, from: null })) as SignInArrival;
  }

  /** Comes in by the platform. */
  async enter(subject: string): Promise<OpenedSession> {
    return this.signIn.run(await this.backToSignIn(subject), '10.0.0.7');
  }

  /** Goes to the platform and is back as somebody, in order to bind. */
  async backToBind(session: Session, subject: string): Promise<BindArrival> {
    const { url, sealed } = await this.bind.begin(session, OWN_PASSWORD);
    const callbackUrl = this.provider.answer(url, subject);
    return (await this.visits.finish({ callbackUrl, sealed, from: null })) as BindArrival;
  }
}
