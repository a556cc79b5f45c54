import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import type { Account } from './account.js';

/** How a command ended and what it said on both streams. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** What a command gets besides its arguments. */
export interface Extras {
  readonly input?: string;
  /** A folder handed down as descriptor 3 (see doorway.ts). */
  readonly fd?: number | undefined;
}

/** A small environment of our own: the caller's PG* variables and language would only surprise. */
const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_MESSAGES: 'C' };

/** Starts a program under an account. */
export function launch(
  account: Account,
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const full: SpawnOptions = { cwd: '/', env: ENVIRONMENT, ...options };
  switch (account.kind) {
    case 'self':
      return spawn(program, args, full);
    case 'other':
      return spawn(program, args, { ...full, uid: account.uid, gid: account.gid });
    case 'namespace':
      return spawn('unshare', ['--user', '--', program, ...args], full);
  }
}

/** Runs a program under an account to its end; a program that cannot start has no code. */
export function run(
  account: Account,
  program: string,
  args: readonly string[],
  extras: Extras = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    let output = '';
    const child = start(account, program, args, extras);
    if (!child) {
      resolve({ code: null, output: `cannot start ${program}` });
      return;
    }
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => {
      resolve({ code: null, output: error.message });
    });
    child.on('close', (code) => {
      resolve({ code, output });
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(extras.input ?? '');
  });
}

/** Node throws, rather than emits, when changing the user is forbidden. */
function start(
  account: Account,
  program: string,
  args: readonly string[],
  { fd }: Extras,
): ChildProcess | undefined {
  try {
    return launch(account, program, args, { stdio: ['pipe', 'pipe', 'pipe', fd ?? 'ignore'] });
  } catch {
    return undefined;
  }
}

/** The end of what a command said, where the reason of a failure stands. */
export const lastLines = ({ output }: Ended): string =>
  output.trim().split('\n').slice(-6).join('\n');
