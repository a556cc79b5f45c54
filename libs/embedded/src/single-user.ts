import { Unavailable } from '@risk/kit';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { lastLines, run } from './launch.js';

/** The owner of everything in an embedded cluster, and the name of its database. */
export const OWNER = 'risk';

/** Who runs which program, and the descriptor of a doorway if there is one. */
export interface SingleUserMeans {
  readonly account: Account;
  readonly binaries: Binaries;
  readonly fd: number | undefined;
}

/** Runs one statement in a cluster that nobody serves: no network, no password, and it ends by itself. */
export async function inSingleUser(
  sql: string,
  cluster: string,
  means: SingleUserMeans,
): Promise<void> {
  const args = ['--single', '-D', cluster, 'postgres'];
  const ended = await run(means.account, means.binaries.postgres, args, {
    input: `${sql}\n`,
    fd: means.fd,
  });
  // It ends with 0 also when the statement failed.
  if (ended.code === 0 && !/\b(ERROR|FATAL|PANIC):/.test(ended.output)) return;
  throw new Unavailable(`准备数据库失败：${lastLines(ended)}`);
}
