import { minutes, Throttle, Unauthenticated, type Clock, type Milliseconds } from '@risk/kit';
import { z } from 'zod';
import type { Sealing } from '../accounts/ports.js';
import type { AccessPolicy } from '../policy.js';
import type { Identity, IdentityProvider } from './identity-provider.js';
import { admitTry, forgiveTry } from './admit-try.js';

/** Why somebody was sent to the platform. */
export type Errand =
  | { readonly for: 'sign-in'; /** The page to go on to. */ readonly to: string | null }
  | { readonly for: 'bind'; readonly accountId: string };

/** Somebody who is back, with the errand on which they went. */
export type Arrival = Errand & { readonly identity: Identity };
export type SignInArrival = Extract<Arrival, { readonly for: 'sign-in' }>;
export type BindArrival = Extract<Arrival, { readonly for: 'bind' }>;

/** Where to send a browser, and the sealed text that it has to bring back in a cookie. */
export interface Departure {
  readonly url: string;
  readonly sealed: string;
}

/** What a browser brings back. */
export interface Return {
  /** The address as the browser asked for it, with its question. */
  readonly callbackUrl: string;
  /** From the cookie; null when there is none. */
  readonly sealed: string | null;
  /** The address it comes from. */
  readonly from: string | null;
}

/** A visit may take so long; the cookie lives no longer either. */
export const VISIT_LASTS: Milliseconds = minutes(10);

const PLACE = 'identity-visit';
const LONGEST_PAGE = 500;
const NOT_OURS = '这次登录不是从本平台开始的、已经用过，或者超过了十分钟：请重新开始';

const visitSchema = z.strictObject({
  kept: z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() }),
  errand: z.union([
    z.strictObject({ for: z.literal('sign-in'), to: z.string().nullable() }),
    z.strictObject({ for: z.literal('bind'), accountId: z.string() }),
  ]),
  begunAt: z.number(),
});
type Visit = z.output<typeof visitSchema>;

/** What visits work with; the address to come back to is the one that the platform has registered. */
export interface VisitHands {
  readonly redirectUri: string;
  readonly clock: Clock;
  readonly policy: AccessPolicy;
}

/**
 * Sends people to the identity platform and takes them back. What is kept meanwhile travels sealed with the
 * browser, so that no table fills with visits that never end. A visit is good for once: the platform takes its
 * code once, the cookie goes with the first return, and this process remembers the visits of ten minutes.
 */
export class IdentityVisits {
  private readonly ended: Throttle;
  private readonly failures: Throttle;

  constructor(
    private readonly provider: IdentityProvider,
    private readonly sealing: Sealing,
    private readonly hands: VisitHands,
  ) {
    const { clock, policy } = hands;
    this.ended = new Throttle(clock, 1, VISIT_LASTS);
    this.failures = new Throttle(clock, policy.lockout.perAddress, policy.lockout.lasts);
  }

  async begin(errand: Errand): Promise<Departure> {
    const { url, kept } = await this.provider.begin(this.hands.redirectUri);
    const visit: Visit = { kept, errand: shortened(errand), begunAt: this.now };
    const sealed = this.sealing.seal(Buffer.from(JSON.stringify(visit)), PLACE);
    return { url, sealed: sealed.toString('base64url') };
  }

  async finish({ callbackUrl, sealed, from }: Return): Promise<Arrival> {
    admitTry(this.failures, from);
    let isWrong = false;
    try {
      const { errand, kept } = this.taken(sealed);
      const identity = await this.provider.finish(callbackUrl, kept, this.hands.redirectUri);
      return { ...errand, identity };
    } catch (error) {
      isWrong = error instanceof Unauthenticated;
      throw error;
    } finally {
      if (!isWrong) forgiveTry(this.failures, from);
    }
  }

  /** The visit of a sealed text, which from now on is no longer good. */
  private taken(sealed: string | null): Visit {
    const visit = sealed === null ? null : this.opened(sealed);
    if (!visit || this.now - visit.begunAt >= VISIT_LASTS || this.ended.isFull(visit.kept.state))
      throw new Unauthenticated(NOT_OURS);
    this.ended.note(visit.kept.state);
    return visit;
  }

  /** Null of what was not sealed here. */
  private opened(sealed: string): Visit | null {
    try {
      const plain = this.sealing.open(Buffer.from(sealed, 'base64url'), PLACE);
      return visitSchema.parse(JSON.parse(plain.toString('utf8')));
    } catch {
      return null;
    }
  }

  private get now(): number {
    return this.hands.clock.now().getTime();
  }
}

/** A page with a long question would not fit into a cookie; its reader begins at home. */
const shortened = (errand: Errand): Errand =>
  errand.for === 'sign-in' && (errand.to?.length ?? 0) > LONGEST_PAGE
    ? { ...errand, to: null }
    : errand;
