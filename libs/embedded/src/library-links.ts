import { lstat, readFile, symlink } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Recreates the links between library versions that npm cannot pack; false where that is forbidden.
 * The package does so in its install script, which careful machines do not run.
 */
export async function linkLibraries(native: string): Promise<boolean> {
  const links = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  ) as Link[];
  try {
    for (const link of links) await linkOne(native, link);
    return true;
  } catch {
    return false;
  }
}

/** The file counts from the package, which holds everything in `native`; a copy has another name. */
async function linkOne(native: string, { source, target }: Link): Promise<void> {
  const path = join(native, relative('native', target));
  const present = await lstat(path).catch(() => undefined);
  if (!present) await symlink(basename(source), path);
}
