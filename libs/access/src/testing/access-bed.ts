import { Secret, TOTP } from 'otpauth';
import { minutes, type UnitOfWork } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { personOf, type Account, type Person } from '../accounts/account.js';
import { AdministerAccounts } from '../accounts/administer-accounts.js';
import { ResetPassword } from '../accounts/reset-password.js';
import type { City } from '../accounts/city.js';
import type { AccountDraft, AccountStore, Sealing } from '../accounts/ports.js';
import { compileAccessPolicy, type AccessPolicy } from '../policy.js';
import type { Role } from '../rights/roles.js';
import { ChangePassword } from '../signing-in/change-password.js';
import { CheckSession } from '../signing-in/check-session.js';
import { EnrolSecondFactor, placeOfFactor } from '../signing-in/enrol-second-factor.js';
import { FirstAdministrator } from '../signing-in/first-administrator.js';
import { OpenSessions, type OpenedSession } from '../signing-in/open-sessions.js';
import { Rescue, type RescueStore } from '../signing-in/rescue.js';
import { hashPassword } from '../signing-in/passwords.js';
import type { OpenSession, SessionStore } from '../signing-in/ports.js';
import { SignIn, type SignInHands } from '../signing-in/sign-in.js';
import { SignOut } from '../signing-in/sign-out.js';
import { TakeSecondFactor } from '../signing-in/take-second-factor.js';
import { InMemoryAccess } from './in-memory-access.js';

/** The content of config/access.yaml as the tests have it. */
export const POLICY_FILE = {
  password: { shortest: 10, maxAgeDays: 90, basis: '依据' },
  lockout: { failures: 5, minutes: 10, perAddress: 30, basis: '依据' },
  session: { idleMinutes: 30, longestHours: 12, basis: '依据' },
  secondFactor: { roles: ['system-admin', 'security-admin', 'auditor', 'monitor'], basis: '依据' },
};
export const POLICY: AccessPolicy = compileAccessPolicy(POLICY_FILE);

export const CITY: City = {
  office: 'jrb',
  units: new Set(['jrb', 'scj', 'scjgj', 'gaj']),
  regions: new Set(['431002', '431003']),
};

/** What everybody of a bed has for a password unless told otherwise. */
export const PASSWORD = 'Lvzhou-7-Xueye';
export const SECRET = Buffer.from('12345678901234567890');

let hashed: Promise<string> | null = null;
const passwordHash = (): Promise<string> => (hashed ??= hashPassword(PASSWORD));

/** An account that works, before it has an id. */
export const draft = (more: Partial<AccountDraft> = {}): AccountDraft => ({
  ...{ login: 'wang', name: '王某', unit: 'scj', roles: ['reader'], regions: null },
  ...{ state: 'active', proposed: null, reset: null, passwordHash: null, mustChange: false },
  passwordAt: new Date('2026-11-01T09:00:00+08:00'),
  ...{ factor: null, failures: 0, lockedUntil: null, validUntil: null, identity: null },
  ...{ madeBy: '建立人', madeAt: new Date('2026-11-01T09:00:00+08:00'), approvedBy: '批准人' },
  ...{ sample: false, ...more },
});

/** What a bed stands on: memory, or PostgreSQL. */
export interface AccessStores {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly rescues: RescueStore;
  readonly sealing: Sealing;
  readonly work: UnitOfWork;
}

/** The code that an authenticator app shows. */
export const codeAt = (at: Date, secret: Buffer = SECRET): string =>
  new TOTP({ secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) }).generate({
    timestamp: at.getTime(),
  });

/** A house into which people sign in, at a clock that a test moves. */
export class AccessBed {
  readonly clock = new FakeClock();
  readonly hands: SignInHands;
  readonly opening: OpenSessions;
  readonly signIn: SignIn;
  readonly signOut: SignOut;
  readonly secondFactor: TakeSecondFactor;
  readonly enrol: EnrolSecondFactor;
  readonly password: ChangePassword;
  readonly check: CheckSession;
  readonly administer: AdministerAccounts;
  readonly resetting: ResetPassword;
  readonly rescue: Rescue;

  constructor(
    readonly on: AccessStores,
    policy: AccessPolicy = POLICY,
  ) {
    const { accounts, sessions, sealing, work } = on;
    const hands = { work, clock: this.clock, policy };
    this.hands = hands;
    const opening = new OpenSessions(sessions, policy, this.clock);
    this.opening = opening;
    this.signIn = new SignIn(accounts, opening, hands);
    this.signOut = new SignOut(sessions, hands);
    this.secondFactor = new TakeSecondFactor(accounts, opening, sealing, hands);
    this.enrol = new EnrolSecondFactor(accounts, opening, sealing, hands);
    this.password = new ChangePassword(accounts, opening, hands);
    this.check = new CheckSession(sessions, hands);
    this.administer = new AdministerAccounts(accounts, sessions, CITY, hands);
    this.resetting = new ResetPassword(accounts, sessions, hands);
    this.rescue = new Rescue(on.rescues, { accounts, opening }, CITY.office, hands);
  }

  first(): FirstAdministrator {
    return new FirstAdministrator(this.on.accounts, this.opening, CITY.office, this.hands);
  }

  /** Somebody with the password of the bed. */
  async add(more: Partial<AccountDraft> = {}): Promise<Account> {
    const { accounts, work } = this.on;
    const whole = draft({ passwordHash: await passwordHash(), ...more });
    const id = await work.run((tx) => accounts.add(tx, whole));
    return this.account(id);
  }

  /** Somebody with a second factor, too. */
  async addWithFactor(more: Partial<AccountDraft> = {}): Promise<Account> {
    const account = await this.add(more);
    const sealed = this.on.sealing.seal(SECRET, placeOfFactor(account.id));
    return this.set(account.id, { factor: { sealed, lastStep: 0 } });
  }

  async account(id: string): Promise<Account> {
    const account = await this.on.accounts.find(id);
    if (!account) throw new Error(`no account ${id}`);
    return account;
  }

  /** Changes an account behind everybody's back. */
  async set(id: string, more: Partial<Account>): Promise<Account> {
    const { accounts, work } = this.on;
    const account = await this.account(id);
    await work.run((tx) => accounts.keep(tx, { ...account, ...more }));
    return this.account(id);
  }

  enter(login = 'wang', password = PASSWORD, from: string | null = null): Promise<OpenedSession> {
    return this.signIn.run({ login, password, from });
  }

  /** The session of a token, as the next request finds it. */
  async session({ token }: Pick<OpenedSession, 'token'>): Promise<OpenSession['session']> {
    const open = await this.check.run(token, true);
    if (!open) throw new Error('no such session');
    return open.session;
  }

  isOpen = async ({ token }: Pick<OpenedSession, 'token'>): Promise<boolean> =>
    (await this.check.run(token, false)) !== null;

  /** Past every step of a login with a second factor. */
  async enterWithFactor(login = 'wang'): Promise<OpenedSession> {
    const before = await this.enter(login);
    return this.secondFactor.run(await this.session(before), codeAt(this.clock.now()));
  }

  async fail(times: number, login = 'wang', from: string | null = null): Promise<void> {
    for (let n = 0; n < times; n += 1)
      await this.enter(login, 'nicht-dieses-9', from).catch(() => undefined);
  }

  wait(n: number): void {
    this.clock.advance(minutes(n));
  }

  person = (account: Account): Person => personOf(account, CITY.office);

  /** An administrator of the office, as somebody at a door. */
  async administrator(role: Role, login: string): Promise<Person> {
    return this.person(await this.add({ login, name: login, unit: 'jrb', roles: [role] }));
  }
}

/** A bed in memory. */
export const memoryBed = (policy?: AccessPolicy): AccessBed =>
  new AccessBed(new InMemoryAccess(), policy);
