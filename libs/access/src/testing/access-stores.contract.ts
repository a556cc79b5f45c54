import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { UnitOfWork } from '@risk/kit';
import type { Account } from '../accounts/account.js';
import type { AccountDraft, AccountQuestion, AccountStore } from '../accounts/ports.js';
import type { RescueCode, RescueStore } from '../signing-in/rescue.js';
import type { SessionStore } from '../signing-in/ports.js';
import type { Session } from '../signing-in/session.js';
import type { TokenStore } from '../tokens/service-tokens.js';
import { draft } from './access-bed.js';

/** Empty stores of access. */
export interface StoresBed {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly tokens: TokenStore;
  readonly rescues: RescueStore;
  readonly work: UnitOfWork;
}

const AT = new Date('2026-11-02T09:00:00+08:00');
const LATER = new Date('2026-11-02T09:10:00+08:00');
const ALL: AccountQuestion = {
  ...{ words: null, state: null, waiting: false, after: null, limit: 100 },
  ...{ sort: 'madeAt', isDescending: false },
};
const SEALED = Buffer.from('密封');
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** What every store of accounts, sessions and tokens promises; the fakes and the real ones pass it. */
export function promisesOfAccessStores(open: () => Promise<StoresBed>): void {
  const begin = async () => {
    const on = await open();
    const add = (more: Partial<AccountDraft> = {}) =>
      on.work.run((tx) => on.accounts.add(tx, draft(more)));
    const keep = async (id: string, more: Partial<Account>) => {
      const account = await on.accounts.find(id);
      await on.work.run((tx) => on.accounts.keep(tx, { ...account!, ...more }));
    };
    return { ...on, add, keep };
  };

  describe('accounts', () => {
    it('come back as they were kept', async () => {
      const { accounts, add, work } = await begin();
      const whole = draft({
        ...{ login: 'zhao', name: '赵某', roles: ['monitor', 'verifier'], regions: ['431002'] },
        proposed: { unit: 'jrb', roles: ['director'], regions: null, validUntil: null, by: '张某' },
        reset: { by: '张某', approvedBy: '李某', at: '2026-11-02T01:00:00.000Z' },
        ...{ passwordHash: '$argon2id$v=19$x', mustChange: true, failures: 3, lockedUntil: LATER },
        ...{ validUntil: '2026-12-31', identity: { issuer: 'https://i.example', subject: 's' } },
        ...{ state: 'disabled', approvedBy: null, sample: true },
      });
      const id = await add(whole);
      const kept = { id, ...whole };
      expect(await accounts.find(id)).toEqual(kept);
      expect(await accounts.byLogin('zhao')).toEqual(kept);
      expect(await accounts.byIdentity('https://i.example', 's')).toEqual(kept);
      expect(await work.run((tx) => accounts.lock(tx, id))).toEqual(kept);
    });

    it('that nobody added are not there', async () => {
      const { accounts, work } = await begin();
      expect(await accounts.find('987654')).toBeNull();
      expect(await accounts.byLogin('niemand')).toBeNull();
      expect(await accounts.byIdentity('i', 's')).toBeNull();
      expect(await work.run((tx) => accounts.lock(tx, '987654'))).toBeNull();
    });

    it('change as a whole, with a second factor that comes, counts and goes', async () => {
      const { accounts, add, keep } = await begin();
      const id = await add();
      await keep(id, { name: '王某某', state: 'disabled', failures: 2 });
      expect(await accounts.find(id)).toMatchObject({ name: '王某某', failures: 2 });
      await keep(id, { factor: { sealed: SEALED, lastStep: 5 } });
      const { factor } = (await accounts.find(id))!;
      expect(factor!.sealed.equals(SEALED)).toBe(true);
      expect(factor!.lastStep).toBe(5);
      await keep(id, { factor: { ...factor!, lastStep: 61_000_000 } });
      expect((await accounts.find(id))!.factor!.lastStep).toBe(61_000_000);
      await keep(id, { factor: null });
      expect((await accounts.find(id))!.factor).toBeNull();
    });

    it('stay as they are when nobody is kept', async () => {
      const { accounts, add, work } = await begin();
      await add();
      const before = await accounts.list(ALL);
      await work.run((tx) => accounts.keepNobody(tx));
      expect(await accounts.list(ALL)).toEqual(before);
    });

    it.each<[string, Partial<AccountDraft>]>([
      ['the login', { login: 'wang' }],
      ['the name', { name: '王某' }],
      ['the name with spaces', { name: ' 王\u3000某 ' }],
      ['the name in full width and capitals', { name: 'ＷＡＮＧ Ｙi' }],
      ['the identity', { identity: { issuer: 'i', subject: 's' } }],
    ])('are refused when somebody has %s already', async (_what, more) => {
      const { accounts, add } = await begin();
      await add({ identity: { issuer: 'i', subject: 's' } });
      await add({ login: 'wang2', name: 'Wang Yi' });
      await expect(add({ login: 'li', name: '李某', ...more })).rejects.toThrow('已经有人使用');
      expect(await accounts.list(ALL)).toMatchObject({ total: 2 });
    });

    it('without an identity do not collide', async () => {
      const { add } = await begin();
      await add();
      await expect(add({ login: 'li', name: '李某' })).resolves.toBeDefined();
    });

    it.each<[string, Partial<AccountQuestion>, string[]]>([
      ['all', {}, ['wang', 'li', 'chen', 'zhou', 'sun', 'wu']],
      ['by login', { words: 'zho' }, ['zhou']],
      ['by name', { words: '陈' }, ['chen']],
      ['by unit', { words: 'gaj' }, ['li']],
      ['by words that are signs to SQL', { words: '%' }, []],
      ['by one more such sign', { words: '_' }, ['zhou']],
      ['by state', { state: 'disabled' }, ['zhou']],
      ['what waits', { waiting: true }, ['li', 'chen', 'sun']],
      ['so many', { limit: 2 }, ['wang', 'li']],
      ['what waits first', { sort: 'usual' }, ['li', 'chen', 'sun', 'wang', 'zhou', 'wu']],
      ['by login, backwards', { sort: 'login', isDescending: true, limit: 2 }, ['zhou', 'wu']],
    ])('are listed: %s', async (_what, more, logins) => {
      const { accounts, add } = await begin();
      await add();
      await add({ login: 'li', name: '李某', unit: 'gaj', state: 'pending', approvedBy: null });
      const proposed = { unit: 'scj', roles: ['head'] as const, regions: null, by: '张某' };
      await add({ login: 'chen', name: '陈某', proposed });
      await add({ login: 'zhou', name: '周_某', state: 'disabled' });
      const reset = { by: '张某', approvedBy: null, at: AT.toISOString() };
      await add({ login: 'sun', name: '孙某', reset });
      await add({ login: 'wu', name: '吴某', reset: { ...reset, approvedBy: '李某' } });
      const found = await accounts.list({ ...ALL, ...more });
      expect(found.rows.map(({ login }) => login)).toEqual(logins);
    });

    it('are listed from where a page ended', async () => {
      const { accounts, add } = await begin();
      await add();
      await add({ login: 'li', name: '李某' });
      const first = await accounts.list({ ...ALL, limit: 1 });
      expect(first).toMatchObject({ rows: [{ login: 'wang' }], total: 2 });
      expect(await accounts.list({ ...ALL, after: first.next })).toMatchObject({
        ...{ rows: [{ login: 'li' }], next: null },
      });
    });

    it('are counted by role when they are active and no samples', async () => {
      const { accounts, add, work } = await begin();
      const roles = ['auditor'] as const;
      await add({ roles });
      await add({ login: 'b', name: 'b', roles, state: 'pending', approvedBy: null });
      await add({ login: 'c', name: 'c', roles, state: 'disabled' });
      await add({ login: 'd', name: 'd', roles, sample: true });
      await add({ login: 'e', name: 'e', roles: ['reader'] });
      await add({ login: 'f', name: 'f', roles, validUntil: '2026-11-02' });
      const count = (on: string) => work.run((tx) => accounts.countHolders(tx, 'auditor', on));
      expect(await accounts.holders('auditor', '2026-11-02')).toBe(2);
      expect(await accounts.holders('auditor', '2026-11-03')).toBe(1);
      expect(await accounts.holders('director', '2026-11-02')).toBe(0);
      expect([await count('2026-11-02'), await count('2026-11-03')]).toEqual([2, 1]);
    });

    it('of the samples are told apart, while they are active', async () => {
      const { accounts, add } = await begin();
      await add();
      await add({ login: 'demo', name: '演示', sample: true });
      await add({ login: 'gone', name: '停', sample: true, state: 'disabled' });
      expect(await accounts.samples()).toMatchObject([{ login: 'demo' }]);
    });
  });

  describe('ways back in', () => {
    const code = (name: string, hours = 24): RescueCode => ({
      ...{ digest: digest(name), role: 'system-admin', madeAt: AT },
      endsAt: new Date(AT.getTime() + hours * 3_600_000),
    });

    it('are good once, until their end', async () => {
      const { rescues, work } = await begin();
      const use = (name: string, now = AT) => work.run((tx) => rescues.use(tx, digest(name), now));
      expect(await rescues.any(AT)).toBe(false);
      await work.run((tx) => rescues.add(tx, code('a')));
      await work.run((tx) => rescues.add(tx, { ...code('b', 48), role: 'security-admin' }));
      const later = new Date(AT.getTime() + 25 * 3_600_000);
      expect(await rescues.any(later)).toBe(true);
      expect([await use('x'), await use('a', later)]).toEqual([null, null]);
      expect([await use('a'), await use('a')]).toEqual(['system-admin', null]);
      expect(await use('b', later)).toBe('security-admin');
      expect(await rescues.any(AT)).toBe(false);
    });
  });

  describe('recovery codes', () => {
    it('are used once each, and replaced as a whole', async () => {
      const { accounts, add, work } = await begin();
      const [one, other] = [await add(), await add({ login: 'li', name: '李某' })];
      const codes = (id: string) => work.run((tx) => accounts.recoveryOf(tx, id));
      const use = (id: string, hash: string) =>
        work.run((tx) => accounts.useRecovery(tx, id, hash, AT));
      await work.run((tx) => accounts.keepRecovery(tx, one, ['a', 'b']));
      await work.run((tx) => accounts.keepRecovery(tx, other, ['a']));
      expect(await use(one, 'a')).toBe(true);
      expect(await use(one, 'a')).toBe(false);
      expect(await use(one, 'x')).toBe(false);
      expect(await codes(one)).toEqual(['b']);
      expect(await codes(other)).toEqual(['a']);
      await work.run((tx) => accounts.keepRecovery(tx, one, ['c', 'd']));
      expect([...(await codes(one))].sort()).toEqual(['c', 'd']);
      await work.run((tx) => accounts.keepRecovery(tx, one, []));
      expect(await codes(one)).toEqual([]);
    });
  });

  describe('sessions', () => {
    const session = (accountId: string): Omit<Session, 'id'> => ({
      ...{ accountId, stage: 'in', openedAt: AT, seenAt: AT, from: '10.0.0.7' },
    });
    const two = async () => {
      const on = await begin();
      const [wang, li] = [await on.add(), await on.add({ login: 'li', name: '李某' })];
      const open = (accountId: string, token: string) =>
        on.work.run((tx) =>
          on.sessions.open(tx, { ...session(accountId), tokenHash: digest(token) }),
        );
      return { ...on, wang, li, open };
    };

    it('are found by the digest of their token, with the account as it is now', async () => {
      const { sessions, keep, wang, open } = await two();
      const id = await open(wang, 'a');
      await keep(wang, { roles: ['head'], factor: { sealed: SEALED, lastStep: 7 } });
      const found = await sessions.byToken(digest('a'));
      expect(found!.session).toEqual({ id, ...session(wang) });
      expect(found!.account).toMatchObject({ id: wang, roles: ['head'], factor: { lastStep: 7 } });
      expect(await sessions.byToken(digest('b'))).toBeNull();
    });

    it('note that somebody is there, never backwards', async () => {
      const { sessions, wang, open } = await two();
      const id = await open(wang, 'a');
      await sessions.touch(id, LATER);
      await sessions.touch(id, AT);
      expect((await sessions.byToken(digest('a')))!.session.seenAt).toEqual(LATER);
    });

    it('end once', async () => {
      const { sessions, work, wang, open } = await two();
      const id = await open(wang, 'a');
      const end = () => work.run((tx) => sessions.end(tx, id, 'signed-out', LATER));
      expect(await end()).toBe(true);
      expect(await end()).toBe(false);
      expect(await sessions.byToken(digest('a'))).toBeNull();
    });

    it('of one account end together, but for the one that is kept', async () => {
      const { sessions, work, wang, li, open } = await two();
      const kept = await open(wang, 'a');
      await open(wang, 'b');
      await open(wang, 'c');
      await open(li, 'd');
      const end = (but?: string) =>
        work.run((tx) => sessions.endAllOf(tx, wang, 'account-changed', LATER, but));
      expect(await end(kept)).toBe(2);
      expect(await sessions.openOf(wang)).toMatchObject([{ id: kept }]);
      expect(await end()).toBe(1);
      expect(await sessions.openOf(wang)).toEqual([]);
      expect(await sessions.openOf(li)).toHaveLength(1);
    });

    it('of everybody end together, and are listed with the latest first', async () => {
      const { sessions, work, wang, li, open } = await two();
      const ids = [await open(wang, 'a'), await open(wang, 'b')];
      await open(li, 'c');
      expect((await sessions.openOf(wang)).map(({ id }) => id)).toEqual(ids.reverse());
      const end = () => work.run((tx) => sessions.endAll(tx, 'ended-by-administrator', LATER));
      expect(await end()).toBe(3);
      expect(await end()).toBe(0);
    });
  });

  describe('tokens of other systems', () => {
    const token = (name: string) => ({
      ...{ name, feeds: ['complaint', 'advertisement'] as const, madeBy: '张某', madeAt: AT },
      ...{ endsAt: LATER, hash: digest(name) },
    });

    it('come back by their digest, and tell when they were used', async () => {
      const { tokens } = await begin();
      expect(await tokens.any()).toBe(false);
      const id = await tokens.add(token('热线'));
      const { hash: _hash, ...told } = token('热线');
      const kept = { id, ...told, revokedBy: null, lastUsedAt: null };
      expect(await tokens.byHash(digest('热线'))).toEqual(kept);
      await tokens.use(id, LATER);
      expect(await tokens.byHash(digest('热线'))).toEqual({ ...kept, lastUsedAt: LATER });
      expect(await tokens.byHash(digest('别的'))).toBeNull();
      expect(await tokens.any()).toBe(true);
    });

    it('are revoked once, stay listed, and count as made', async () => {
      const { tokens } = await begin();
      const id = await tokens.add(token('热线'));
      await tokens.add(token('舆情'));
      expect(await tokens.revoke(id, '李某', AT)).toBe(true);
      expect(await tokens.revoke(id, '李某', AT)).toBe(false);
      expect(await tokens.revoke('987654', '李某', AT)).toBe(false);
      expect((await tokens.list()).map((one) => [one.name, one.revokedBy])).toEqual([
        ['舆情', null],
        ['热线', '李某'],
      ]);
      expect(await tokens.any()).toBe(true);
    });
  });
}
