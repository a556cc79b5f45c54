import { FEEDS, WHOLE_CITY, type Feed } from '@risk/domain';
import { Invalid, NotFound, Unauthenticated, type Clock } from '@risk/kit';
import type { Person } from '../accounts/account.js';
import { digestOf, madeToken } from '../signing-in/open-sessions.js';

/** A token by which another system delivers records. */
export interface ServiceToken {
  readonly id: string;
  /** What the other system is called. */
  readonly name: string;
  readonly feeds: readonly Feed[];
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly revokedBy: string | null;
  readonly lastUsedAt: Date | null;
}

/** Keeps service tokens, known by their digests alone. */
export abstract class TokenStore {
  abstract add(
    token: Omit<ServiceToken, 'id' | 'revokedBy' | 'lastUsedAt'> & { readonly hash: Buffer },
  ): Promise<string>;
  abstract byHash(hash: Buffer): Promise<ServiceToken | null>;
  abstract use(id: string, at: Date): Promise<void>;
  /** Whether it stood until now. */
  abstract revoke(id: string, by: string, at: Date): Promise<boolean>;
  abstract list(): Promise<ServiceToken[]>;
  /** Whether any token was ever made. */
  abstract any(): Promise<boolean>;
}

/** What an administrator writes to make a token. */
export interface TokenWish {
  readonly name: string;
  readonly feeds: readonly Feed[];
  readonly endsAt: Date;
}

/** Tells what it is at a glance, also to those who look for leaked secrets. */
const PREFIX = 'risk_';
const MINUTE = 60_000;

/** Tokens with which other systems deliver records, and nothing else. */
export class ServiceTokens {
  constructor(
    private readonly tokens: TokenStore,
    private readonly clock: Clock,
  ) {}

  /** The token is shown this once. */
  async make(
    wish: TokenWish,
    by: string,
  ): Promise<{ readonly id: string; readonly token: string }> {
    const now = this.clock.now();
    if (wish.endsAt <= now) throw new Invalid('endsAt：应在将来');
    const token = `${PREFIX}${madeToken()}`;
    const id = await this.tokens.add({ ...wish, madeBy: by, madeAt: now, hash: digestOf(token) });
    return { id, token };
  }

  async revoke(id: string, by: string): Promise<void> {
    if (!(await this.tokens.revoke(id, by, this.clock.now())))
      throw new NotFound('没有这个令牌，或者已经收回');
  }

  list(): Promise<ServiceToken[]> {
    return this.tokens.list();
  }

  /** Before the first token, the machine's own programs deliver without; see docs/decisions/0022. */
  any(): Promise<boolean> {
    return this.tokens.any();
  }

  async bearerOf(token: string): Promise<Bearer> {
    const now = this.clock.now();
    const kept = token.startsWith(PREFIX) ? await this.tokens.byHash(digestOf(token)) : null;
    if (kept?.revokedBy !== null || kept.endsAt <= now)
      throw new Unauthenticated('令牌不正确、已经收回或者已过期');
    if (now.getTime() - (kept.lastUsedAt?.getTime() ?? 0) >= MINUTE)
      await this.tokens.use(kept.id, now);
    return { person: serviceCalled(kept.name, kept.id), feeds: new Set(kept.feeds) };
  }

  /** The programs of this machine, while no token was made. */
  machine(): Bearer {
    return { person: serviceCalled('本机程序', MACHINE), feeds: new Set(FEEDS) };
  }
}

/** The id of the programs of this machine, who deliver without a token. */
export const MACHINE = 'machine';

/** A system that delivers, and what. */
export interface Bearer {
  readonly person: Person;
  readonly feeds: ReadonlySet<Feed>;
}

const serviceCalled = (name: string, id: string): Person => ({
  ...{ kind: 'service' as const, id, name, unit: '', roles: [] },
  permissions: new Set(['feeds.send'] as const),
  sight: WHOLE_CITY,
  sample: false,
});
