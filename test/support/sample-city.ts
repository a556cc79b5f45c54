import { createHash } from 'node:crypto';
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppProcess, until } from './process.js';

const BUILT = 'dist/apps/standalone/src/main.js';
/** Whoever loads it for longer than this is gone. */
const PATIENCE = 10 * 60_000;

/**
 * Fills a folder with the data of the sample city. Loading it takes a minute of both cores, so that it is loaded once
 * for each build and day and copied for everybody else; of those who come at once, one loads and the others wait.
 */
export async function fillWithSampleCity(dir: string): Promise<void> {
  const city = join(tmpdir(), `risk-sample-city-${await keyOf()}`);
  while (!(await isThere(city))) {
    if (await mine(`${city}.loading`)) await load(city);
    else await until(async () => (await isThere(city)) || (await isStale(`${city}.loading`)));
  }
  await cp(city, dir, { recursive: true });
}

/** Another build or another day is another city. */
async function keyOf(): Promise<string> {
  const { mtimeMs } = await stat(BUILT);
  const day = new Date().toISOString().slice(0, 10);
  return createHash('sha256')
    .update(`${process.cwd()} ${String(mtimeMs)} ${day}`)
    .digest('hex')
    .slice(0, 16);
}

async function load(city: string): Promise<void> {
  const fresh = `${city}.fresh`;
  await rm(fresh, { recursive: true, force: true });
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
