import { randomUUID } from 'node:crypto';
import { chmod, copyFile, lstat, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Static libraries are for compilers; leaving them out saves a seventh of the copy. */
const wanted = (name: string): boolean => !name.endsWith('.a');

/** Copies the files of a folder so that everybody may read them; the result appears whole or not at all. */
export async function copyTree(from: string, to: string): Promise<void> {
  const half = `${to}.${randomUUID()}`;
  const created = await mkdir(dirname(to), { recursive: true });
  if (created !== undefined) await chmod(dirname(to), 0o755);
  try {
    await copyInto(from, half);
    await rename(half, to);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

async function copyInto(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyInto(source, target);
    else if (entry.isFile() && wanted(entry.name)) await copyReadable(source, target);
  }
}

/** Everything is made executable too: an archive tool may have lost the bits of the programs. */
async function copyReadable(source: string, target: string): Promise<void> {
  await copyFile(source, target);
  await chmod(target, 0o755);
}

/** Whether every wanted file of one folder is in the other with the same size (cleaners of /tmp pick at old files). */
export async function sameTree(one: string, other: string): Promise<boolean> {
  const [left, right] = await Promise.all([sizesIn(one), sizesIn(other)]);
  return left.length > 0 && left.join('\n') === right.join('\n');
}

async function sizesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && wanted(entry.name));
  const lines = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return `${path.slice(root.length)} ${(await stat(path)).size}`;
  });
  return (await Promise.all(lines)).sort();
}

/** Whether only we can have written there: in /tmp anybody may have come first. */
export async function isOurs(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return (
    found !== undefined &&
    found.isDirectory() &&
    found.uid === process.getuid?.() &&
    (found.mode & 0o022) === 0
  );
}
