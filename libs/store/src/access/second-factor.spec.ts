import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { AccessBed, codeAt, SECRET } from '../../../access/src/testing/access-bed.js';
import { PgVaultKeys } from '../pg-vault-keys.js';
import { SEALED } from '../sealed-places.js';
import { pgAccessStores } from '../testing/pg-access.js';
import { storeDatabase } from '../testing/store-database.js';
import { VaultCipher } from '../vault-cipher.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

/** Master keys as a file would keep them: processes that look again find what was added. */
class Keys {
  private keys = [randomBytes(32)];
  mark = (): string => String(this.keys.length);
  read = () => ({
    current: this.keys[0]!,
    former: this.keys.slice(1),
    pseudonym: Buffer.alloc(32, 9),
  });
  add(): void {
    this.keys = [randomBytes(32), ...this.keys];
  }
}

let keys: Keys;
let cipher: VaultCipher;
let bed: AccessBed;
let vault: PgVaultKeys;
beforeEach(async () => {
  const on = await pgAccessStores(db.database);
  keys = new Keys();
  cipher = new VaultCipher(keys);
  vault = new PgVaultKeys(db.database, cipher);
  bed = new AccessBed({ ...on, sealing: cipher });
});

const COLUMN = SEALED.find(({ table }) => table === 'second_factor')!;
const work = () => bed.on.work;
const reseal = () => work().run((tx) => vault.reseal(tx, COLUMN, '0', 100));
const retire = (key: string) => work().run((tx) => vault.retire(tx, [key], bed.clock.now()));
const sealedRows = () =>
  db.database.rows<{ sealed: Buffer; key: string }>(
    'select sealed, sealed_with(sealed) as key from second_factor order by account_id',
  );

/** A new key under which everything lies; answers the former one. */
async function rotate(): Promise<string> {
  const former = cipher.currentKey;
  keys.add();
  cipher.refresh();
  await reseal();
  expect(await retire(former)).toBe(0);
  return former;
}

describe('a second factor in the database', () => {
  it('lies sealed', async () => {
    await bed.addWithFactor();
    const [row] = await sealedRows();
    expect(row!.key).toBe(cipher.currentKey);
    for (const form of [SECRET, SECRET.toString('hex'), SECRET.toString('base64')])
      expect(row!.sealed.includes(form)).toBe(false);
  });

  it('that was moved to another account opens nothing', async () => {
    await bed.addWithFactor();
    const thief = await bed.addWithFactor({ login: 'li', name: '李某' });
    await db.database.rows(
      'update second_factor set sealed = (select sealed from second_factor order by account_id limit 1)',
    );
    const half = await bed.session(await bed.enter('li'));
    const code = codeAt(bed.clock.now());
    await expect(bed.secondFactor.run(half, code)).rejects.toThrow('密封内容');
    expect(await bed.account(thief.id)).toMatchObject({ factor: { lastStep: 0 }, failures: 0 });
  });
});

describe('a second factor when the keys rotate', () => {
  it('comes under the new key and opens the same doors', async () => {
    await bed.addWithFactor();
    await rotate();
    expect((await sealedRows())[0]!.key).toBe(cipher.currentKey);
    await expect(bed.enterWithFactor()).resolves.toMatchObject({ stage: 'in' });
  });

  it('is counted on, for all of many, batch by batch', async () => {
    for (let n = 0; n < 7; n += 1) await bed.addWithFactor({ login: `wang${n}`, name: `王${n}` });
    keys.add();
    cipher.refresh();
    const step = (after: string) => work().run((tx) => vault.reseal(tx, COLUMN, after, 3));
    const first = await step('0');
    const second = await step(first.next!);
    expect([first, second, await step(second.next!)].map(({ done }) => done)).toEqual([3, 3, 1]);
    expect(new Set((await sealedRows()).map(({ key }) => key))).toEqual(
      new Set([cipher.currentKey]),
    );
    expect(await vault.counts()).toEqual([
      { table: 'second_factor', column: 'sealed', key: cipher.currentKey, rows: 7 },
    ]);
  });

  it('keeps the new seal when a login that began before counts its step afterwards', async () => {
    const before = await bed.addWithFactor();
    await rotate();
    await bed.set(before.id, { factor: { ...before.factor!, lastStep: 5 } });
    const [row] = await sealedRows();
    expect(row!.key).toBe(cipher.currentKey);
    expect(await bed.account(before.id)).toMatchObject({ factor: { lastStep: 5 } });
  });

  it('is not sealed anew with a key that was retired, by a process that does not know', async () => {
    const former = keys.read().current;
    const stale = new VaultCipher(former);
    await rotate();
    bed = new AccessBed({ ...bed.on, sealing: stale });
    await bed.add();
    const session = await bed.session(await bed.enter());
    const offer = stale
      .seal(SECRET, `second-factor-offer:${session.accountId}`)
      .toString('base64url');
    const binding = bed.enrol.run(session, offer, codeAt(bed.clock.now()));
    await expect(binding).rejects.toThrow('暂时不可用');
    expect(await sealedRows()).toEqual([]);
  });

  it('is read by a process that did not look for new keys yet', async () => {
    const late = new VaultCipher(keys);
    await bed.addWithFactor();
    await rotate();
    bed = new AccessBed({ ...bed.on, sealing: late });
    await expect(bed.enterWithFactor()).resolves.toMatchObject({ stage: 'in' });
  });

  it('admits one login with one code while it is being sealed anew', async () => {
    const { id } = await bed.addWithFactor();
    const halves = await Promise.all(Array.from({ length: 12 }, () => bed.enter()));
    const sessions = await Promise.all(halves.map((half) => bed.session(half)));
    await bed.set(id, { failures: -1000 });
    keys.add();
    cipher.refresh();
    const code = codeAt(bed.clock.now());
    const uses = sessions.map((one) => bed.secondFactor.run(one, code));
    const [ends] = await Promise.all([Promise.allSettled(uses), reseal(), reseal()]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await sealedRows())[0]!.key).toBe(cipher.currentKey);
  });
});
