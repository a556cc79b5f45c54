import {
  ImportJobStore,
  type ImportCounts,
  type ImportFault,
  type ImportJob,
  type ImportQuestion,
  type ImportReading,
  type ImportSort,
  type NewImport,
} from '@risk/intake';
import type { Listed, Transaction, UnitOfWork } from '@risk/kit';
import { copyRows } from '../bulk.js';
import type { Database } from '../database.js';
import { Conditions } from '../desk-lists/conditions.js';
import { listPage, type ListTable } from '../list-page.js';
import { clientOf } from '../pg-unit-of-work.js';
import type { VaultCipher } from '../vault-cipher.js';

const COLUMNS = `id, account_id as "accountId", made_by as by, file_name as "fileName", bytes::float8 as bytes,
  total, state, reading, made_at as "madeAt", started_at as "startedAt", ended_at as "endedAt", trouble,
  cancel_asked as "cancelAsked", rows, stored, duplicate, refused, raised, upgraded`;

const LIST: ListTable<ImportSort> = {
  select: COLUMNS,
  from: 'import_job',
  sorts: {
    madeAt: { sql: 'made_at', type: 'timestamptz' },
    fileName: { sql: 'file_name', type: 'text' },
    state: { sql: 'state', type: 'text' },
  },
  key: 'id',
};

const TAKE_OVER = `
  update import_job set lease_until = $2
  where id = (select id from import_job where state = 'running' and lease_until < $1
    order by id limit 1 for update skip locked)
  returning ${COLUMNS}
`;

const BOOK = `
  update import_job set lease_until = $2, rows = rows + $3, stored = stored + $4, duplicate = duplicate + $5,
    refused = refused + $6, raised = raised + $7, upgraded = upgraded + $8
  where id = $1 and state = 'running' returning cancel_asked as cancelled
`;

const SWEEP = `
  delete from import_job
  where state = 'uploaded' and made_at < $1 or state not in ('uploaded', 'running') and ended_at < $2
  returning id
`;

/** The cells of a row may name who reported, so they lie sealed. */
const placeOf = (jobId: string, row: number): string => `import:${jobId}:${row}`;

/** Imports of people in PostgreSQL. */
export class PgImportJobs extends ImportJobStore {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly cipher: VaultCipher,
  ) {
    super();
  }

  async add({ accountId, by, fileName, bytes, reading }: NewImport, at: Date): Promise<string> {
    const [row] = await this.database.rows<{ id: string }>(
      `insert into import_job (account_id, made_by, file_name, bytes, state, reading, made_at)
       values ($1, $2, $3, $4, 'uploaded', $5, $6) returning id`,
      [accountId, by, fileName, bytes, JSON.stringify(reading), at],
    );
    if (!row) throw new Error('the import was not kept');
    return row.id;
  }

  async counted(id: string, total: number): Promise<void> {
    await this.database.rows('update import_job set total = $2 where id = $1', [id, total]);
  }

  async find(id: string): Promise<ImportJob | null> {
    const [row] = await this.database.rows<ImportJob>(
      `select ${COLUMNS} from import_job where id = $1`,
      [id],
    );
    return row ?? null;
  }

  ofAccount(accountId: string, question: ImportQuestion): Promise<Listed<ImportJob>> {
    const { filter } = new Conditions()
      .about(accountId, (place) => `account_id = ${place}`)
      .about(question.state, (place) => `state = ${place}`);
    return listPage<ImportJob, ImportSort>(this.database, LIST, filter, question);
  }

  async read(id: string, reading: ImportReading): Promise<boolean> {
    return this.changed(
      `update import_job set reading = $2 where id = $1 and state = 'uploaded' returning id`,
      [id, JSON.stringify(reading)],
    );
  }

  /** The index of one running import a person is what really refuses a second one. */
  async begin(id: string, at: Date, until: Date): Promise<boolean> {
    return this.changed(
      `update import_job j set state = 'running', started_at = $2, lease_until = $3
       where id = $1 and state = 'uploaded' and not exists (
         select from import_job other where other.account_id = j.account_id and other.state = 'running')
       returning id`,
      [id, at, until],
    );
  }

  async takeOver(at: Date, until: Date): Promise<ImportJob | null> {
    const [row] = await this.database.rows<ImportJob>(TAKE_OVER, [at, until]);
    return row ?? null;
  }

  async book(id: string, counts: ImportCounts, until: Date): Promise<{ cancelled: boolean }> {
    const { rows, stored, duplicate, refused, raised, upgraded } = counts;
    const values = [id, until, rows, stored, duplicate, refused, raised, upgraded];
    const [row] = await this.database.rows<{ cancelled: boolean }>(BOOK, values);
    return row ?? { cancelled: true };
  }

  async release(id: string, at: Date): Promise<void> {
    await this.database.rows(
      `update import_job set lease_until = $2 where id = $1 and state = 'running'`,
      [id, at],
    );
  }

  async end(
    id: string,
    state: 'done' | 'cancelled' | 'failed',
    at: Date,
    trouble: string | null,
  ): Promise<void> {
    await this.database.rows(
      `update import_job set state = $2, ended_at = $3, trouble = $4, lease_until = null
       where id = $1 and ended_at is null`,
      [id, state, at, trouble],
    );
  }

  async askToCancel(id: string): Promise<boolean> {
    return this.changed(
      `update import_job set cancel_asked = true where id = $1 and state = 'running' returning id`,
      [id],
    );
  }

  async keepFaults(id: string, faults: readonly ImportFault[]): Promise<void> {
    if (faults.length === 0) return;
    this.cipher.refresh();
    const rows = faults.map(({ sheet, row, reason, cells }) => [
      ...[id, sheet, row, reason],
      this.cipher.seal(Buffer.from(JSON.stringify(cells)), placeOf(id, row)),
    ]);
    await this.work.run((tx: Transaction) =>
      copyRows(clientOf(tx), 'import_fault', ['job_id', 'sheet', 'row', 'reason', 'sealed'], rows),
    );
  }

  async faults(id: string, limit: number): Promise<ImportFault[]> {
    const rows = await this.database.rows<SealedFault>(
      'select sheet, row, reason, sealed from import_fault where job_id = $1 order by id limit $2',
      [id, limit],
    );
    return rows.map(({ sealed, ...fault }) => ({
      ...fault,
      cells: JSON.parse(this.cipher.open(sealed, placeOf(id, fault.row)).toString()) as Cells,
    }));
  }

  async sweep({ uploads, results }: { uploads: Date; results: Date }): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(SWEEP, [uploads, results]);
    return rows.map(({ id }) => id);
  }

  private async changed(sql: string, values: readonly unknown[]): Promise<boolean> {
    return (await this.database.rows(sql, values)).length > 0;
  }
}

type Cells = ImportFault['cells'];
type SealedFault = Omit<ImportFault, 'cells'> & { readonly sealed: Buffer };
