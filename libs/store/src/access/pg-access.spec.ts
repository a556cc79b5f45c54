import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountDraft } from '@risk/access';
import { draft } from '../../../access/src/testing/access-bed.js';
import { promisesOfAccessStores } from '../../../access/src/testing/access-stores.contract.js';
import { promisesOfSealing } from '../../../access/src/testing/sealing.contract.js';
import { pgAccessStores } from '../testing/pg-access.js';
import { storeDatabase } from '../testing/store-database.js';
import { VaultCipher } from '../vault-cipher.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

describe('access in PostgreSQL', () => {
  promisesOfAccessStores(() => pgAccessStores(db.database));
  promisesOfSealing(() => new VaultCipher(Buffer.alloc(32, 3)));
});

describe('of many who want the same at once, one gets', () => {
  it.each<[string, (at: number) => Partial<AccountDraft>]>([
    ['the login', (at) => ({ login: 'wang', name: `王${at}` })],
    ['the name', (at) => ({ login: `wang${at}`, name: '王某' })],
    [
      'the name, however written',
      (at) => ({ login: `wang${at}`, name: ['Wang Yi', 'ｗａｎｇ　ｙｉ', 'WANGYI'][at % 3]! }),
    ],
    [
      'the identity',
      (at) => ({ login: `wang${at}`, name: `王${at}`, identity: { issuer: 'i', subject: 's' } }),
    ],
  ])('%s', async (_what, more) => {
    const { accounts, work } = await pgAccessStores(db.database);
    const wishes = Array.from({ length: 12 }, (_, at) =>
      work.run((tx) => accounts.add(tx, draft(more(at)))),
    );
    const ends = await Promise.allSettled(wishes);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const end of ends)
      if (end.status === 'rejected') expect(String(end.reason)).toMatch('已经有人使用');
  });
});

describe('the tables', () => {
  const begin = async () => {
    const on = await pgAccessStores(db.database);
    const id = await on.work.run((tx) => on.accounts.add(tx, draft()));
    return { ...on, id };
  };
  const rows = (sql: string) => db.database.rows<Record<string, unknown>>(sql);

  it.each([
    ['a password that is no argon2id hash', `password_hash = 'Lvzhou-7'`, 'account_password'],
    ['a password hashed otherwise', `password_hash = '$2b$10$abc'`, 'account_password'],
    ['half an identity', `issuer = 'i'`, 'account_identity'],
    ['a state that is none', `state = 'open'`, 'account_state'],
    ['nobody’s work', `roles = '{}'`, 'account_has_roles'],
    ['somebody active whom nobody approved', 'approved_by = null', 'account_approved'],
  ])('refuse %s', async (_what, change, constraint) => {
    await begin();
    await expect(rows(`update account set ${change}`)).rejects.toThrow(constraint);
  });

  it('refuse a session whose token was kept as it is, and one of a strange stage', async () => {
    const { id } = await begin();
    const session = (token: string, stage: string) =>
      rows(`insert into session (token_hash, account_id, stage, opened_at, seen_at)
        values (${token}, ${id}, '${stage}', now(), now())`);
    await expect(session(`'abc'`, 'in')).rejects.toThrow('session_digest');
    await expect(session(`sha256('abc')`, 'admin')).rejects.toThrow('session_stage');
    await session(`sha256('abc')`, 'in');
    await expect(session(`sha256('abc')`, 'in')).rejects.toThrow('同时写了');
  });

  it('lose everything of an account with it', async () => {
    const { accounts, sessions, work, id } = await begin();
    const account = (await accounts.find(id))!;
    const at = new Date();
    await work.run(async (tx) => {
      await accounts.keep(tx, { ...account, factor: { sealed: Buffer.alloc(80, 2), lastStep: 0 } });
      await accounts.keepRecovery(tx, id, ['a']);
      const session = { accountId: id, stage: 'in' as const, openedAt: at, seenAt: at, from: null };
      await sessions.open(tx, { ...session, tokenHash: Buffer.alloc(32, 1) });
    });
    await rows('delete from account');
    for (const table of ['second_factor', 'recovery_code', 'session'])
      expect(await rows(`select from ${table}`)).toEqual([]);
  });
});
