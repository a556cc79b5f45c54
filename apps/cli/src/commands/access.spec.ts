import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { storeDatabase } from '../../../../libs/store/src/testing/store-database.js';
import { accessCommand } from './access.js';

async function run(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await accessCommand.run(args, { stdin: Readable.from([]), stdout, stderr });
  const text = (stream: PassThrough) => String(stream.read() ?? '');
  return { code, out: text(stdout), said: text(stderr) };
}

describe('a wrong call is refused before any database is opened', () => {
  it.each<[string, string[], string]>([
    ['no verb', [], '请写明 rescue'],
    ['nobody', ['rescue', '--because', '管理员均已离任'], '--by'],
    ['no reason', ['rescue', '--by', '张某'], '--because'],
    ['another role', ['rescue', '--role', 'director'], '--role 应为 system-admin、security-admin'],
  ])('%s', async (_what, args, says) => {
    await expect(run(...args)).rejects.toThrow(says);
  });
});

describe('risk access rescue', () => {
  let db: Awaited<ReturnType<typeof storeDatabase>>;
  let dir: string;
  const before = { ...process.env };
  beforeAll(async () => {
    db = await storeDatabase();
    dir = await mkdtemp(join(tmpdir(), 'risk-rescue-'));
    Object.assign(process.env, { DATABASE_URL: db.url, RISK_DATA: dir });
  });
  afterAll(async () => {
    process.env = before;
    await db.drop();
    await rm(dir, { recursive: true });
  });

  it('prints a code that is kept as a digest, and leaves a line on the trail', async () => {
    const { code, out, said } = await run('rescue', '--by', '张某', '--because', '管理员均已离任');
    const told = JSON.parse(out) as { code: string; role: string };
    expect([code, told.role]).toEqual([0, 'system-admin']);
    expect(said).toContain(`一次性验证码 ${told.code}`);
    const rows = await db.database.rows<{ code: Buffer; role: string }>(
      'select code, role from rescue',
    );
    expect(rows).toMatchObject([{ role: 'system-admin' }]);
    expect(rows[0]!.code.toString('utf8')).not.toContain(told.code);
    const lines = await db.database.rows('select who, action, outcome, detail from audit_line');
    expect(lines).toMatchObject([
      { who: '张某', action: 'access.rescue', detail: { because: '管理员均已离任' } },
    ]);
    expect(JSON.stringify(lines)).not.toContain(told.code);
  }, 60_000);
});
