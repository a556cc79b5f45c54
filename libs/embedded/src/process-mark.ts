import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * What tells one process from every other, for ever: a process number alone comes back after a
 * restart, and means something else in another container.
 */
export interface ProcessMark {
  /** The run of the kernel since its last boot. */
  readonly boot: string;
  /** The process number space (container) in which `pid` counts. */
  readonly space: string;
  readonly pid: number;
  /** When the process began, in the kernel's own ticks. */
  readonly began: string;
}

const run = promisify(execFile);

async function bootAndSpace(): Promise<Pick<ProcessMark, 'boot' | 'space'>> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => 'none');
  const space = await readlink('/proc/self/ns/pid').catch(() => 'none');
  return { boot: boot.slice(0, 8).trim(), space: space.replace(/\D/g, '') || '0' };
}

/** Field 22 of /proc/<pid>/stat, counted after the name, which may itself hold blanks and brackets. */
export function beganFromStat(stat: string): string | undefined {
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return afterName[0] === 'Z' ? undefined : afterName[19];
}

async function beganFromPs(pid: number): Promise<string | undefined> {
  const listed = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => undefined);
  const began = listed?.stdout.replace(/\W/g, '');
  return began === '' ? undefined : began;
}

async function beganOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return beganFromPs(pid);
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return stat === undefined ? undefined : beganFromStat(stat);
}

/** The mark of a living process of this machine and container; undefined when there is none. */
export async function markOf(pid: number): Promise<ProcessMark | undefined> {
  const began = await beganOf(pid);
  return began === undefined ? undefined : { ...(await bootAndSpace()), pid, began };
}

/** The mark as a file name. */
export function nameOfMark(mark: ProcessMark): string {
  return `${mark.boot}-${mark.space}-${mark.pid}-${mark.began}`;
}

/** Reads a file name back into the mark it stands for. */
export function markFromName(name: string): ProcessMark | undefined {
  const [, boot, space, pid, began] = /^(\w+)-(\d+)-(\d+)-(\w+)$/.exec(name) ?? [];
  if (boot === undefined || space === undefined || began === undefined) return undefined;
  return { boot, space, pid: Number(pid), began };
}
