import { hours, Throttle, type Transaction } from '@risk/kit';
import { accountDraft } from '../accounts/account-draft.js';
import { admitTry, forgiveTry } from './admit-try.js';
import { enterNew, type NewcomerHands } from './enter-new.js';
import type { FirstAdministratorWish } from './first-administrator.js';
import { digestOf, type OpenedSession } from './open-sessions.js';
import { hashPassword, madePassword, refuseWeak } from './passwords.js';
import type { SignInHands } from './sign-in.js';

/** Those without whom a house could never make or approve another account. */
export const RESCUE_ROLES = ['system-admin', 'security-admin'] as const;
export type RescueRole = (typeof RESCUE_ROLES)[number];

/** A way back in, known by the digest of its code alone. */
export interface RescueCode {
  readonly digest: Buffer;
  readonly role: RescueRole;
  readonly madeAt: Date;
  readonly endsAt: Date;
}

/** Keeps ways back in. */
export abstract class RescueStore {
  abstract add(tx: Transaction, code: RescueCode): Promise<void>;
  /** Whether any stands open. */
  abstract any(now: Date): Promise<boolean>;
  /** The role of a code that stands open, which from now on does not; null when there is none. */
  abstract use(tx: Transaction, digest: Buffer, now: Date): Promise<RescueRole | null>;
}

const LASTS = hours(24);
const BY = '本机救援';

/**
 * A way back in for a house whose administrators are gone, have forgotten everything or ran out of time: whoever
 * can run a command on the machine itself, and could change its database anyway, makes a code that is good once.
 */
export class Rescue {
  private readonly throttle: Throttle;

  constructor(
    private readonly rescues: RescueStore,
    private readonly newcomers: NewcomerHands,
    private readonly office: string,
    private readonly hands: SignInHands,
  ) {
    const { lockout } = hands.policy;
    this.throttle = new Throttle(hands.clock, lockout.perAddress, lockout.lasts);
  }

  /** The code, shown this once, and until when it is good. */
  async make(role: RescueRole): Promise<{ readonly code: string; readonly endsAt: Date }> {
    const { work, clock } = this.hands;
    const [code, madeAt] = [madePassword(), clock.now()];
    const endsAt = new Date(madeAt.getTime() + LASTS);
    await work.run((tx) => this.rescues.add(tx, { digest: digestOf(code), role, madeAt, endsAt }));
    return { code, endsAt };
  }

  isOpen(): Promise<boolean> {
    return this.rescues.any(this.hands.clock.now());
  }

  /** Lets in whoever has such a code, as a new administrator; null when it is none. */
  async enter({
    code,
    from,
    password,
    ...wish
  }: FirstAdministratorWish): Promise<OpenedSession | null> {
    const { work, clock, policy } = this.hands;
    if (!(await this.isOpen())) return null;
    admitTry(this.throttle, from);
    const rights = { unit: this.office, roles: [], regions: null, validUntil: null };
    const draft = accountDraft({ ...wish, ...rights, madeBy: BY, madeAt: clock.now() });
    refuseWeak(password, policy.password, draft);
    const passwordHash = await hashPassword(password);
    return work.run(async (tx) => {
      const role = await this.rescues.use(tx, digestOf(code.trim()), clock.now());
      if (role === null) return null;
      forgiveTry(this.throttle, from);
      const whole = { ...draft, roles: [role], passwordHash, approvedBy: BY };
      return enterNew(tx, this.newcomers, whole, from);
    });
  }
}
