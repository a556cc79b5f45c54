import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WHOLE_CITY, type Sight } from '@risk/domain';
import { SightedCity } from '../testing/sighted-city.js';
import { storeDatabase } from '../testing/store-database.js';
import { PgDeskLists } from './pg-desk-lists.js';
import { emptyTables } from '../testing/empty-tables.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let city: SightedCity;
let lists: PgDeskLists;
beforeAll(async () => {
  db = await storeDatabase();
  lists = new PgDeskLists(db.database);
});
beforeEach(async () => {
  city = await SightedCity.empty(db.database);
  await emptyTables(db.database, 'vault_request');
});
afterAll(() => db.drop());

const NOW = new Date('2026-11-28T10:00:00+08:00');
const POLICE: Sight = { units: ['gaj'], regions: 'all' };
const EAST: Sight = { units: 'all', regions: ['431002'] };
const page = { limit: 50, after: null, sort: 'at', isDescending: true } as const;

/** A record with a reporter. */
async function reported(region: string | null): Promise<string> {
  const id = await city.record(region);
  await db.database.rows(
    `insert into reporter_vault (record_id, sealed, secret) values ($1, '\\x01', false)`,
    [id],
  );
  return id;
}

async function asked(by: string, unit: string, records: readonly string[]): Promise<string> {
  const [row] = await db.database.rows<{ id: string }>(
    `insert into vault_request (requested_by, unit, because, requested_at)
     values ($1, $2, '核查需要向举报人了解合同', '2026-11-27T09:00:00+08:00') returning id`,
    [by, unit],
  );
  await db.database.rows('insert into vault_request_record select $1, unnest($2::bigint[])', [
    ...[row!.id, records],
  ]);
  return row!.id;
}

const approved = (id: string, by: string, until: string) =>
  db.database.rows(
    `insert into vault_approval values ($1, $2, '刘某', 'jrb', '同意', timestamptz '${until}' - interval '1 day',
      '${until}')`,
    [id, by],
  );

const looked = (id: string, at: string) =>
  db.database.rows(
    `insert into vault_look (request_id, record_id, looked_by, looked_at, because, approved_by, expires_at)
     select r.id, w.record_id, r.requested_by, $2, r.because, a.approved_by, a.expires_at
     from vault_request r join vault_approval a on a.request_id = r.id
     join vault_request_record w on w.request_id = r.id where r.id = $1`,
    [id, at],
  );

const requests = (more: object = {}) =>
  lists.vaultRequests({
    ...{ ...page, sight: WHOLE_CITY, by: null, state: null, now: NOW, ...more },
  });
const looks = (more: object = {}) =>
  lists.vaultLooks({ ...page, sight: WHOLE_CITY, by: null, recordId: null, ...more });
const ids = ({ rows }: { readonly rows: readonly { readonly id: string }[] }) =>
  rows.map(({ id }) => id);

describe('requests for looks', () => {
  it('wait, are open or are over, with how often they were used', async () => {
    const record = await reported('431002');
    const [waiting, open, ended] = [
      await asked('张某', 'jrb', [record]),
      await asked('张某', 'jrb', [record]),
      await asked('张某', 'jrb', [record]),
    ];
    await approved(open, '张某', '2026-11-28T10:00:01+08:00');
    await approved(ended, '张某', '2026-11-28T10:00:00+08:00');
    await looked(open, '2026-11-27T11:00:00+08:00');
    await looked(open, '2026-11-27T12:00:00+08:00');
    expect(ids(await requests())).toEqual([ended, open, waiting]);
    expect(ids(await requests({ state: 'waiting' }))).toEqual([waiting]);
    expect(ids(await requests({ state: 'ended' }))).toEqual([ended]);
    expect((await requests({ state: 'open' })).rows).toEqual([
      {
        ...{ id: open, by: '张某', unit: 'jrb', because: '核查需要向举报人了解合同' },
        ...{ recordIds: [record], at: new Date('2026-11-27T09:00:00+08:00') },
        ...{ approvedBy: '刘某', approvedUnit: 'jrb', approvedBecause: '同意', looks: 2 },
        approvedAt: new Date('2026-11-27T10:00:01+08:00'),
        expiresAt: new Date('2026-11-28T10:00:01+08:00'),
        lookedAt: new Date('2026-11-27T12:00:00+08:00'),
      },
    ]);
    expect((await requests({ state: 'waiting' })).rows).toMatchObject([
      { approvedBy: null, expiresAt: null, looks: 0, lookedAt: null },
    ]);
  });

  it('and the looks are those in sight: of the unit, of the regions, one’s own', async () => {
    const [here, there] = [await reported('431002'), await reported('431003')];
    const nowhere = await reported(null);
    const all = {
      here: await asked('张某', 'jrb', [here]),
      both: await asked('李某', 'jrb', [here, there]),
      nowhere: await asked('李某', 'jrb', [nowhere]),
      police: await asked('王某', 'gaj', [there]),
    };
    for (const [id, by] of [
      [all.here, '张某'],
      [all.both, '李某'],
      [all.nowhere, '李某'],
      [all.police, '王某'],
    ] as const) {
      await approved(id, by, '2026-11-29T10:00:00+08:00');
      await looked(id, '2026-11-28T11:00:00+08:00');
    }
    const seen = async (scope: object) => {
      const [asks, took] = [ids(await requests(scope)), (await looks(scope)).rows];
      expect(new Set(took.map(({ requestId }) => requestId))).toEqual(new Set(asks));
      return asks;
    };
    expect(await seen({})).toEqual([all.police, all.nowhere, all.both, all.here]);
    expect(await seen({ sight: POLICE })).toEqual([all.police]);
    expect(await seen({ sight: EAST })).toEqual([all.here]);
    expect(await seen({ by: '李某' })).toEqual([all.nowhere, all.both]);
    expect(await seen({ by: '李某', sight: EAST })).toEqual([]);
  });
});

describe('looks', () => {
  it('are sorted, paged and kept to a record', async () => {
    const [first, second] = [await reported(null), await reported(null)];
    const id = await asked('张某', 'jrb', [second, first]);
    await approved(id, '张某', '2026-11-29T10:00:00+08:00');
    await looked(id, '2026-11-28T11:00:00+08:00');
    const byRecord = { sort: 'record', isDescending: false, limit: 1 };
    const one = await looks(byRecord);
    expect([one.total, one.rows[0]?.recordId]).toEqual([2, first]);
    const other = await looks({ ...byRecord, after: one.next });
    expect([other.next, other.rows[0]?.recordId]).toEqual([null, second]);
    expect((await looks({ recordId: second })).rows).toMatchObject([
      { recordId: second, requestId: id, by: '张某', unit: 'jrb', approvedBy: '刘某' },
    ]);
  });
});
