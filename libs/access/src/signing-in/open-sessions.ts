import { createHash, randomBytes } from 'node:crypto';
import { Unauthenticated, type Clock, type Transaction } from '@risk/kit';
import type { Account } from '../accounts/account.js';
import type { AccessPolicy } from '../policy.js';
import type { SessionStore } from './ports.js';
import { stageOf, type Proven, type Session, type SessionStage } from './session.js';

/** A login that was just opened; the token is told to its browser once and kept nowhere. */
export interface OpenedSession {
  readonly token: string;
  readonly stage: SessionStage;
  readonly accountId: string;
}

/** What is kept of a token. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A token of 256 bits. */
export const madeToken = (): string => randomBytes(32).toString('base64url');

/** The step of a login that comes before another. */
type StepBefore = Pick<Session, 'id' | 'from'>;

/** Opens sessions; each step of a login gets a token of its own, so that none is worth more later. */
export class OpenSessions {
  constructor(
    private readonly sessions: SessionStore,
    private readonly policy: AccessPolicy,
    private readonly clock: Clock,
  ) {}

  async run(
    tx: Transaction,
    account: Account,
    proven: Proven,
    from: string | null,
  ): Promise<OpenedSession> {
    const now = this.clock.now();
    const token = madeToken();
    const stage = stageOf(account, this.policy, proven, now);
    await this.sessions.open(tx, {
      ...{ accountId: account.id, stage, from, tokenHash: digestOf(token) },
      ...{ openedAt: now, seenAt: now },
    });
    return { token, stage, accountId: account.id };
  }

  /**
   * The next step of a login that has proven everything so far: the token of the step before is worth nothing
   * any more. When that step ended meanwhile there is nothing to go on with: what was signed out or replaced
   * stays so.
   */
  async goOn(tx: Transaction, account: Account, before: StepBefore): Promise<OpenedSession> {
    if (!(await this.sessions.end(tx, before.id, 'replaced', this.clock.now())))
      throw new Unauthenticated('这次登录已经结束，请重新登录');
    return this.run(tx, account, { factor: account.factor !== null }, before.from);
  }

  /** The same after what proves an account changed: no other login of it has proven that, so all others end. */
  async goOnAlone(tx: Transaction, account: Account, before: StepBefore): Promise<OpenedSession> {
    const now = this.clock.now();
    await this.sessions.endAllOf(tx, account.id, 'account-changed', now, before.id);
    return this.goOn(tx, account, before);
  }
}
