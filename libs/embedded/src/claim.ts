import { open, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Conflict, Unavailable } from '@risk/kit';
import type { Folder } from './folder.js';
import { giveToNeighbour, makeFolder } from './ownership.js';
import { markFromName, markOf, nameOfMark, type ProcessMark } from './process-mark.js';

/** The right to use a data folder; it ends with the process that holds it, however that ends. */
export interface Claim {
  release(): Promise<void>;
}

/** Rhythm of the sign of life, for holders whose process we cannot see (another container or host). */
const BEAT = 1_500;
const BEATS_WATCHED = 3;
const GLANCE = 250;
const ATTEMPTS = 5;

/**
 * Claims a data folder for this process, or refuses with the holder's process number.
 *
 * Node has no flock, so every comer first puts up a file of its own and then looks for those of
 * others: of two that come at once at least one sees the other, and whoever sees a living other
 * steps back and tries again a little later. The name of a file tells whether its process still
 * lives, hence nothing has to be taken over and a left-over file is swept away by anybody.
 */
export async function claimFolder(folder: Folder): Promise<Claim> {
  await makeFolder(folder.claims);
  const self = await ownMark();
  for (let attempt = 1; ; attempt += 1) {
    const path = await putUp(folder, self);
    const other = await livingOther(folder, self);
    if (!other) return keptAlive(path);
    await rm(path, { force: true });
    if (attempt === ATTEMPTS) throw inUse(folder, other.pid);
    await pause(40 + Math.random() * 80);
  }
}

async function ownMark(): Promise<ProcessMark> {
  const self = await markOf(process.pid);
  if (!self) throw new Unavailable('无法确定本进程的启动时间，不能安全地占用数据目录');
  return self;
}

function inUse(folder: Folder, pid: number): Conflict {
  return new Conflict(
    `数据目录 ${folder.root} 正被另一个实例使用（进程 ${pid}）：请先停止它，或用 RISK_DATA 指定另一个目录`,
    { folder: folder.root, pid },
  );
}

async function putUp(folder: Folder, self: ProcessMark): Promise<string> {
  const path = join(folder.claims, nameOfMark(self));
  const file = await open(path, 'wx').catch((cause: unknown) => {
    if (isCode(cause, 'EEXIST')) throw inUse(folder, self.pid);
    throw unwritable(folder, cause);
  });
  await file.close();
  await giveToNeighbour(path);
  return path;
}

function unwritable(folder: Folder, cause: unknown): Unavailable {
  return new Unavailable(
    `数据目录 ${folder.root} 不可写：请换用创建它的用户启动，或用 RISK_DATA 指定另一个目录`,
    { folder: folder.root },
    { cause },
  );
}

async function livingOther(folder: Folder, self: ProcessMark): Promise<ProcessMark | undefined> {
  const names = await readdir(folder.claims).catch(() => []);
  for (const name of names.filter((each) => each !== nameOfMark(self))) {
    const mark = markFromName(name);
    if (mark && (await isAlive(mark, self, join(folder.claims, name)))) return mark;
    await rm(join(folder.claims, name), { force: true });
  }
  return undefined;
}

async function isAlive(mark: ProcessMark, self: ProcessMark, path: string): Promise<boolean> {
  const visible = mark.boot === self.boot && mark.space === self.space;
  if (!visible) return beatsStill(path);
  return (await markOf(mark.pid))?.began === mark.began;
}

/** Watches the file of an invisible holder for a few beats instead of comparing two clocks. */
async function beatsStill(path: string): Promise<boolean> {
  const first = await lastBeat(path);
  for (let waited = 0; waited < BEAT * BEATS_WATCHED; waited += GLANCE) {
    await pause(GLANCE);
    const beat = await lastBeat(path);
    if (beat !== first) return beat !== undefined;
  }
  return false;
}

async function lastBeat(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.mtimeMs;
}

function keptAlive(path: string): Claim {
  const timer = setInterval(() => void beat(path).catch(() => undefined), BEAT);
  timer.unref();
  return {
    release: async () => {
      clearInterval(timer);
      await rm(path, { force: true });
    },
  };
}

async function beat(path: string): Promise<void> {
  const { mtimeMs } = await stat(path);
  await utimes(path, (mtimeMs + BEAT) / 1_000, (mtimeMs + BEAT) / 1_000);
}

function isCode(error: unknown, code: string): boolean {
  return (error as { code?: unknown }).code === code;
}
