import { chown, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Unavailable } from '@risk/kit';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { doorwayTo, type Doorway } from './doorway.js';
import { BUILDING, type Folder } from './folder.js';
import { lastLines, run, type Ended } from './launch.js';
import { passwordOf } from './password.js';
import { inSingleUser, OWNER } from './single-user.js';

/**
 * Locales whose letters include Chinese, best first. Without one pg_trgm sees no Chinese word;
 * the last resort only keeps the encoding right.
 */
const LOCALES = ['C.UTF-8', 'C.utf8', 'zh_CN.UTF-8', 'zh_CN.utf8', 'en_US.UTF-8', 'C'];

/** Whether the folder holds a whole cluster; half-built ones never get this name. */
export async function clusterExists(folder: Folder): Promise<boolean> {
  return (await stat(join(folder.cluster, 'PG_VERSION')).catch(() => undefined)) !== undefined;
}

/** Removes what interrupted attempts left; what an orphaned initdb still writes is removed next time. */
export async function sweepUnfinished(folder: Folder): Promise<void> {
  const names = (await readdir(folder.root)).filter((name) => name.startsWith(BUILDING));
  const gone = names.map((name) =>
    rm(join(folder.root, name), { recursive: true, force: true, maxRetries: 3 }),
  );
  await Promise.allSettled(gone);
}

/** Makes a new cluster beside its place and moves it there when it is whole. */
export async function bearCluster(
  folder: Folder,
  account: Account,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  const building = await mkdtemp(join(folder.root, BUILDING));
  await handOver(building, account);
  const way = await doorwayTo(building, account);
  try {
    await initialise(way, folder, building, { account, binaries, durable });
    await inSingleUser(`CREATE DATABASE ${OWNER};`, `${way.path}/cluster`, {
      account,
      binaries,
      fd: way.fd,
    });
  } finally {
    await way.close();
  }
  await rename(join(building, 'cluster'), folder.cluster);
  await flushFolder(folder.root);
  await rm(building, { recursive: true, force: true });
}

interface Means {
  readonly account: Account;
  readonly binaries: Binaries;
  readonly durable: boolean;
}

async function initialise(
  way: Doorway,
  folder: Folder,
  building: string,
  means: Means,
): Promise<void> {
  const passwordFile = join(building, 'password');
  await writeFile(passwordFile, `${await passwordOf(folder)}\n`, { mode: 0o600 });
  await handOver(passwordFile, means.account);
  const ended = await firstWorkingLocale(way, means);
  if (ended.code !== 0)
    throw new Unavailable(`初始化数据库失败：${lastLines(ended)}`, { folder: folder.root });
}

async function firstWorkingLocale(way: Doorway, means: Means): Promise<Ended> {
  let ended: Ended = { code: null, output: '' };
  for (const locale of LOCALES) {
    ended = await initdb(way, locale, means);
    if (ended.code === 0 || !ended.output.includes('invalid locale')) return ended;
  }
  return ended;
}

function initdb(
  way: Doorway,
  locale: string,
  { account, binaries, durable }: Means,
): Promise<Ended> {
  const args = [
    `--pgdata=${way.path}/cluster`,
    `--pwfile=${way.path}/password`,
    `--username=${OWNER}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--lc-messages=C',
    // a log segment of 1 MB instead of 16: less to write and to copy
    ...(durable ? [] : ['--no-sync', '--wal-segsize=1']),
  ];
  return run(account, binaries.initdb, args, { fd: way.fd });
}

async function handOver(path: string, account: Account): Promise<void> {
  if (account.kind === 'other') await chown(path, account.uid, account.gid);
}

/** A rename survives a power cut only once its folder is on the disk. */
async function flushFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
