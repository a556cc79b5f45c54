import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { doorwayTo } from './doorway.js';
import type { Folder } from './folder.js';
import { writePrivate } from './ownership.js';
import { inSingleUser, OWNER } from './single-user.js';

async function known(folder: Folder): Promise<string> {
  return (await readFile(folder.password, 'utf8').catch(() => '')).trim();
}

const fresh = (): string => randomBytes(24).toString('base64url');

/** Whether the password of the owner is still known. */
export async function hasPassword(folder: Folder): Promise<boolean> {
  return (await known(folder)) !== '';
}

/** The password of the owner; made at the first call. */
export async function passwordOf(folder: Folder): Promise<string> {
  const kept = await known(folder);
  if (kept !== '') return kept;
  const made = fresh();
  await writePrivate(folder.password, `${made}\n`);
  return made;
}

/** Gives a cluster whose password file was lost a new one; written down only once it is in force. */
export async function renewPassword(
  folder: Folder,
  account: Account,
  binaries: Binaries,
): Promise<void> {
  const made = fresh();
  const way = await doorwayTo(folder.cluster, account);
  await inSingleUser(`ALTER ROLE ${OWNER} PASSWORD '${made}';`, way.path, {
    account,
    binaries,
    fd: way.fd,
  }).finally(() => way.close());
  await writePrivate(folder.password, `${made}\n`);
}
