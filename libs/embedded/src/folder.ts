import { join, resolve } from 'node:path';

/** Where the parts of an embedded database lie inside its folder. */
export interface Folder {
  readonly root: string;
  /** PGDATA: belongs to the account that runs PostgreSQL. */
  readonly cluster: string;
  /** The random password of the database owner, readable by us alone. */
  readonly password: string;
  readonly log: string;
  /** One file per process that holds, or tries to hold, this folder. */
  readonly claims: string;
  /** Copy of the binaries, only where node_modules cannot be used as it is. */
  readonly binaries: string;
}

/** Half-built clusters carry this prefix until they are whole and renamed. */
export const BUILDING = 'building-';

/** Names the parts of the embedded database kept in `dataDir`. */
export function folderAt(dataDir: string): Folder {
  const root = resolve(dataDir);
  const inside = (name: string): string => join(root, name);
  return {
    root,
    cluster: inside('cluster'),
    password: inside('password'),
    log: inside('postgres.log'),
    claims: inside('claims'),
    binaries: inside('binaries'),
  };
}
