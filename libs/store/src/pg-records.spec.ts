import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { promisesOfRecordStore } from '../../intake/src/testing/record-store.contract.js';
import { complaint, parsed, rawItem } from '../../intake/src/testing/records.js';
import { PgDeadLetters } from './pg-dead-letters.js';
import { PgLedger } from './pg-ledger.js';
import { PgRecords } from './pg-records.js';
import { PgReporterVault } from './pg-reporter-vault.js';
import { PgUnitOfWork } from './pg-unit-of-work.js';
import { storeDatabase } from './testing/store-database.js';
import { VaultCipher } from './vault-cipher.js';
import { emptyTables } from './testing/empty-tables.js';

const AT = new Date('2026-11-05T10:00:00+08:00');
const cipher = new VaultCipher(Buffer.alloc(32, 3));
let db: Awaited<ReturnType<typeof storeDatabase>>;
let work: PgUnitOfWork;
const store = new PgRecords(cipher, (source) => source.startsWith('sample-'));

beforeAll(async () => {
  db = await storeDatabase();
  work = new PgUnitOfWork(db.database);
});
beforeEach(() => emptyTables(db.database, 'record', 'dead_letter', 'intake_ledger'));
afterAll(() => db.drop());

const keep = (...items: ReturnType<typeof parsed>[]) => work.run((tx) => store.keep(tx, items, AT));

describe('the record store in PostgreSQL', () => {
  promisesOfRecordStore(() => Promise.resolve({ store, work }));

  it('keeps a record once when several processes bring it at the same time', async () => {
    const bring = () =>
      keep(parsed(complaint())).catch((error: unknown) => (error as { kind: string }).kind);
    const outcomes = await Promise.all(Array.from({ length: 8 }, bring));
    expect(
      outcomes.filter((o) => typeof o !== 'string' && o[0]?.outcome === 'stored'),
    ).toHaveLength(1);
    expect(outcomes.filter((o) => typeof o === 'string')).toEqual(
      outcomes.filter((o) => typeof o === 'string').map(() => 'unavailable'),
    );
    expect(await db.database.rows('select id from record')).toHaveLength(1);
  });

  it('joins repeated pieces, whichever comes first', async () => {
    await keep(parsed(complaint({ sourceId: 'b', related: ['a'] })));
    await keep(parsed(complaint({ sourceId: 'a' })));
    await keep(parsed(complaint({ sourceId: 'c', related: ['a'] })));
    const rows = await db.database.rows<{ source_id: string; piece: string }>(
      'select source_id, coalesce(piece_of, id) as piece from record',
    );
    expect(new Set(rows.map((r) => r.piece)).size).toBe(1);
  });

  it('marks samples as samples', async () => {
    await keep(parsed(complaint({ source: 'sample-complaint' })), parsed(complaint()));
    const rows = await db.database.rows('select source, sample from record order by source');
    expect(rows).toEqual([
      { source: 'hotline-12345', sample: false },
      { source: 'sample-complaint', sample: true },
    ]);
  });
});

describe('who reported', () => {
  const vault = new PgReporterVault(cipher);

  it('is nowhere in clear', async () => {
    const reporter = { name: '李四光明', phone: '13912345678', idNumber: '431002199001011234' };
    const [kept] = await keep(parsed(complaint(), reporter));
    await work.run((tx) => vault.seal(tx, [{ recordId: kept!.recordId, reporter, secret: true }]));
    const [{ dump }] = (await db.database.rows(
      "select (select string_agg(r::text, ' ') from record r) || (select string_agg(v::text, ' ') from reporter_vault v) as dump",
    )) as [{ dump: string }];
    for (const part of Object.values(reporter)) {
      expect(dump).not.toContain(part);
      expect(dump).not.toContain(Buffer.from(part).toString('hex'));
    }
  });

  it.each([
    [
      'the number of the identity card decides',
      { idNumber: '431002199001011234', phone: '1' },
      { idNumber: '43100219900101123４', name: 'x' },
      true,
    ],
    [
      'then the phone, however it is written',
      { phone: '139 1234 5678' },
      { phone: '+86-13912345678' },
      true,
    ],
    ['then the name', { name: '李 四' }, { name: '李四' }, true],
    ['two persons are two', { phone: '13912345678' }, { phone: '13912345679' }, false],
  ])('%s', (_name, a, b, same) => {
    expect(vault.pseudonymOf(a) === vault.pseudonymOf(b)).toBe(same);
  });

  it('that is anonymous has no pseudonym', () => {
    expect([
      vault.pseudonymOf({}),
      vault.pseudonymOf({ name: '匿名市民' }),
      vault.pseudonymOf({ phone: '无' }),
    ]).toEqual([null, null, null]);
  });
});

describe('a dead letter', () => {
  const letters = () => new PgDeadLetters(db.database, cipher);
  const bury = () =>
    work.run((tx) =>
      store.bury(
        tx,
        [
          {
            item: { ...rawItem('{"phone":"13912345678"'), value: { a: 1 } },
            source: null,
            reason: '不是完整的 JSON',
          },
        ],
        AT,
      ),
    );

  it('lies sealed, is listed without its bytes, and comes back as it was', async () => {
    await bury();
    const [{ dump }] = (await db.database.rows(
      "select string_agg(d::text, ' ') as dump from dead_letter d",
    )) as [{ dump: string }];
    expect(dump).not.toContain(Buffer.from('13912345678').toString('hex'));
    const [listed] = await letters().list(10);
    expect(listed).toMatchObject({
      reason: '不是完整的 JSON',
      source: null,
      door: 'http',
      replayedAt: null,
    });
    const [taken] = await work.run((tx) => letters().take(tx, 'all', 10));
    expect(Buffer.from(taken!.bytes).toString()).toBe('{"phone":"13912345678"');
    expect(taken!.value).toEqual({ a: 1 });
  });

  it('that was replayed is not taken again', async () => {
    await bury();
    const [listed] = await letters().list(10);
    await work.run((tx) => letters().markReplayed(tx, [listed!.id], AT));
    expect(await work.run((tx) => letters().take(tx, 'all', 10))).toEqual([]);
  });

  it('is reached page by page, also behind those that are taken in vain', async () => {
    const odd = Array.from({ length: 5 }, (_, n) => ({
      item: rawItem(`{${n}`),
      source: null,
      reason: '不是完整的 JSON',
    }));
    await work.run((tx) => store.bury(tx, odd, AT));
    const read: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await work.run((tx) => letters().take(tx, 'all', 2, after));
      after = page.at(-1)?.letter.id;
      if (after === undefined) break;
      read.push(...page.map(({ bytes }) => Buffer.from(bytes).toString()));
    }
    expect(read).toEqual(['{0', '{1', '{2', '{3', '{4']);
  });
});

describe('the ledger', () => {
  const line = {
    day: '2026-11-05',
    source: 'hotline-12345',
    feed: 'complaint' as const,
    door: 'http' as const,
    received: 2,
    stored: 1,
    duplicate: 1,
    deadLettered: 0,
    at: AT,
  };

  it('adds up and is held against the rows that are there', async () => {
    await keep(parsed(complaint()));
    await work.run((tx) => store.count(tx, [line]));
    const ledger = new PgLedger(db.database);
    expect(await ledger.check('2026-11-01')).toEqual([
      expect.objectContaining({
        received: 2,
        stored: 1,
        duplicate: 1,
        recordsFound: 1,
        deadLettersFound: 0,
      }),
    ]);
    await db.database.rows('delete from record');
    expect((await ledger.check('2026-11-01'))[0]).toMatchObject({ stored: 1, recordsFound: 0 });
    expect((await ledger.lastHeard()).get('hotline-12345')).toEqual(AT);
  });

  it('opens and closes a warning once', async () => {
    const ledger = new PgLedger(db.database);
    const changes = [];
    for (const sentence of ['静默', '仍静默', null, null])
      changes.push(await ledger.warn('x', sentence, AT));
    expect(changes).toEqual([true, false, true, false]);
  });
});
