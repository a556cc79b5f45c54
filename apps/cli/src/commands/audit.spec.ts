import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { auditEvent } from '../../../../libs/access/src/testing/audit-event.js';
import {
  asIntruder,
  emptyAuditTables,
} from '../../../../libs/store/src/audit/testing/audit-tables.js';
import { storeDatabase } from '../../../../libs/store/src/testing/store-database.js';
import { PgAuditTrail } from '@risk/store';
import { auditCommand } from './audit.js';

/** Runs `risk audit …`; answers its exit code and what it wrote. */
async function run(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, said] = [collected(stdout), collected(stderr)];
  const code = await auditCommand.run(args, { stdin: Readable.from([]), stdout, stderr });
  return { code, out: out(), said: said() };
}
function collected(stream: PassThrough): () => string {
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  return () => {
    const rest = stream.read() as Buffer | null;
    return Buffer.concat(rest ? [...pieces, rest] : pieces).toString('utf8');
  };
}
const linesIn = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a wrong call is refused before any database is opened', () => {
  it.each<[string, string[], string]>([
    ['no verb', [], '请写明 verify、export、checkpoint'],
    ['a verb that is none', ['erase'], '请写明 verify'],
    ['a checkpoint that is none', ['verify', '--checkpoint', '12'], '--checkpoint：“12”不是检查点'],
    ['a file that is not there', ['verify', '--checkpoint-file', '/no/such'], '--checkpoint-file'],
    ['no file to write to', ['export'], '--out'],
    [
      'a format that is none',
      ['export', '--out', 'x', '--format', 'pdf'],
      '--format “pdf”应为 jsonl、xlsx',
    ],
    ['a day that is none', ['export', '--out', 'x', '--from', '2026-02-30'], '--from'],
    [
      'an end before the begin',
      ['export', '--out', 'x', '--from', '2026-11-03', '--to', '2026-11-02'],
      '晚于',
    ],
  ])('%s', async (_what, args, words) => {
    await expect(run(...args)).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(words),
    });
  });

  it.each([
    ['verify', 'all'],
    ['checkpoint', '3'],
    ['export', '--where', 'x'],
  ])('more than it asks for: %s %s', async (...args) => {
    await expect(run(...args)).rejects.toMatchObject({
      code: expect.stringMatching(/^ERR_PARSE_ARGS/),
    });
  });
});

// Each call opens a house of its own.
jest.setTimeout(180_000);

describe('risk audit', () => {
  let db: Awaited<ReturnType<typeof storeDatabase>>;
  let trail: PgAuditTrail;
  let dir: string;
  const before = { ...process.env };

  beforeAll(async () => {
    db = await storeDatabase();
    trail = new PgAuditTrail(db.database);
    dir = await mkdtemp(join(tmpdir(), 'risk-audit-'));
    process.env['DATABASE_URL'] = db.url;
    process.env['RISK_DATA'] = dir;
  });
  afterAll(async () => {
    process.env = before;
    await db.drop();
    await rm(dir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await emptyAuditTables(db.database);
    await trail.append([
      auditEvent(),
      auditEvent({ who: '=HYPERLINK("http://x")', at: new Date('2026-11-03T08:00:00+08:00') }),
      auditEvent({
        from: '+1',
        subject: '@x',
        detail: { s: '-1' },
        at: new Date('2026-11-04T08:00:00+08:00'),
      }),
    ]);
  });

  it('finds a whole trail whole, and says what that is worth without a checkpoint', async () => {
    const { code, out, said } = await run('verify');
    expect(code).toBe(0);
    expect(linesIn(out)).toEqual([{ ...(await trail.head()), faults: 0, checkpoints: 0 }]);
    expect(said).toContain('共 3 行，完好。没有库外检查点');
  });

  it('finds a changed line, in JSON and in words', async () => {
    await asIntruder(db.database, "update audit_line set who = '别人' where seq = 2");
    const { code, out, said } = await run('verify');
    expect(code).toBe(1);
    expect(linesIn(out)[0]).toMatchObject({ kind: 'changed', seq: '2' });
    expect(said).toContain('第 2 行的内容与它的哈希不符\n共 3 行，发现 1 处毛病');
  });

  it('finds a tail cut off with a checkpoint that it printed, given by hand, in a file, or from its own', async () => {
    const printed = (await run('checkpoint')).out;
    expect(printed).toMatch(/^3:[0-9a-f]{64} \d{4}-\d\d-\d\dT[\d:.]+Z\n$/);
    const file = join(dir, 'paper.txt');
    await writeFile(file, `# 纸上\n${printed}`);
    const [typed = ''] = printed.split(' ');
    expect((await run('verify', '--checkpoint', typed, '--checkpoint-file', file)).code).toBe(0);
    await asIntruder(
      db.database,
      `delete from audit_line where seq > 1; delete from audit_checkpoint;
       update audit_head set (size, hash) = (select seq, hash from audit_line)`,
    );
    expect((await run('verify')).code).toBe(0);
    for (const args of [
      ['--checkpoint', typed],
      ['--checkpoint-file', file],
    ]) {
      const { code, said } = await run('verify', ...args);
      expect(code).toBe(1);
      expect(said).toContain('检查点时已有 3 行，现在只到第 1 行');
    }
  });

  it('refuses a file without a checkpoint in it', async () => {
    const file = join(dir, 'empty.txt');
    await writeFile(file, '# 空\n');
    await expect(run('verify', '--checkpoint-file', file)).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  it('writes a period out as JSON lines with Chinese headings, and the trail knows', async () => {
    const file = join(dir, 'a.jsonl');
    const { code, out } = await run(
      'export',
      '--from',
      '2026-11-03',
      '--to',
      '2026-11-03',
      '--out',
      file,
    );
    expect(code).toBe(0);
    expect(linesIn(out)).toEqual([{ out: file, format: 'jsonl', rows: 1 }]);
    expect(linesIn(await readFile(file, 'utf8'))).toMatchObject([
      { 编号: 2, 时间: '2026-11-03 08:00:00', 用户: '=HYPERLINK("http://x")', 结果: '成功' },
    ]);
    const [done, begun] = await trail.lines({ limit: 2 });
    expect([begun, done]).toMatchObject([
      { who: 'risk-cli', action: 'audit.export', outcome: 'begun' },
      {
        outcome: 'done',
        refersTo: '4',
        detail: { format: 'jsonl', from: '2026-11-03', to: '2026-11-03', rows: 1 },
      },
    ]);
    expect((await run('verify')).code).toBe(0);
  });

  it('writes a workbook in which nothing runs as a formula', async () => {
    const file = join(dir, 'a.xlsx');
    expect(
      (await run('export', '--to', '2026-11-05', '--format', 'xlsx', '--out', file)).code,
    ).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const rows = book.worksheets[0]!.getSheetValues().slice(1) as unknown[][];
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual(
      expect.arrayContaining(['编号', '时间', '用户', '事件', '结果', '本行哈希']),
    );
    for (const cell of rows.flat().filter((one) => typeof one === 'string'))
      expect(cell).not.toMatch(/^\s*[=+\-@]/);
    expect(rows[2]).toContain(`'=HYPERLINK("http://x")`);
  });

  it('leaves nothing half-written, and the trail knows that it failed', async () => {
    const file = join(dir, 'no-such-folder', 'a.jsonl');
    await expect(run('export', '--out', file)).rejects.toThrow('ENOENT');
    expect(await readdir(dir)).not.toContain('no-such-folder');
    expect((await trail.lines({ limit: 1 }))[0]).toMatchObject({
      outcome: 'failed',
      refersTo: '4',
    });
  });
});
