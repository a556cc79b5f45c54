import type { Sight } from '@risk/domain';
import { Conflict, Invalid, type Listed, type ListQuestion, type Transaction } from '@risk/kit';
import { FakeUnitOfWork } from '../../../kit/src/testing/fake-transaction.js';
import type { Account } from '../accounts/account.js';
import {
  AccountStore,
  Sealing,
  type AccountDraft,
  type AccountQuestion,
  type AccountSort,
} from '../accounts/ports.js';
import { SightedThings, type Sighted } from '../rights/sighted.js';
import { RescueStore, type RescueCode, type RescueRole } from '../signing-in/rescue.js';
import { SessionStore, type OpenSession, type SessionEnd } from '../signing-in/ports.js';
import type { Session } from '../signing-in/session.js';
import { TokenStore, type ServiceToken } from '../tokens/service-tokens.js';

/** The same person or not, however the name is written; as the real store has it. */
const writtenAlike = (name: string): string =>
  name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

const isAlike = (one: AccountDraft, other: AccountDraft): boolean =>
  one.login === other.login ||
  writtenAlike(one.name) === writtenAlike(other.name) ||
  (one.identity !== null &&
    one.identity.issuer === other.identity?.issuer &&
    one.identity.subject === other.identity.subject);

const SORTED: Readonly<Record<AccountSort, (account: Account) => string>> = {
  usual: (account) => (isWaiting(account) ? '0' : '1'),
  name: ({ name }) => name,
  login: ({ login }) => login,
  unit: ({ unit }) => unit,
  madeAt: ({ madeAt }) => madeAt.toISOString(),
};

/** A page as a database without a language would sort it; its place is the id of its last account. */
function pageOf(
  accounts: readonly Account[],
  { sort, isDescending, after, limit }: ListQuestion<AccountSort>,
): Listed<Account> {
  const valueOf = SORTED[sort];
  const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const way = isDescending ? -1 : 1;
  const sorted = [...accounts].sort(
    (a, b) => way * (compared(valueOf(a), valueOf(b)) || Number(a.id) - Number(b.id)),
  );
  const begin = after === null ? 0 : sorted.findIndex(({ id }) => id === after) + 1;
  const rows = sorted.slice(begin, begin + limit);
  const next = begin + limit < sorted.length ? (rows[rows.length - 1]?.id ?? null) : null;
  return { rows, next, total: sorted.length };
}

const isWaiting = ({ state, proposed, reset }: Account): boolean =>
  state === 'pending' || proposed !== null || reset?.approvedBy === null;

/** Accounts, in memory. */
export class InMemoryAccounts extends AccountStore {
  readonly kept = new Map<string, Account>();
  /** How often an account, or nobody, was written. */
  writes = 0;
  private readonly recovery = new Map<string, string[]>();

  add(_tx: Transaction, draft: AccountDraft): Promise<string> {
    const taken = [...this.kept.values()].some((account) => isAlike(account, draft));
    if (taken)
      return Promise.reject(
        new Conflict(`登录名“${draft.login}”或者姓名“${draft.name}”已经有人使用`),
      );
    const id = String(this.kept.size + 1);
    this.kept.set(id, { id, ...draft });
    return Promise.resolve(id);
  }

  lock(_tx: Transaction, id: string): Promise<Account | null> {
    return this.find(id);
  }

  keep(_tx: Transaction, account: Account): Promise<void> {
    this.writes += 1;
    this.kept.set(account.id, account);
    return Promise.resolve();
  }

  keepNobody(_tx: Transaction): Promise<void> {
    this.writes += 1;
    return Promise.resolve();
  }

  byLogin(login: string): Promise<Account | null> {
    return this.one((account) => account.login === login);
  }

  byIdentity(issuer: string, subject: string): Promise<Account | null> {
    return this.one(({ identity }) => identity?.issuer === issuer && identity.subject === subject);
  }

  find(id: string): Promise<Account | null> {
    return Promise.resolve(this.kept.get(id) ?? null);
  }

  list({ words, state, waiting, ...page }: AccountQuestion): Promise<Listed<Account>> {
    const found = [...this.kept.values()].filter(
      (account) =>
        (words === null ||
          [account.login, account.name, account.unit].some((text) => text.includes(words))) &&
        (state === null || account.state === state) &&
        (!waiting || isWaiting(account)),
    );
    return Promise.resolve(pageOf(found, page));
  }

  holders(role: string, on: string): Promise<number> {
    const holds = ({ state, sample, roles, validUntil }: Account): boolean =>
      state === 'active' &&
      !sample &&
      (validUntil === null || validUntil >= on) &&
      roles.some((one) => one === role);
    return Promise.resolve([...this.kept.values()].filter(holds).length);
  }

  countHolders(_tx: Transaction, role: string, on: string): Promise<number> {
    return this.holders(role, on);
  }

  samples(): Promise<Account[]> {
    const isSample = ({ sample, state }: Account): boolean => sample && state === 'active';
    return Promise.resolve([...this.kept.values()].filter(isSample));
  }

  keepRecovery(_tx: Transaction, id: string, hashes: readonly string[]): Promise<void> {
    this.recovery.set(id, [...hashes]);
    return Promise.resolve();
  }

  recoveryOf(_tx: Transaction, id: string): Promise<readonly string[]> {
    return Promise.resolve([...(this.recovery.get(id) ?? [])]);
  }

  useRecovery(_tx: Transaction, id: string, hash: string): Promise<boolean> {
    const left = this.recovery.get(id) ?? [];
    this.recovery.set(
      id,
      left.filter((one) => one !== hash),
    );
    return Promise.resolve(left.includes(hash));
  }

  private one(which: (account: Account) => boolean): Promise<Account | null> {
    return Promise.resolve([...this.kept.values()].find(which) ?? null);
  }
}

/** A session as it is kept, with its end. */
interface KeptSession extends Session {
  readonly hash: string;
  readonly ended: SessionEnd | null;
}

/** Sessions, in memory, of accounts in memory. */
export class InMemorySessions extends SessionStore {
  private readonly kept = new Map<string, KeptSession>();

  constructor(private readonly accounts: InMemoryAccounts) {
    super();
  }

  /** Why each session ended, oldest first; null while it has not. */
  get ends(): (SessionEnd | null)[] {
    return [...this.kept.values()].map(({ ended }) => ended);
  }

  open(
    _tx: Transaction,
    { tokenHash, ...session }: Omit<Session, 'id'> & { readonly tokenHash: Buffer },
  ): Promise<string> {
    const id = String(this.kept.size + 1);
    this.kept.set(id, { id, ...session, hash: tokenHash.toString('hex'), ended: null });
    return Promise.resolve(id);
  }

  async byToken(tokenHash: Buffer): Promise<OpenSession | null> {
    const hash = tokenHash.toString('hex');
    const found = [...this.kept.values()].find((one) => one.hash === hash && one.ended === null);
    const account = found && (await this.accounts.find(found.accountId));
    return account ? { session: plain(found), account } : null;
  }

  touch(id: string, at: Date): Promise<void> {
    const one = this.kept.get(id);
    if (one && one.seenAt < at) this.kept.set(id, { ...one, seenAt: at });
    return Promise.resolve();
  }

  end(_tx: Transaction, id: string, because: SessionEnd): Promise<boolean> {
    return Promise.resolve(this.endWhere(because, (session) => session.id === id) === 1);
  }

  endAllOf(
    _tx: Transaction,
    accountId: string,
    because: SessionEnd,
    _at: Date,
    but?: string,
  ): Promise<number> {
    return Promise.resolve(
      this.endWhere(because, (one) => one.accountId === accountId && one.id !== but),
    );
  }

  endAll(_tx: Transaction, because: SessionEnd): Promise<number> {
    return Promise.resolve(this.endWhere(because, () => true));
  }

  openOf(accountId: string): Promise<Session[]> {
    const open = [...this.kept.values()].filter(
      (one) => one.accountId === accountId && one.ended === null,
    );
    return Promise.resolve(open.map(plain).reverse());
  }

  private endWhere(because: SessionEnd, which: (session: Session) => boolean): number {
    const open = [...this.kept.values()].filter((one) => one.ended === null && which(one));
    for (const one of open) this.kept.set(one.id, { ...one, ended: because });
    return open.length;
  }
}

const plain = ({ hash: _hash, ended: _ended, ...session }: KeptSession): Session => session;

/** Tokens of other systems, in memory. */
export class InMemoryTokens extends TokenStore {
  private readonly kept = new Map<string, ServiceToken & { readonly hash: string }>();

  add(
    token: Omit<ServiceToken, 'id' | 'revokedBy' | 'lastUsedAt'> & { readonly hash: Buffer },
  ): Promise<string> {
    const id = String(this.kept.size + 1);
    const fresh = { id, revokedBy: null, lastUsedAt: null };
    this.kept.set(id, { ...token, ...fresh, hash: token.hash.toString('hex') });
    return Promise.resolve(id);
  }

  byHash(hash: Buffer): Promise<ServiceToken | null> {
    const wanted = hash.toString('hex');
    const found = [...this.kept.values()].find((token) => token.hash === wanted);
    return Promise.resolve(found ? withoutHash(found) : null);
  }

  use(id: string, at: Date): Promise<void> {
    const token = this.kept.get(id);
    if (token) this.kept.set(id, { ...token, lastUsedAt: at });
    return Promise.resolve();
  }

  revoke(id: string, by: string): Promise<boolean> {
    const token = this.kept.get(id);
    if (token?.revokedBy !== null) return Promise.resolve(false);
    this.kept.set(id, { ...token, revokedBy: by });
    return Promise.resolve(true);
  }

  list(): Promise<ServiceToken[]> {
    return Promise.resolve([...this.kept.values()].map(withoutHash).reverse());
  }

  any(): Promise<boolean> {
    return Promise.resolve(this.kept.size > 0);
  }
}

const withoutHash = ({
  hash: _hash,
  ...token
}: ServiceToken & { readonly hash: string }): ServiceToken => token;

/** Seals nothing, yet opens only at the place it was sealed for. */
export class PlainSealing extends Sealing {
  seal(bytes: Uint8Array, place: string): Buffer {
    return Buffer.from(JSON.stringify([place, Buffer.from(bytes).toString('hex')]));
  }

  open(sealed: Buffer, place: string): Buffer {
    const [at, hex] = readSealed(sealed);
    if (at !== place || hex === undefined) throw new Invalid('密封内容已损坏、被改动或者密钥不符');
    return Buffer.from(hex, 'hex');
  }
}

function readSealed(sealed: Buffer): readonly string[] {
  try {
    const read: unknown = JSON.parse(sealed.toString('utf8'));
    return Array.isArray(read) ? (read as string[]) : [];
  } catch {
    return [];
  }
}

/** Everybody sees everything that is asked about. */
export class SeesEverything extends SightedThings {
  among(_kind: Sighted, ids: readonly string[], _sight: Sight): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(ids));
  }
}

/** Ways back in, in memory. */
export class InMemoryRescues extends RescueStore {
  private readonly kept: (RescueCode & { used: boolean })[] = [];

  add(_tx: Transaction, code: RescueCode): Promise<void> {
    this.kept.push({ ...code, used: false });
    return Promise.resolve();
  }

  any(now: Date): Promise<boolean> {
    return Promise.resolve(this.kept.some(({ used, endsAt }) => !used && endsAt > now));
  }

  use(_tx: Transaction, digest: Buffer, now: Date): Promise<RescueRole | null> {
    const code = this.kept.find(
      (one) => one.digest.equals(digest) && !one.used && one.endsAt > now,
    );
    if (code) code.used = true;
    return Promise.resolve(code?.role ?? null);
  }
}

/** All that access stands on, in memory. */
export class InMemoryAccess {
  readonly accounts = new InMemoryAccounts();
  readonly sessions = new InMemorySessions(this.accounts);
  readonly tokens = new InMemoryTokens();
  readonly sealing = new PlainSealing();
  readonly rescues = new InMemoryRescues();
  readonly work = new FakeUnitOfWork();
}
