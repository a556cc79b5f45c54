import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running PostgreSQL writes into postmaster.pid (one line each, see miscadmin.h). */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number | undefined;
  readonly ready: boolean;
}

/** Reads the lines of postmaster.pid; a file that is empty or still being written says nothing. */
export function parsePostmasterFile(text: string): PostmasterFile | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  const port = Number(lines[3]);
  return { pid: Math.abs(pid), port: port > 0 ? port : undefined, ready: lines[7] === 'ready' };
}

/** The path of the file in a cluster. */
export const postmasterFileIn = (cluster: string): string => join(cluster, 'postmaster.pid');

/** The postmaster.pid of a cluster, when there is a readable one. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(postmasterFileIn(cluster), 'utf8').catch(() => '');
  return parsePostmasterFile(text);
}
