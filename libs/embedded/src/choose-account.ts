import { readFile, stat } from 'node:fs/promises';
import { Unavailable } from '@risk/kit';
import type { Account, OtherAccount } from './account.js';
import type { Folder } from './folder.js';
import { run } from './launch.js';
import { nearestExisting, weAreRoot } from './ownership.js';

/** Reads the lines of /etc/passwd; PostgreSQL's initdb insists on an account that stands there. */
export function accountsFrom(passwd: string): OtherAccount[] {
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 7 && fields[2] !== '0')
    .map(([name = '', , uid, gid]) => ({
      kind: 'other',
      name,
      uid: Number(uid),
      gid: Number(gid),
    }));
}

/** The accounts worth trying, best first: whoever owns the data already, then the usual ones. */
export function candidatesAmong(
  accounts: readonly OtherAccount[],
  ownerUid: number,
): OtherAccount[] {
  const owner = accounts.find((each) => each.uid === ownerUid);
  const usual = ['postgres', '_postgres', 'nobody'].map((name) =>
    accounts.find((each) => each.name === name),
  );
  return [owner, ...usual].filter((each) => each !== undefined);
}

/** Chooses the account for a data folder; an existing cluster stays with its owner. */
export async function chooseAccount(folder: Folder): Promise<Account> {
  if (!weAreRoot()) return { kind: 'self' };
  const cluster = await stat(folder.cluster).catch(() => undefined);
  if (cluster) return accountOfOwner(cluster);
  const { uid } = await stat(await nearestExisting(folder.root));
  for (const candidate of candidatesAmong(await knownAccounts(), uid)) {
    if (await works(candidate)) return candidate;
  }
  if (await works({ kind: 'namespace' })) return { kind: 'namespace' };
  throw new Unavailable(
    '当前是 root 用户，而 PostgreSQL 不能以 root 运行，也没有可以切换的普通用户（postgres、nobody）：请用普通用户启动，或用 DATABASE_URL 指定已有的数据库',
  );
}

function accountOfOwner({ uid, gid }: { uid: number; gid: number }): Account {
  return uid === 0 ? { kind: 'namespace' } : { kind: 'other', name: String(uid), uid, gid };
}

async function knownAccounts(): Promise<OtherAccount[]> {
  return accountsFrom(await readFile('/etc/passwd', 'utf8').catch(() => ''));
}

async function works(account: Account): Promise<boolean> {
  return (await run(account, '/bin/sh', ['-c', ':'])).code === 0;
}
