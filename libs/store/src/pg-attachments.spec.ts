import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  file,
  promisesOfAttachmentStore,
  type AttachmentBed,
} from '../../cases/src/testing/attachment-store.contract.js';
import { PgAttachments } from './pg-attachments.js';
import { PgUnitOfWork } from './pg-unit-of-work.js';
import { storeDatabase } from './testing/store-database.js';
import { VaultCipher } from './vault-cipher.js';
import { emptyTables } from './testing/empty-tables.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());
const sql = (text: string) => db.database.rows(text);

async function bed(): Promise<AttachmentBed> {
  await emptyTables(db.database, 'attachment');
  const store = new PgAttachments(db.database, new VaultCipher(Buffer.alloc(32, 3)));
  return { store, work: new PgUnitOfWork(db.database), alerts: ['1', '2'] };
}

describe('files beside alerts in PostgreSQL', () => {
  promisesOfAttachmentStore(bed);
});

describe('a kept file', () => {
  const keptFile = async () => {
    const { store, work } = await bed();
    return { store, ...(await work.run((tx) => store.keep(tx, file()))) };
  };

  it('lies sealed', async () => {
    await keptFile();
    const [row] = await db.database.rows<{ sealed: Buffer }>('select sealed from attachment');
    expect(row!.sealed.includes('现场检查')).toBe(false);
    expect(row!.sealed.includes('%PDF')).toBe(false);
  });

  it.each([
    `update attachment set name = 'b.pdf'`,
    `update attachment set sealed = 'x', sha256 = 'y'`,
    'delete from attachment',
    'truncate attachment',
  ])('is not changed by: %s', async (text) => {
    const { store, id } = await keptFile();
    await expect(sql(text)).rejects.toThrow(/只许追加|只能追加/);
    expect(await store.open(id)).toMatchObject({ name: file().name });
  });

  it('whose seal was tampered with or taken from another alert does not open', async () => {
    const { store, id } = await keptFile();
    const other = await new PgUnitOfWork(db.database).run((tx) =>
      store.keep(tx, file({ alertId: '2' })),
    );
    await sql(
      `update attachment set sealed = (select sealed from attachment where id = ${other.id}) where id = ${id}`,
    );
    await expect(store.open(id)).rejects.toThrow('已损坏');
  });
});
