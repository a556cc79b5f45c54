import { chown, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Whether we are the superuser, who may run everything except PostgreSQL. */
export const weAreRoot = (): boolean => process.getuid?.() === 0;

/** The nearest folder on the way up that exists already. */
export async function nearestExisting(path: string): Promise<string> {
  const known = await stat(path).catch(() => undefined);
  return known ? path : nearestExisting(dirname(path));
}

/** Gives what root made to the owner of the folder around it, so that this owner can start us next time. */
export async function giveToNeighbour(path: string): Promise<void> {
  if (!weAreRoot()) return;
  const { uid, gid } = await stat(dirname(path));
  await chown(path, uid, gid);
}

/** Makes a folder, and those above it, with the owner of the nearest one that existed before. */
export async function makeFolder(path: string, mode = 0o755): Promise<void> {
  const known = await stat(path).catch(() => undefined);
  if (known) return;
  await makeFolder(dirname(path));
  await mkdir(path, { mode, recursive: true });
  await giveToNeighbour(path);
}

/** Writes a file that only its owner may read. */
export async function writePrivate(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600, flush: true });
  await giveToNeighbour(path);
}
