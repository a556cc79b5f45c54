import { Forbidden, NotFound } from '@risk/kit';
import { accountDraft } from '../accounts/account-draft.js';
import type { AccountDraft, AccountStore } from '../accounts/ports.js';
import type { Role } from '../rights/roles.js';
import type { OpenedSession, OpenSessions } from './open-sessions.js';
import type { SignInHands } from './sign-in.js';

/** Somebody whom a newcomer may be, to look around. */
interface DemonstrationRole {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Of the office unless told otherwise. */
  readonly unit?: string;
}

/** One line to add one. Administrators are not among them: nobody demonstrates real accounts. */
const ROLES: readonly DemonstrationRole[] = [
  { login: 'demo-office', name: '演示·金融办监测核查员', roles: ['monitor', 'verifier'] },
  { login: 'demo-director', name: '演示·金融办负责人', roles: ['director'] },
  { login: 'demo-liaison', name: '演示·市场监管局联络员', roles: ['liaison'], unit: 'scjgj' },
  { login: 'demo-police', name: '演示·公安', roles: ['police'], unit: 'gaj' },
  { login: 'demo-reader', name: '演示·简报读者', roles: ['reader'] },
];

/** Whether somebody may look around without an account now. */
export type IsOpenToAll = () => Promise<boolean>;

/** Logins without a password, which exist only as long as the sample data do, and say so. */
export class Demonstration {
  constructor(
    private readonly accounts: AccountStore,
    private readonly opening: OpenSessions,
    private readonly isOpen: IsOpenToAll,
    private readonly hands: SignInHands,
  ) {}

  /** Whom one may be; nobody when there are no sample data, or others could look at real ones. */
  async offers(): Promise<readonly { readonly login: string; readonly name: string }[]> {
    if (!(await this.isOpen())) return [];
    return (await this.accounts.samples()).map(({ login, name }) => ({ login, name }));
  }

  /** Whether a login of the demonstration still opens anything: it ends with what let it in. */
  stillHolds(): Promise<boolean> {
    return this.isOpen();
  }

  async enter(login: string, from: string | null): Promise<OpenedSession> {
    if (!(await this.isOpen()))
      throw new Forbidden('没有样例数据，或者平台已对外开放：演示登录已关闭');
    const account = (await this.accounts.samples()).find((one) => one.login === login);
    if (!account) throw new NotFound('没有这个演示账号');
    return this.hands.work.run((tx) => this.opening.run(tx, account, { factor: false }, from));
  }

  /** Called with the sample data; what is there already stays. */
  async prepare(office: string, units: ReadonlySet<string>): Promise<void> {
    for (const role of ROLES.filter(({ unit }) => units.has(unit ?? office)))
      if (!(await this.accounts.byLogin(role.login)))
        await this.hands.work.run((tx) => this.accounts.add(tx, this.draftOf(role, office)));
  }

  private draftOf(role: DemonstrationRole, office: string): AccountDraft {
    const told = { unit: office, ...role, regions: null, validUntil: null };
    const draft = accountDraft({ ...told, madeBy: '样例', madeAt: this.hands.clock.now() });
    return { ...draft, state: 'active', mustChange: false, approvedBy: '样例', sample: true };
  }
}
