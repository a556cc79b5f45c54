import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RefusedItem } from '@risk/intake';
import { readEnvironment, VaultKeyRing } from '@risk/settings';
import {
  PgAttachments,
  PgDeadLetters,
  PgRecords,
  PgReporterVault,
  PgUnitOfWork,
  PgVaultKeys,
  SEALED,
  VaultCipher,
} from '@risk/store';
import { parsed } from '../../intake/src/testing/records.js';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { feedRecord } from '../../assessment/src/testing/judged.js';
import { file } from '../../cases/src/testing/attachment-store.contract.js';
import { SealingKey } from '../../store/src/sealing-key.js';
import { storeDatabase } from '../../store/src/testing/store-database.js';
import { RotateVault } from './rotate-vault.js';
import { emptyTables } from '../../store/src/testing/empty-tables.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let dir: string;
const clock = new FakeClock();
const SMALL = 3;
const quiet = (): void => undefined;

beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  if (dir) await rm(dir, { recursive: true });
  dir = await mkdtemp(join(tmpdir(), 'risk-rotate-'));
  await emptyTables(
    db.database,
    ...['record', 'dead_letter', 'attachment', 'vault_retired_key', 'vault_pseudonym'],
  );
});
afterAll(() => rm(dir, { recursive: true }));

/** A process of the house: what it holds of the keys is its own. */
async function startProcess() {
  const ring = await VaultKeyRing.open(readEnvironment({ RISK_DATA: dir }));
  const cipher = new VaultCipher(ring);
  const work = new PgUnitOfWork(db.database);
  const keys = new PgVaultKeys(db.database, cipher);
  const records = new PgRecords(cipher, () => false);
  const vault = new PgReporterVault(cipher);
  const write = async (n: number): Promise<void> =>
    work.run(async (tx) => {
      const at = clock.now();
      const item = parsed(feedRecord('complaint', `c${n}`, { payload: { text: `第${n}件` } }));
      const [kept] = await records.keep(tx, [item], at);
      const reporter = { name: `举报人${n}` };
      await vault.seal(tx, [{ recordId: kept!.recordId, reporter, secret: false }]);
      await records.bury(tx, [letter(n)], at);
    });
  const rotation = new RotateVault({ ring, keys, cipher, work, clock }, SMALL);
  return { ring, cipher, work, keys, write, rotation };
}

const letter = (n: number): RefusedItem => ({
  item: {
    feed: 'complaint',
    door: 'http',
    origin: { line: n },
    bytes: Buffer.from(`{"n":${n}}`),
    value: { n },
  },
  source: 'desk-complaint',
  reason: '没有填写',
});

/** Everything sealed, opened by a process that starts now. */
async function readable(): Promise<number> {
  const { cipher, work } = await startProcess();
  const rows = await db.database.rows<{ record_id: string; sealed: Buffer }>(
    'select record_id, sealed from reporter_vault',
  );
  for (const { record_id, sealed } of rows)
    expect(cipher.open(sealed, `reporter:${record_id}`).toString()).toMatch(/举报人\d+/);
  const letters = await work.run((tx) =>
    new PgDeadLetters(db.database, cipher).take(tx, 'all', 1000),
  );
  for (const { bytes, value } of letters)
    expect(JSON.parse(Buffer.from(bytes).toString())).toEqual(value);
  expect(letters).toHaveLength(rows.length);
  return rows.length;
}

const keysOf = async (): Promise<Record<string, number>> => {
  const { rotation } = await startProcess();
  const { keys } = await rotation.status();
  return Object.fromEntries(keys.map(({ state, rows }) => [state, rows]));
};

describe('a rotation of the vault', () => {
  it('brings everything under a new key and retires the former one', async () => {
    const one = await startProcess();
    for (let n = 1; n <= 7; n += 1) await one.write(n);
    const former = one.cipher.currentKey;
    const told: number[] = [];
    const report = await one.rotation.run((done) => told.push(done));
    expect(report).toMatchObject({ resumed: false, resealed: 21, left: 0 });
    expect(report.retired).toMatchObject([{ id: former, state: 'retired' }]);
    expect(report.retired[0]!.file).toBe(join(dir, 'keys/vault.key'));
    expect(told.at(-1)).toBe(21);
    expect(await keysOf()).toEqual({ current: 21, retired: 0 });
    await rm(report.retired[0]!.file!);
    expect(await readable()).toBe(7);
  });

  it('that was cut off is taken up by the next, with the same new key, and all stays readable', async () => {
    const one = await startProcess();
    for (let n = 1; n <= 7; n += 1) await one.write(n);
    await one.ring.add();
    one.cipher.refresh();
    await one.work.run((tx) => one.keys.reseal(tx, SEALED[0]!, '0', SMALL));
    const killed = one.work.run(async (tx) => {
      await one.keys.reseal(tx, SEALED[1]!, '0', SMALL);
      throw new Error('kill -9');
    });
    await expect(killed).rejects.toThrow('kill -9');
    expect(await readable()).toBe(7);
    const report = await (await startProcess()).rotation.run(quiet);
    expect(report).toMatchObject({ resumed: true, resealed: 18, left: 0 });
    expect((await startProcess()).ring.placed()).toHaveLength(2);
    expect(await readable()).toBe(7);
  });

  it('loses nothing that other processes write meanwhile', async () => {
    const [one, other] = [await startProcess(), await startProcess()];
    for (let n = 1; n <= 10; n += 1) await one.write(n);
    const writing = (async () => {
      for (let n = 11; n <= 40; n += 1) await other.write(n);
    })();
    const report = await one.rotation.run(quiet);
    await writing;
    expect(report.left).toBe(0);
    expect(await keysOf()).toEqual({ current: 120, retired: 0 });
    await rm(report.retired[0]!.file!);
    expect(await readable()).toBe(40);
  });

  it('goes another round for what comes in just before the fence', async () => {
    const [one, deaf] = [await startProcess(), await startProcess()];
    deaf.cipher.refresh = () => deaf.cipher;
    await one.write(1);
    const retire = one.keys.retire.bind(one.keys);
    let tries = 0;
    one.keys.retire = async (...args) => {
      if (++tries === 1) await deaf.write(2);
      return retire(...args);
    };
    expect(await one.rotation.run(quiet)).toMatchObject({ resealed: 6, left: 0 });
    expect(tries).toBe(2);
    expect(await keysOf()).toEqual({ current: 6, retired: 0 });
  });

  it('shuts out a process that seals with a retired key; with the ring read anew it goes in', async () => {
    const [one, deaf] = [await startProcess(), await startProcess()];
    await one.write(1);
    await one.rotation.run(quiet);
    const refresh = deaf.cipher.refresh.bind(deaf.cipher);
    deaf.cipher.refresh = () => deaf.cipher;
    await expect(deaf.write(2)).rejects.toMatchObject({ kind: 'unavailable' });
    deaf.cipher.refresh = refresh;
    await deaf.write(2);
    expect(await keysOf()).toEqual({ current: 6, retired: 0 });
    expect(await readable()).toBe(2);
  });

  it('goes on from a key that was rotated already', async () => {
    const one = await startProcess();
    await one.write(1);
    await one.rotation.run(quiet);
    await one.rotation.run(quiet);
    expect((await one.rotation.status()).keys.map(({ state }) => state)).toEqual([
      'current',
      'retired',
      'retired',
    ]);
    expect(await readable()).toBe(1);
  });
});

describe('files beside alerts and what was sealed before keys rotated', () => {
  it('come under the new key as well', async () => {
    const one = await startProcess();
    const attachments = new PgAttachments(db.database, one.cipher);
    for (let n = 1; n <= 7; n += 1)
      await one.work.run((tx) => attachments.keep(tx, file({ alertId: String(n) })));
    const report = await one.rotation.run(quiet);
    expect(report).toMatchObject({ resealed: 7, left: 0 });
    await rm(report.retired[0]!.file!);
    const later = await startProcess();
    const [kept] = await new PgAttachments(db.database, later.cipher).listOf('7');
    expect(await new PgAttachments(db.database, later.cipher).open(kept!.id)).toMatchObject({
      bytes: file().bytes,
    });
  });

  it('that names no key is counted apart and gets one', async () => {
    const one = await startProcess();
    await one.write(1);
    const [row] = await db.database.rows<{ record_id: string }>(
      'select record_id from reporter_vault',
    );
    const place = `reporter:${row!.record_id}`;
    const { current } = one.ring.read();
    const old = new SealingKey(current).seal(
      Buffer.of(1),
      Buffer.from('{"name":"举报人1"}'),
      place,
    );
    await db.database.rows('update reporter_vault set sealed = $1', [old]);
    expect((await one.rotation.status()).nameless).toBe(1);
    expect(await one.rotation.run(quiet)).toMatchObject({ resealed: 3, left: 0 });
    expect((await one.rotation.status()).nameless).toBe(0);
    expect(await readable()).toBe(1);
  });
});

describe('the key of pseudonyms', () => {
  it('must be the one that the database knows', async () => {
    const one = await startProcess();
    await one.keys.guardPseudonyms();
    await one.rotation.run(quiet);
    await (await startProcess()).keys.guardPseudonyms();
    const stranger = new PgVaultKeys(db.database, new VaultCipher(Buffer.alloc(32, 9)));
    await expect(stranger.guardPseudonyms()).rejects.toThrow('化名密钥');
  });
});
