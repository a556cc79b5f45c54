import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The PostgreSQL processes that work in a folder: the postmaster, its children, also orphaned ones. */
export async function processesIn(folder: string): Promise<number[]> {
  const path = await realpath(folder).catch(() => undefined);
  if (path === undefined) return [];
  return process.platform === 'linux' ? workingIn(path) : startedOn(path);
}

/** Every PostgreSQL process makes its cluster its working folder, whatever path it was given. */
async function workingIn(path: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const inside = await Promise.all(pids.map((pid) => worksIn(pid, path)));
  return pids.filter((_, at) => inside[at]);
}

async function worksIn(pid: number, path: string): Promise<boolean> {
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '');
  if (cwd !== path && !cwd.startsWith(`${path}/`)) return false;
  return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).startsWith('postgres');
}

/** Without /proc only the postmaster can be told, by its command line. */
async function startedOn(path: string): Promise<number[]> {
  const listed = await run('ps', ['-axo', 'pid=,command=']).catch(() => ({ stdout: '' }));
  const lines = listed.stdout
    .split('\n')
    .filter((line) => line.includes('postgres') && line.includes(` ${path} `));
  return lines.map((line) => Number.parseInt(line, 10));
}

/** Sends a signal to processes, some of which may be gone already. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended between our look and our signal.
    }
  }
}

/** Whether a process of that number lives, whoever owns it. */
export function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: unknown }).code === 'EPERM';
  }
}

/** Waits until no PostgreSQL process works in the folder; false when some still do after `limit` ms. */
export async function emptied(folder: string, limit: number): Promise<boolean> {
  for (let waited = 0; (await processesIn(folder)).length > 0; waited += 25) {
    if (waited >= limit) return false;
    await pause(25);
  }
  return true;
}
