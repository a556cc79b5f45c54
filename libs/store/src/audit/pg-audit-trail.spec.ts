import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditVerifier, GENESIS, RecordAudit } from '@risk/access';
import { auditEvent } from '../../../access/src/testing/audit-event.js';
import { linesOf, promisesOfAuditTrail } from '../../../access/src/testing/audit-trail.contract.js';
import { Database } from '../database.js';
import { storeDatabase } from '../testing/store-database.js';
import { emptyAuditTables } from './testing/audit-tables.js';
import { PgAuditTrail } from './pg-audit-trail.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

const sql = (text: string) => db.database.rows<Record<string, unknown>>(text);
const open = async () => {
  await emptyAuditTables(db.database);
  return new PgAuditTrail(db.database);
};

describe('the audit trail in PostgreSQL', () => {
  promisesOfAuditTrail(open);
});

describe('many processes that write at once', () => {
  it('leave one chain without gaps', async () => {
    const trail = await open();
    const others = await Promise.all(
      [1, 2, 3].map(() => Database.open({ url: db.url, poolSize: 4 })),
    );
    const records = others.map((database) => new RecordAudit(new PgAuditTrail(database)));
    const seqs = await Promise.all(
      Array.from({ length: 300 }, (_, n) =>
        records[n % 3]!.run([auditEvent({ who: `用户${n % 50}`, detail: { n } })]),
      ),
    );
    await Promise.all(others.map((database) => database.close()));
    const numbers = seqs.flat().map(Number);
    expect(new Set(numbers).size).toBe(300);
    const lines = await linesOf(trail);
    const verifier = new AuditVerifier();
    expect(lines.flatMap((line) => verifier.take(line))).toEqual([]);
    expect(verifier.finish(await trail.head())).toEqual([]);
    expect(lines.map(({ detail }) => detail?.['n']).sort()).toEqual(
      Array.from({ length: 300 }, (_, n) => n).sort(),
    );
  });

  it('leave no gap when one is cut off before its commit', async () => {
    const trail = await open();
    await trail.append([auditEvent()]);
    await db.database.lend(async (client) => {
      await client.query('begin');
      await client.query('select from audit_head for update');
      await client.query(INSERT_FORGED(2, `(select hash from audit_head)`));
      await client.query('rollback');
    });
    expect(await trail.append([auditEvent()])).toEqual(['2']);
  });

  it('wait for the head, and hold it only to the end of their transaction', async () => {
    const trail = await open();
    const order: string[] = [];
    const appended = await db.database.lend(async (client) => {
      await client.query('begin');
      await client.query('select from audit_head for update');
      const writing = trail.append([auditEvent()]).then(() => order.push('appended'));
      await waiting();
      order.push('released');
      await client.query('commit');
      return { writing };
    });
    await appended.writing;
    expect(order).toEqual(['released', 'appended']);
  });
});

/** Until a writer waits for the head. */
async function waiting(): Promise<void> {
  for (;;) {
    const [row] = await sql(
      `select count(*)::int as n from pg_stat_activity
       where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if (Number(row?.['n']) > 0) return;
  }
}

const INSERT_FORGED = (seq: number, previous: string, hash = 'a'.repeat(64)): string => `
  insert into audit_line (seq, algorithm, at, who, roles, action, outcome, previous, hash)
  select ${seq}, 'sm3-1', now(), '别人', '{}', 'x', 'done', ${previous}, '${hash}'
`;

describe('the database itself', () => {
  beforeEach(async () => {
    const trail = await open();
    await trail.append([auditEvent(), auditEvent()]);
    await trail.keepCheckpoint(new Date());
  });

  it.each([
    'update audit_line set who = who',
    "update audit_line set who = '别人' where seq = 1",
    'delete from audit_line where seq = 2',
    'truncate audit_line',
    'update audit_checkpoint set at = now()',
    'delete from audit_checkpoint',
    'truncate audit_checkpoint',
    'update audit_head set size = 1',
    'update audit_head set size = 3',
    `update audit_head set hash = '${'a'.repeat(64)}'`,
    'delete from audit_head',
    'truncate audit_head',
  ])('refuses: %s', async (text) => {
    await expect(sql(text)).rejects.toThrow(/只许追加|只能追加/);
  });

  it.each<[string, number, string]>([
    ['behind a gap', 4, '(select hash from audit_head)'],
    ['before the end', 2, '(select previous from audit_line where seq = 2)'],
    ['that follows another', 3, `'${'b'.repeat(64)}'`],
    ['that follows the last but one', 3, '(select hash from audit_line where seq = 1)'],
  ])('refuses a line %s', async (_what, seq, previous) => {
    await expect(sql(INSERT_FORGED(seq, previous))).rejects.toThrow();
    expect((await new PgAuditTrail(db.database).head()).size).toBe(2);
  });

  it('refuses a second head', async () => {
    await expect(sql(`insert into audit_head values (false, 9, 'x')`)).rejects.toThrow();
    await expect(sql(`insert into audit_head values (true, 9, 'x')`)).rejects.toThrow();
  });

  it('moves the head with a line that goes on', async () => {
    await sql(INSERT_FORGED(3, '(select hash from audit_head)'));
    expect(await new PgAuditTrail(db.database).head()).toEqual({ size: 3, hash: 'a'.repeat(64) });
  });
});

describe('a long trail', () => {
  const LINES = 100_000;

  it('is streamed piece by piece, whole, and left without a trace', async () => {
    const trail = await open();
    for (let n = 0; n < LINES; n += 5_000)
      await trail.append(
        Array.from({ length: 5_000 }, (_, k) => auditEvent({ detail: { n: n + k } })),
      );
    const verifier = new AuditVerifier();
    let [seen, faults] = [0, 0];
    for await (const line of trail.stream('1')) {
      faults += verifier.take(line).length;
      seen += 1;
      if (seen === 1) expect(await fetching()).toEqual(['fetch 1000 from streamed']);
    }
    expect([seen, faults]).toEqual([LINES, 0]);
    expect(verifier.finish(await trail.head())).toEqual([]);
    expect(await fetching()).toEqual([]);
    for await (const { seq } of trail.stream('50')) {
      expect(seq).toBe('50');
      break;
    }
    expect(await fetching()).toEqual([]);
  }, 120_000);

  it('answers its questions by an index', async () => {
    await sql('analyze audit_line');
    const plans = await Promise.all(
      ["who = '李某'", "action = 'x'", "subject = 'alert:9'", "outcome = 'refused'"].map((asked) =>
        sql(`explain select * from audit_line where ${asked} order by seq desc limit 50`),
      ),
    );
    for (const plan of plans) expect(JSON.stringify(plan)).not.toContain('Seq Scan');
  });

  /** What sessions in a transaction were asked last. */
  async function fetching(): Promise<unknown[]> {
    const rows = await sql(
      `select query from pg_stat_activity
       where state = 'idle in transaction' and datname = current_database()`,
    );
    return rows.map(({ query }) => query);
  }
});

describe('going back', () => {
  it('leaves nothing of the trail, and forward begins anew', async () => {
    // What came after it goes back first, one after another.
    const left = () => sql("select relname from pg_class where relname like 'audit%'");
    const { migrations } = db.database.source;
    for (const _ of migrations)
      if ((await left()).length > 0) await db.database.source.undoLastMigration();
    expect(await left()).toEqual([]);
    expect(await sql("select 1 from pg_proc where proname like 'audit%'")).toEqual([]);
    await db.database.source.runMigrations();
    expect(await new PgAuditTrail(db.database).head()).toEqual(GENESIS);
  });
});
