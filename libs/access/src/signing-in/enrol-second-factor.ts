import { Conflict, Invalid, type Transaction } from '@risk/kit';
import type { AccountStore, Sealing } from '../accounts/ports.js';
import { addressOfSecret, madeSecret, stepOfCode, textOfSecret } from './one-time-codes.js';
import type { OpenedSession, OpenSessions } from './open-sessions.js';
import { hashesOfCodes, madeRecoveryCodes } from './recovery-codes.js';
import type { Session } from './session.js';
import type { SignInHands } from './sign-in.js';

/** The place that is bound into a sealed secret. */
export const placeOfFactor = (accountId: string): string => `second-factor:${accountId}`;
const placeOfOffer = (accountId: string): string => `second-factor-offer:${accountId}`;

/** A secret that somebody is to put into an authenticator app; `offer` comes back with the first code. */
export interface SecondFactorOffer {
  readonly offer: string;
  readonly address: string;
  readonly text: string;
}

/** What comes of it: the recovery codes, shown once, and the session that goes on. */
export interface EnrolledFactor {
  readonly opened: OpenedSession;
  readonly recoveryCodes: readonly string[];
}

/**
 * Gives an account a second factor. The secret travels sealed and is kept only once a code proves it works;
 * every other session of the account ends, for none of them has proven it.
 */
export class EnrolSecondFactor {
  constructor(
    private readonly accounts: AccountStore,
    private readonly opening: OpenSessions,
    private readonly sealing: Sealing,
    private readonly hands: SignInHands,
  ) {}

  offer({ id, login }: { readonly id: string; readonly login: string }): SecondFactorOffer {
    const secret = madeSecret();
    return {
      offer: this.sealing.seal(secret, placeOfOffer(id)).toString('base64url'),
      address: addressOfSecret(secret, login),
      text: textOfSecret(secret),
    };
  }

  async run(session: Session, offer: string, code: string): Promise<EnrolledFactor> {
    const codes = madeRecoveryCodes();
    const hashes = await hashesOfCodes(codes);
    const opened = await this.hands.work.run((tx) =>
      this.enrol(tx, session, { offer, code, hashes }),
    );
    return { opened, recoveryCodes: codes };
  }

  private async enrol(
    tx: Transaction,
    session: Session,
    given: { readonly offer: string; readonly code: string; readonly hashes: readonly string[] },
  ): Promise<OpenedSession> {
    const { accountId: id } = session;
    const account = await this.accounts.lock(tx, id);
    if (!account || account.factor) throw new Conflict('已经绑定了动态口令');
    const secret = this.sealing.open(Buffer.from(given.offer, 'base64url'), placeOfOffer(id));
    const step = stepOfCode(secret, given.code, 0, this.hands.clock.now());
    if (step === null) throw new Invalid('动态口令不正确：请核对手机时间，输入当前显示的六位数字');
    const factor = { sealed: this.sealing.seal(secret, placeOfFactor(id)), lastStep: step };
    const enrolled = { ...account, factor };
    await this.accounts.keep(tx, enrolled);
    await this.accounts.keepRecovery(tx, id, given.hashes);
    return this.opening.goOnAlone(tx, enrolled, session);
  }
}
