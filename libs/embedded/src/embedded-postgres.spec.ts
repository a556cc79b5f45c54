import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { processesIn } from './cluster-processes.js';
import { EmbeddedPostgres, type EmbeddedPostgresOptions } from './index.js';
import { startElsewhere, type OtherProcess } from './testing/other-process.js';

/** Away from 54329, where somebody may be running the platform. */
const PORT = 55_400 + (process.pid % 400);
const asRoot = process.getuid?.() === 0;

const parents: string[] = [];
const running: EmbeddedPostgres[] = [];

/** Named like the throw-away clusters, which the next run sweeps away if this one is killed. */
async function newFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), `risk-test-${process.pid}-`));
  await chmod(parent, 0o755);
  parents.push(parent);
  return join(parent, 'data', 'postgres');
}

/** A folder with a database that was used and stopped once: a copy, since initdb takes a second. */
async function usedFolder(): Promise<string> {
  const dataDir = await newFolder();
  await mkdir(dirname(dataDir));
  await promisify(execFile)('cp', ['-a', pristine, dataDir]);
  return dataDir;
}

/** Not durable, being faster so: a killed process loses nothing that only a power cut would. */
function embedded(dataDir: string, more: Partial<EmbeddedPostgresOptions> = {}): EmbeddedPostgres {
  const postgres = new EmbeddedPostgres({
    dataDir,
    port: PORT,
    durable: false,
    log: () => undefined,
    ...more,
  });
  running.push(postgres);
  return postgres;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows as unknown[];
}

const keepRow = (url: string): Promise<unknown[]> =>
  ask(url, 'CREATE TABLE kept AS SELECT 42 AS n');
const keptRow = (url: string): Promise<unknown[]> => ask(url, 'SELECT n FROM kept');
const THE_ROW = [{ n: 42 }];

/** The postmaster of a folder, from the outside. */
const postmasterOf = (dataDir: string): number =>
  Number.parseInt(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8'), 10);

/** Promise.withResolvers is not in Node 20. */
function crashHeard(): { hear: (why: string) => void; heard: Promise<string> } {
  let hear: (why: string) => void = () => undefined;
  const heard = new Promise<string>((resolve) => (hear = resolve));
  return { hear, heard };
}

async function until(what: () => boolean): Promise<void> {
  while (!what()) await pause(5);
}

let pristine = '';

beforeAll(async () => {
  pristine = await newFolder();
  parents.pop();
  const postgres = new EmbeddedPostgres({
    dataDir: pristine,
    port: PORT,
    durable: false,
    log: () => undefined,
  });
  await postgres.start();
  await postgres.stop();
});

afterAll(() => rm(dirname(dirname(pristine)), { recursive: true, force: true }));

afterEach(async () => {
  for (const postgres of running.splice(0).reverse()) await postgres.destroy();
  await Promise.all(
    parents.splice(0).map((parent) => rm(parent, { recursive: true, force: true })),
  );
});

describe('a start', () => {
  it('makes a durable database in UTF-8 that asks for a password, on this machine only', async () => {
    const dataDir = await newFolder();
    const { url, recovered } = await embedded(dataDir, { durable: true }).start();
    expect(recovered).toBe(false);
    const names = [
      'fsync',
      'synchronous_commit',
      'full_page_writes',
      'server_encoding',
      'listen_addresses',
    ];
    expect(
      await ask(
        url,
        `SELECT name, current_setting(name) AS is FROM unnest('{${names.join()}}'::text[]) AS name`,
      ),
    ).toEqual(['on', 'on', 'on', 'UTF8', '127.0.0.1'].map((is, at) => ({ name: names[at], is })));
    await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
      'password authentication failed',
    );
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
  });

  it('keeps what was committed before, and needs no repair after a stop', async () => {
    const dataDir = await usedFolder();
    const first = embedded(dataDir);
    await keepRow((await first.start()).url);
    await first.stop();
    const second = await embedded(dataDir).start();
    expect(second.recovered).toBe(false);
    expect(await keptRow(second.url)).toEqual(THE_ROW);
  });

  it('answers at once when it runs already, and waits its turn behind a stop', async () => {
    const postgres = embedded(await usedFolder());
    const [one, other] = await Promise.all([postgres.start(), postgres.start()]);
    expect(other).toBe(one);
    const [, again] = await Promise.all([postgres.stop(), postgres.start()]);
    expect(await ask(again.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('takes the next port when the wished one is in use, and says so', async () => {
    const blocker = createServer().listen(PORT, '127.0.0.1');
    const said: string[] = [];
    const { url } = await embedded(await usedFolder(), { log: (line) => said.push(line) }).start();
    blocker.close();
    expect(new URL(url).port).not.toBe(String(PORT));
    expect(said).toContain(`数据库端口 ${PORT} 已被占用，改用 ${new URL(url).port}`);
    expect(await ask(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('gives the database a new password when the file was lost', async () => {
    const dataDir = await usedFolder();
    const postgres = embedded(dataDir);
    const before = await postgres.start();
    await postgres.stop();
    await rm(join(dataDir, 'password'));
    const after = await postgres.start();
    expect(after.url).not.toBe(before.url);
    expect(await ask(after.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('refuses the data of another PostgreSQL version by name', async () => {
    const dataDir = await usedFolder();
    const postgres = embedded(dataDir);
    await postgres.start();
    await postgres.stop();
    await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '12\n');
    await expect(postgres.start()).rejects.toThrow(/是 PostgreSQL 12 的数据，而当前程序是 18/);
  });

  (asRoot ? it : it.skip)(
    'works for root in a folder nobody else can walk to, and leaves the data there',
    async () => {
      const dataDir = await newFolder();
      await chmod(parents.at(-1)!, 0o700);
      const postgres = embedded(dataDir);
      await keepRow((await postgres.start()).url);
      await postgres.stop();
      expect(await keptRow((await postgres.start()).url)).toEqual(THE_ROW);
      expect(existsSync(join(dataDir, 'cluster', 'PG_VERSION'))).toBe(true);
      expect(statSync(parents.at(-1)!).mode & 0o777).toBe(0o700);
      expect(statSync(`/proc/${postmasterOf(dataDir)}`).uid).not.toBe(0);
    },
  );
});

describe('a folder belongs to one process', () => {
  it('so a second one is refused with the number of the first', async () => {
    const dataDir = await usedFolder();
    const holder = await startElsewhere(dataDir, PORT);
    const url = await holder.line();
    const refusal = embedded(dataDir).start();
    await expect(refusal).rejects.toThrow(`正被另一个实例使用（进程 ${holder.pid}）`);
    await expect(refusal).rejects.toMatchObject({ kind: 'conflict' });
    expect(await ask(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await holder.kill('SIGINT');
  });

  it('so of several that come at once exactly one gets it', async () => {
    const dataDir = await newFolder();
    const comers = await Promise.all([1, 2, 3].map(() => startElsewhere(dataDir, PORT)));
    const lines = await Promise.all(comers.map((comer) => comer.line()));
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual([
      'postgres',
      'refused',
      'refused',
    ]);
    const winner = comers[lines.findIndex((line) => line.startsWith('postgres'))]!;
    expect(await winner.kill('SIGINT')).toBe(0);
  });
});

describe('after the end of its process', () => {
  async function heldElsewhere(): Promise<{ dataDir: string; holder: OtherProcess }> {
    const dataDir = await usedFolder();
    const holder = await startElsewhere(dataDir, PORT);
    await keepRow(await holder.line());
    return { dataDir, holder };
  }

  it('by Ctrl-C in a terminal, which signals the whole group, nothing needs repair', async () => {
    const { dataDir, holder } = await heldElsewhere();
    expect(await holder.kill('SIGINT', 'group')).toBe(0);
    expect(await processesIn(dataDir)).toEqual([]);
    const { url, recovered } = await embedded(dataDir).start();
    expect(recovered).toBe(false);
    expect(await keptRow(url)).toEqual(THE_ROW);
  });

  it.each([
    ['Node', (holder: OtherProcess) => holder.kill('SIGKILL')],
    [
      'Node and then PostgreSQL',
      async (holder: OtherProcess, dataDir: string) => {
        await holder.kill('SIGKILL');
        process.kill(postmasterOf(dataDir), 'SIGKILL');
      },
    ],
    [
      'PostgreSQL and then Node',
      async (holder: OtherProcess, dataDir: string) => {
        process.kill(postmasterOf(dataDir), 'SIGKILL');
        await holder.kill('SIGKILL');
      },
    ],
  ])('by kill -9 of %s, the next start has every committed row', async (_, end) => {
    const { dataDir, holder } = await heldElsewhere();
    await end(holder, dataDir);
    const { url, recovered } = await embedded(dataDir).start();
    expect(recovered).toBe(true);
    expect(await keptRow(url)).toEqual(THE_ROW);
    expect(new URL(url).port).toBe(String(PORT));
  });

  it.each([0, 250])(
    'by kill -9 in the middle of the first initdb (after %i ms), the next start begins anew',
    async (ms) => {
      const dataDir = await newFolder();
      const holder = await startElsewhere(dataDir, PORT);
      await until(
        () =>
          existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('building-')),
      );
      await pause(ms);
      await holder.kill('SIGKILL');
      expect(existsSync(join(dataDir, 'cluster'))).toBe(false);
      const { url, recovered } = await embedded(dataDir).start();
      expect(recovered).toBe(false);
      await keepRow(url);
    },
  );
});

describe('after a crash of PostgreSQL alone', () => {
  it('the owner hears of it and can start it again at the same address', async () => {
    const dataDir = await usedFolder();
    const crash = crashHeard();
    const postgres = embedded(dataDir, { onCrash: crash.hear });
    const before = await postgres.start();
    await keepRow(before.url);
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    expect(await crash.heard).toContain('数据库进程意外结束');
    expect(await postgres.start()).toEqual({ url: before.url, recovered: true });
    expect(await keptRow(before.url)).toEqual(THE_ROW);
  });

  it('sessions that are still busy are ended too', async () => {
    const dataDir = await usedFolder();
    const crash = crashHeard();
    const postgres = embedded(dataDir, { onCrash: crash.hear });
    const { url } = await postgres.start();
    const busy = expect(ask(url, 'DO $$ BEGIN LOOP END LOOP; END $$')).rejects.toThrow();
    await pause(100);
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    await crash.heard;
    expect((await postgres.start()).recovered).toBe(true);
    await busy;
  });

  it('a process number that now belongs to another program is no hindrance', async () => {
    const dataDir = await usedFolder();
    const postgres = embedded(dataDir);
    await keepRow((await postgres.start()).url);
    await postgres.stop();
    await writeFile(
      join(dataDir, 'cluster', 'postmaster.pid'),
      `${process.pid}\n${dataDir}/cluster\n1\n${PORT}\n.\n`,
    );
    expect(await keptRow((await postgres.start()).url)).toEqual(THE_ROW);
  });
});

describe('destroy', () => {
  it('leaves neither a process nor a file', async () => {
    const dataDir = await usedFolder();
    const postgres = embedded(dataDir);
    await postgres.start();
    await postgres.destroy();
    expect(existsSync(dataDir)).toBe(false);
    expect(await processesIn(parents.at(-1)!)).toEqual([]);
  });
});
