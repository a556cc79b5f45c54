import { compileAccessPolicy, type AccessPolicy, type Role } from '@risk/access';
import { cityOf, tieAccess, type AccessDesk } from '@risk/assembly';
import type { Clock } from '@risk/kit';
import { accountDraft } from '../../../../libs/access/src/accounts/account-draft.js';
import { digestOf, madeToken } from '../../../../libs/access/src/signing-in/open-sessions.js';
import {
  InMemoryAccess,
  SeesEverything,
} from '../../../../libs/access/src/testing/in-memory-access.js';
import {
  FakeTransaction,
  FakeUnitOfWork,
} from '../../../../libs/kit/src/testing/fake-transaction.js';
import { smallTree } from '../../../../libs/routing/src/testing/small-city.js';

export const POLICY: AccessPolicy = compileAccessPolicy({
  password: { shortest: 10, maxAgeDays: null, basis: '测试' },
  lockout: { failures: 3, minutes: 10, perAddress: 50, basis: '测试' },
  session: { idleMinutes: 30, longestHours: 12, basis: '测试' },
  secondFactor: { roles: [], basis: '测试' },
  limits: {
    ...{ address: { perMinute: 60, burst: 60 }, login: { perMinute: 1200, burst: 600 } },
    ...{ token: { perMinute: 60, burst: 60 }, basis: '测试' },
  },
});

/** All of the office's work in one pair of hands. */
export const OFFICE: readonly Role[] = ['monitor', 'verifier', 'director'];

/** Who somebody is, apart from the name. */
export interface Part {
  readonly roles?: readonly Role[];
  readonly unit?: string;
  readonly regions?: readonly string[] | null;
  readonly sample?: boolean;
}

/** The people of a fake house: made when they are first needed, signed in without a password. */
export class People {
  readonly stores = new InMemoryAccess();
  readonly desk: AccessDesk;
  /** Whether one may look around without an account. */
  isOpenToAll = true;
  private readonly accounts = new Map<string, Promise<string>>();

  constructor(private readonly clock: Clock) {
    const hands = { work: new FakeUnitOfWork(), clock, policy: POLICY };
    const { accounts, sessions, tokens, rescues, sealing } = this.stores;
    const stores = { accounts, sessions, tokens, rescues, sealing, sight: new SeesEverything() };
    const city = cityOf({ routing: smallTree() });
    this.desk = tieAccess(stores, city, () => Promise.resolve(this.isOpenToAll), hands);
  }

  /** The cookie of somebody who signed in a moment ago. */
  async cookieOf(name: string, part: Part = {}): Promise<string> {
    const tx = new FakeTransaction();
    const made = this.accounts.get(name) ?? this.stores.accounts.add(tx, this.draftOf(name, part));
    this.accounts.set(name, made);
    const token = madeToken();
    const now = this.clock.now();
    await this.stores.sessions.open(tx, {
      ...{ accountId: await made, stage: 'in', from: null, tokenHash: digestOf(token) },
      ...{ openedAt: now, seenAt: now },
    });
    return `risk=${token}`;
  }

  private draftOf(name: string, part: Part) {
    const { roles = OFFICE, unit = 'office', regions = null, sample = false } = part;
    const draft = accountDraft({
      ...{ login: `u${String(this.accounts.size).padStart(3, '0')}`, name, unit, roles, regions },
      ...{ validUntil: null, madeBy: '测试', madeAt: this.clock.now() },
    });
    return { ...draft, state: 'active' as const, mustChange: false, approvedBy: '测试', sample };
  }
}
