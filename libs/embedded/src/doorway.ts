import { open } from 'node:fs/promises';
import type { Account } from './account.js';
import { run } from './launch.js';

/** A folder as the account that runs PostgreSQL can name it. */
export interface Doorway {
  readonly path: string;
  /** Set where the path leads through a descriptor that the program must inherit as number 3. */
  readonly fd?: number;
  close(): Promise<void>;
}

/**
 * Opens a way into a folder that the account owns but perhaps cannot walk to.
 *
 * In /root/project the folders above are closed to everybody but root. Root opens the folder and
 * hands the descriptor down; /proc/self/fd/3 then leads straight into it. So data stays where it
 * was asked for, nothing above it changes its rights, and PostgreSQL still runs without privileges.
 */
export async function doorwayTo(dir: string, account: Account): Promise<Doorway> {
  if (await canWalkTo(dir, account)) return { path: dir, close: () => Promise.resolve() };
  const handle = await open(dir, 'r');
  return { path: '/proc/self/fd/3', fd: handle.fd, close: () => handle.close() };
}

async function canWalkTo(dir: string, account: Account): Promise<boolean> {
  if (account.kind !== 'other') return true;
  return (await run(account, '/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', dir])).code === 0;
}
