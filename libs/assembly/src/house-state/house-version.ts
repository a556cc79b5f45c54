import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAME = 'risk-platform';

/** The version of the house and, where the build noted it, the commit it was built from. */
export interface HouseVersion {
  readonly version: string;
  readonly commit: string | null;
}

/** Reads both beside the program: from package.json and from what the build left in dist/.commit. */
export function houseVersion(url: string = import.meta.url): HouseVersion {
  for (let dir = dirname(fileURLToPath(url)); dir !== dirname(dir); dir = dirname(dir)) {
    const told = packageIn(dir);
    if (told?.name === NAME) return { version: told.version, commit: commitIn(dir) };
  }
  return { version: '未知', commit: null };
}

function packageIn(dir: string): { readonly name: string; readonly version: string } | null {
  const path = join(dir, 'package.json');
  if (!existsSync(path)) return null;
  return JSON.parse(readFileSync(path, 'utf8')) as { name: string; version: string };
}

function commitIn(dir: string): string | null {
  const path = join(dir, 'dist', '.commit');
  const text = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  return /^[0-9a-f]{7,40}$/.test(text) ? text.slice(0, 12) : null;
}
