import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parsed } from '../../intake/src/testing/records.js';
import { feedRecord } from '../../assessment/src/testing/judged.js';
import {
  promisesOfVaultLooks,
  type VaultBed,
} from '../../cases/src/testing/vault-looks.contract.js';
import { PgRecords } from './pg-records.js';
import { PgReporterVault } from './pg-reporter-vault.js';
import { PgUnitOfWork } from './pg-unit-of-work.js';
import { PgVaultLooks } from './pg-vault-looks.js';
import { storeDatabase } from './testing/store-database.js';
import { VaultCipher } from './vault-cipher.js';
import { emptyTables } from './testing/empty-tables.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
const cipher = new VaultCipher(Buffer.alloc(32, 3));
const AT = new Date('2026-11-02T09:00:00+08:00');
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

async function bed(): Promise<VaultBed> {
  await emptyTables(db.database, 'record', 'vault_request');
  const work = new PgUnitOfWork(db.database);
  const items = ['1', '2', '3'].map((n) => parsed(feedRecord('complaint', n)));
  const ids = await work.run(async (tx) => {
    const kept = await new PgRecords(cipher, () => false).keep(tx, items, AT);
    const [one, two] = kept.map(({ recordId }) => recordId);
    await new PgReporterVault(cipher).seal(tx, [
      { recordId: one!, reporter: { name: '王举报', phone: '13900001111' }, secret: false },
      { recordId: two!, reporter: { name: '陈举报' }, secret: true },
    ]);
    return kept.map(({ recordId }) => recordId);
  });
  const looks = new PgVaultLooks(db.database, cipher);
  return { looks, work, records: [ids[0]!, ids[1]!, ids[2]!] };
}

describe('looks into the vault in PostgreSQL', () => {
  promisesOfVaultLooks(bed);
});

describe('the database itself', () => {
  const sql = (text: string) => db.database.rows(text);
  /** Request 1 of 张某 for one record, and the way to approve it. */
  async function asked() {
    const { looks, work, records } = await bed();
    const because = '核实投诉人是否愿意作证出庭';
    const wish = { by: '张某', unit: 'jrb', because, recordIds: [records[0]], at: AT };
    const { id } = await work.run((tx) => looks.keepRequest(tx, wish));
    const approve = (by: string, requester = '张某', hours = 24) =>
      sql(`insert into vault_approval values (${id}, '${requester}', '${by}', 'gaj', '同意',
        '2026-11-02T10:00:00+08:00', timestamptz '2026-11-02T10:00:00+08:00' + interval '${hours} hours')`);
    const look = (
      by: string,
      at: string,
      record = records[0],
      expires = '2026-11-03T10:00:00+08:00',
    ) =>
      sql(`insert into vault_look (request_id, record_id, looked_by, looked_at, because, approved_by, expires_at)
        values (${id}, ${record}, '${by}', '${at}', '核实', '李某', '${expires}')`);
    return { id, records, approve, look };
  }

  it.each(['张某', '张 某', '　张某'])('refuses the consent of who asked: %j', async (by) => {
    const { approve } = await asked();
    await expect(approve(by)).rejects.toThrow('vault_approval_second_person');
  });

  it('refuses a consent that names another requester, to make oneself the second person', async () => {
    const { approve } = await asked();
    await expect(approve('张某', '王某')).rejects.toThrow('foreign key');
  });

  it('refuses a look of another, too late, at another record, or at a longer consent', async () => {
    const { records, approve, look } = await asked();
    const soon = '2026-11-02T11:00:00+08:00';
    await expect(look('张某', soon)).rejects.toThrow('foreign key');
    await approve('李某');
    await expect(look('李某', soon)).rejects.toThrow('foreign key');
    await expect(look('张某', '2026-11-03T10:00:00+08:00')).rejects.toThrow('in_time');
    await expect(look('张某', soon, records[1])).rejects.toThrow('foreign key');
    await expect(look('张某', soon, records[0], '2027-01-01')).rejects.toThrow('foreign key');
    await look('张某', soon);
  });

  it.each(['vault_request', 'vault_request_record', 'vault_approval', 'vault_look'])(
    'changes, removes and empties nothing of %s',
    async (table) => {
      const { approve, look } = await asked();
      await approve('李某');
      await look('张某', '2026-11-02T11:00:00+08:00');
      for (const text of [
        `update ${table} set request_id = request_id`.replace(
          'vault_request set request_id = request_id',
          'vault_request set unit = unit',
        ),
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ])
        await expect(sql(text)).rejects.toThrow(/只许追加|只能追加/);
    },
  );
});
