import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { promisesOfImportStores } from '../../../intake/src/testing/import-stores.contract.js';
import { PgUnitOfWork } from '../pg-unit-of-work.js';
import { storeDatabase } from '../testing/store-database.js';
import { VaultCipher } from '../vault-cipher.js';
import { PgImportJobs } from './pg-import-jobs.js';
import { PgMappings } from './pg-mappings.js';
import { emptyTables } from '../testing/empty-tables.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

const ACCOUNT = `
  insert into account (login, name, unit, roles, state, password_at, must_change, made_by, made_at, approved_by)
  values ($1, $1, 'jrb', '{monitor}', 'active', now(), false, '测试', now(), '测试')
  on conflict (login) do update set name = excluded.name returning id
`;

async function accountOf(name: string): Promise<string> {
  const [row] = await db.database.rows<{ id: string }>(ACCOUNT, [name]);
  return row?.id ?? '';
}

const cipher = new VaultCipher(Buffer.alloc(32, 3));
const jobs = () => new PgImportJobs(db.database, new PgUnitOfWork(db.database), cipher);

describe('imports in PostgreSQL', () => {
  promisesOfImportStores(async () => {
    await emptyTables(db.database, 'import_job', 'import_mapping');
    return {
      jobs: jobs(),
      mappings: new PgMappings(db.database),
      accounts: [await accountOf('甲'), await accountOf('乙')],
    };
  });

  it('seal the cells of a row, which may name who reported', async () => {
    const id = await jobs().add(
      {
        ...{ accountId: await accountOf('甲'), by: '甲', fileName: 'a.csv', bytes: 1 },
        reading: {
          ...{ source: null, sheet: null, sheets: [], headerRow: null, choices: {} },
          occurredAt: '2026-11-01T00:00:00.000Z',
        },
      },
      new Date(),
    );
    const cells = { 举报人: '张小兰', 电话: '13800138000' };
    await jobs().keepFaults(id, [{ sheet: null, row: 2, reason: '缺少内容', cells }]);
    const [row] = await db.database.rows<{ all: string }>(
      `select row_to_json(f)::text || encode(f.sealed, 'escape') as all from import_fault f where job_id = $1`,
      [id],
    );
    expect(row?.all).not.toMatch(/张小兰|13800138000/);
    expect(await jobs().faults(id, 1)).toMatchObject([{ cells }]);
  });
});
