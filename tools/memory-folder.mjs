// A folder in memory for what tests write and throw away: databases are made by the hundred, each of over eight hundred
// files, and on a disk the kernel took longer to make those than PostgreSQL to work with them (seen in libs/store).
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { lives } from './lives.mjs';

const MEMORY = '/dev/shm';
const PREFIX = 'risk-tests-';
const GIB = 2 ** 30;
/** A run holds about one GiB at once; whoever has less to spare keeps to the disk. */
const LEAST_ROOM = 4 * GIB;
const LEAST_MEMORY = 6 * GIB;

/** Makes such a folder; null where there is no such place, it is too small, or programs do not run from it. */
export function folderInMemory() {
  if (process.platform !== 'linux' || !hasRoom()) return null;
  removeAbandoned();
  const folder = join(MEMORY, `${PREFIX}${process.pid}`);
  mkdirSync(folder);
  // As /tmp is: PostgreSQL runs under another account where the tests run as root.
  chmodSync(folder, 0o1777);
  if (runsPrograms(folder)) return folder;
  rmSync(folder, { recursive: true });
  return null;
}

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    const [, free] =
      /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8')) ?? [];
    return bavail * bsize >= LEAST_ROOM && Number(free) * 1024 >= LEAST_MEMORY;
  } catch {
    return false;
  }
}

/** Containers often mount it so that nothing in it can be run. */
function runsPrograms(folder) {
  const program = join(folder, 'probe');
  writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  const { status } = spawnSync(program);
  rmSync(program);
  return status === 0;
}

/** Those of runs that were killed; a PostgreSQL left in one ends by itself within a minute of losing its files. */
function removeAbandoned() {
  for (const name of readdirSync(MEMORY)) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)$`).exec(name)?.[1]);
    if (pid && !lives(pid)) rmSync(join(MEMORY, name), { recursive: true, force: true });
  }
}
