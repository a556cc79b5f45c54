import { Unauthenticated, type Transaction } from '@risk/kit';
import type { Account } from '../accounts/account.js';
import type { AccountStore, Sealing } from '../accounts/ports.js';
import { failed, mayTry, succeeded } from './attempts.js';
import { placeOfFactor } from './enrol-second-factor.js';
import { stepOfCode } from './one-time-codes.js';
import type { OpenedSession, OpenSessions } from './open-sessions.js';
import { hashOpenedBy } from './recovery-codes.js';
import type { Session } from './session.js';
import type { SignInHands } from './sign-in.js';

const REFUSAL = '动态口令不正确、已经用过，或者账号暂时锁定';

/** Checks a one-time code, or a recovery code, each good for once. */
export class TakeSecondFactor {
  constructor(
    private readonly accounts: AccountStore,
    private readonly opening: OpenSessions,
    private readonly sealing: Sealing,
    private readonly hands: SignInHands,
  ) {}

  async run(session: Session, code: string): Promise<OpenedSession> {
    const opened = await this.hands.work.run((tx) => this.enter(tx, session, code));
    if (opened) return opened;
    throw new Unauthenticated(REFUSAL, { account: session.accountId });
  }

  private async enter(
    tx: Transaction,
    session: Session,
    code: string,
  ): Promise<OpenedSession | null> {
    const { clock, policy } = this.hands;
    const now = clock.now();
    const account = await this.accounts.lock(tx, session.accountId);
    if (!account || !mayTry(account, now)) return null;
    const proven = await this.proven(tx, account, code, now);
    await this.accounts.keep(tx, proven ? succeeded(proven) : failed(account, policy, now));
    return proven && this.opening.goOn(tx, proven, session);
  }

  /** The account after the code was taken; null when it is none. */
  private async proven(
    tx: Transaction,
    account: Account,
    code: string,
    now: Date,
  ): Promise<Account | null> {
    const { id, factor } = account;
    if (!factor) return null;
    const secret = this.sealing.open(factor.sealed, placeOfFactor(id));
    const step = stepOfCode(secret, code, factor.lastStep, now);
    if (step !== null) return { ...account, factor: { ...factor, lastStep: step } };
    const hash = await hashOpenedBy(code, await this.accounts.recoveryOf(tx, id));
    const isTaken = hash !== null && (await this.accounts.useRecovery(tx, id, hash, now));
    return isTaken ? account : null;
  }
}
