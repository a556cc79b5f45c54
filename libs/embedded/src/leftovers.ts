import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { emptied, lives, processesIn, signalAll } from './cluster-processes.js';
import type { Folder } from './folder.js';
import { postmasterFileIn, readPostmasterFile } from './postmaster-file.js';

type Say = (line: string) => void;

/** How hard PostgreSQL is asked to end, and how long each request is given (ms). */
export const STOP_STEPS: readonly (readonly [NodeJS.Signals, number])[] = [
  // fast: sessions are cut, a final checkpoint is written
  ['SIGINT', 15_000],
  // immediate: no checkpoint; the next start replays the log
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];

/**
 * Ends what a killed predecessor left behind, so that the cluster can be started again.
 * Callers hold the claim of the folder, hence whatever still works in it belongs to nobody.
 */
export async function clearLeftovers(folder: Folder, say: Say): Promise<void> {
  const pids = await processesIn(folder.cluster);
  if (pids.length > 0) await endOrphans(folder, pids, say);
  if (process.platform === 'linux') await forgetStranger(folder.cluster);
}

async function endOrphans(folder: Folder, pids: readonly number[], say: Say): Promise<void> {
  const postmaster = (await readPostmasterFile(folder.cluster))?.pid;
  if (postmaster !== undefined && pids.includes(postmaster)) {
    say(`发现上次遗留的数据库进程（${postmaster}），先停止它`);
    await stopProcess([postmaster], folder.cluster);
  } else {
    say(`数据库主进程上次被强行结束，清理遗留的 ${pids.length} 个子进程`);
    await stopProcess(pids, folder.cluster);
  }
}

/** Asks processes to end, each time harder, until none works in the cluster any more. */
export async function stopProcess(pids: readonly number[], cluster: string): Promise<void> {
  let targets = pids;
  for (const [signal, limit] of STOP_STEPS) {
    signalAll(targets, signal);
    if (await emptied(cluster, limit)) return;
    targets = await processesIn(cluster);
  }
}

/**
 * Removes postmaster.pid when its number now belongs to some other living process, which would
 * make PostgreSQL refuse to start. Otherwise the file stays: PostgreSQL finds its old shared
 * memory through it.
 */
async function forgetStranger(cluster: string): Promise<void> {
  const left = await readPostmasterFile(cluster);
  if (!left || !lives(left.pid)) return;
  const names = await readdir(cluster);
  const stale = names.filter((name) => name.startsWith('.s.PGSQL.'));
  await Promise.all(stale.map((name) => rm(join(cluster, name), { force: true })));
  await rm(postmasterFileIn(cluster), { force: true });
}
