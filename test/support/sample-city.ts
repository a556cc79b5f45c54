import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppProcess, until } from './process.js';

/** What the sample city comes from: the house as it was built, and how it is set. */
const MADE_OF = ['dist/apps', 'dist/libs', 'config'];
/** Where cities are kept, also for the next run. */
const KEPT = 'node_modules/.cache/sample-city';
/** Whoever loads it for longer than this is gone. */
const PATIENCE = 10 * 60_000;

/**
 * Fills a folder with the data of the sample city. Loading it takes a minute of both cores, so that it is loaded once
 * for each build and day and copied for everybody else; of those who come at once, one loads and the others wait.
 */
export async function fillWithSampleCity(dir: string): Promise<void> {
  await mkdir(KEPT, { recursive: true });
  const city = join(KEPT, await keyOf());
  while (!(await isThere(city))) {
    if (await mine(`${city}.loading`)) await load(city);
    else await until(async () => (await isThere(city)) || (await isStale(`${city}.loading`)));
  }
  await cp(city, dir, { recursive: true });
}

/** Another build or another day is another city. */
async function keyOf(): Promise<string> {
  const files = (await Promise.all(MADE_OF.map(filesIn))).flat();
  const day = new Date().toISOString().slice(0, 10);
  return digestOf([day, ...files.sort()].join('\n'));
}

/** Each file below a folder with when it was written. */
async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Promise.all(paths.map(async (path) => `${path} ${String((await stat(path)).mtimeMs)}`));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Cities of former builds and days are of no use any more. */
async function removeOthers(city: string): Promise<void> {
  const old = (await readdir(KEPT)).filter((name) => !name.startsWith(basename(city)));
  for (const name of old) await rm(join(KEPT, name), { recursive: true, force: true });
}

async function load(city: string): Promise<void> {
  const fresh = `${city}.fresh`;
  await rm(fresh, { recursive: true, force: true });
  await removeOthers(city);
  try {
    const app = await AppProcess.start('standalone', { RISK_DATA: fresh, PORT: '0' });
    await app.end('SIGTERM');
    await rename(fresh, city);
  } finally {
    await rm(`${city}.loading`, { recursive: true, force: true });
  }
}

/** Only one can make a folder. */
const mine = (path: string): Promise<boolean> =>
  mkdir(path).then(
    () => true,
    () => false,
  );

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Gone, or left behind by somebody who died over it. */
async function isStale(path: string): Promise<boolean> {
  const left = await stat(path).catch(() => null);
  if (left && Date.now() - left.mtimeMs < PATIENCE) return false;
  await rm(path, { recursive: true, force: true });
  return true;
}
