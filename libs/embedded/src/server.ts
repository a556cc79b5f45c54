import type { ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable } from '@risk/kit';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { doorwayTo } from './doorway.js';
import type { Folder } from './folder.js';
import { freePortFrom } from './free-port.js';
import { launch } from './launch.js';
import { stopProcess } from './leftovers.js';
import { logSince, logSize, rotateLog } from './log-file.js';
import { giveToNeighbour } from './ownership.js';
import { readPostmasterFile } from './postmaster-file.js';
import { serverArguments } from './server-settings.js';

/** What it takes to run a cluster. */
export interface ServerPlan {
  readonly folder: Folder;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly durable: boolean;
  readonly say: (line: string) => void;
}

/** A PostgreSQL that accepts connections. */
export interface Server {
  readonly pid: number;
  readonly port: number;
  /** Resolves with what the log said last when the server ends, asked or not. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

const PORT_RACES = 5;
const LOOK_EVERY = 15;
const SAY_EVERY = 10_000;
const ROTATE_EVERY = 10 * 60_000;

/** Starts the server of a cluster on the wished port or the next free one. */
export async function startServer(plan: ServerPlan, wished: number): Promise<Server> {
  for (let race = 1; ; race += 1) {
    const port = await freePortFrom(wished);
    const server = await startOn(plan, port);
    if (typeof server !== 'string') {
      if (port !== wished) plan.say(`数据库端口 ${wished} 已被占用，改用 ${port}`);
      return server;
    }
    // Somebody may take the port between our look and PostgreSQL's.
    if (race === PORT_RACES || !server.includes('Address already in use'))
      throw refused(plan, server);
  }
}

function refused(plan: ServerPlan, lastWords: string): Unavailable {
  return new Unavailable(`数据库未能启动，日志 ${plan.folder.log} 的最后内容：\n${lastWords}`, {
    log: plan.folder.log,
  });
}

/** The running server, or its last words. */
async function startOn(plan: ServerPlan, port: number): Promise<Server | string> {
  await rotateLog(plan.folder.log);
  const before = await logSize(plan.folder.log);
  const child = await spawnServer(plan, port);
  const ended = endOf(child).then(() => logSince(plan.folder.log, before));
  return (await becomesReady(plan, child)) ? running(plan, child, port, ended) : ended;
}

/** In a session of its own, so that Ctrl-C in the terminal reaches Node alone. */
async function spawnServer(
  { folder, account, binaries, durable }: ServerPlan,
  port: number,
): Promise<ChildProcess> {
  const log = await open(folder.log, 'a', 0o600);
  await giveToNeighbour(folder.log);
  const way = await doorwayTo(folder.cluster, account);
  try {
    return launch(account, binaries.postgres, serverArguments(way.path, port, durable), {
      stdio: ['ignore', log.fd, log.fd, way.fd ?? 'ignore'],
      detached: true,
    });
  } finally {
    await Promise.all([log.close(), way.close()]);
  }
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', () => {
      resolve();
    });
  });
}

/** However long the replay of the log takes: it ends by itself, or the process does. */
async function becomesReady({ folder, say }: ServerPlan, child: ChildProcess): Promise<boolean> {
  for (let waited = 0; child.exitCode === null && child.signalCode === null; waited += LOOK_EVERY) {
    const file = await readPostmasterFile(folder.cluster);
    if (file?.ready && file.pid === child.pid) return true;
    if (waited > 0 && waited % SAY_EVERY < LOOK_EVERY) say('数据库仍在恢复，请稍候……');
    await pause(LOOK_EVERY);
  }
  return false;
}

function running(
  plan: ServerPlan,
  child: ChildProcess,
  port: number,
  ended: Promise<string>,
): Server {
  const pid = child.pid ?? 0;
  const rotation = setInterval(
    () => void rotateLog(plan.folder.log).catch(() => undefined),
    ROTATE_EVERY,
  );
  rotation.unref();
  child.unref();
  void ended.then(() => {
    clearInterval(rotation);
  });
  return { pid, port, ended, stop: () => stopProcess([pid], plan.folder.cluster) };
}
