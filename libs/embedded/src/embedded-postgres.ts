import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Unavailable } from '@risk/kit';
import { usableBinaries } from './binaries.js';
import { chooseAccount } from './choose-account.js';
import { claimFolder, type Claim } from './claim.js';
import { bearCluster, clusterExists, sweepUnfinished } from './cluster-birth.js';
import { processesIn, signalAll } from './cluster-processes.js';
import { endedInOrder } from './control-file.js';
import { folderAt, type Folder } from './folder.js';
import { USUAL_PORT } from './free-port.js';
import { clearLeftovers } from './leftovers.js';
import { makeFolder } from './ownership.js';
import { hasPassword, passwordOf, renewPassword } from './password.js';
import { OWNER } from './single-user.js';
import { startServer, type Server, type ServerPlan } from './server.js';

/** What an embedded database needs to know. */
export interface EmbeddedPostgresOptions {
  /** A folder for the database alone; made when missing. */
  readonly dataDir: string;
  /** The port tried first; the next free one is taken when it is in use. */
  readonly port?: number;
  /** Hears what happens, one Chinese sentence a call. */
  readonly log: (line: string) => void;
  /** Hears that the server ended unasked; `start()` may then be called again. */
  readonly onCrash?: (why: string) => void;
  /** False is for tests alone: fast, and lost with the power. */
  readonly durable?: boolean;
}

/** Where the started database answers. */
export interface StartedPostgres {
  readonly url: string;
  /** Whether the last run had not ended in good order and was repaired. */
  readonly recovered: boolean;
}

/** A real PostgreSQL of our own in a folder: made at the first start, healed at the next ones. */
export class EmbeddedPostgres {
  readonly #folder: Folder;
  #claim: Claim | undefined;
  #server: Server | undefined;
  #started: StartedPostgres | undefined;
  #port: number;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: EmbeddedPostgresOptions) {
    this.#folder = folderAt(options.dataDir);
    this.#port = options.port ?? USUAL_PORT;
  }

  /** Starts the database, or answers at once when it runs already. */
  start(): Promise<StartedPostgres> {
    return this.#inTurn(() => this.#start());
  }

  /** Ends all sessions, writes everything down and gives the folder free. */
  stop(): Promise<void> {
    return this.#inTurn(() => this.#stop());
  }

  /** Ends the database and deletes its folder; refuses while another process uses it. */
  destroy(): Promise<void> {
    return this.#inTurn(async () => {
      this.#claim ??= await claimFolder(this.#folder);
      this.#server = undefined;
      await clearLeftovers(this.#folder, this.options.log);
      await rm(this.#folder.root, { recursive: true, force: true, maxRetries: 3 });
      await this.#release();
    });
  }

  /** One after the other: a Ctrl-C in the middle of a start waits for its end. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(act, act);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #start(): Promise<StartedPostgres> {
    if (this.#server && this.#started) return this.#started;
    refuseWindows();
    await makeFolder(this.#folder.root);
    this.#claim ??= await claimFolder(this.#folder);
    try {
      return await this.#startClaimed();
    } catch (error) {
      await this.#release();
      throw error;
    }
  }

  async #startClaimed(): Promise<StartedPostgres> {
    const plan = await this.#plan();
    const recovered = await this.#makeReady(plan);
    const server = await startServer(plan, this.#port);
    this.#watch(server);
    if (recovered) this.options.log('上次未正常退出，数据库已自动恢复，已提交的数据完好');
    const password = await passwordOf(this.#folder);
    this.#started = {
      url: `postgres://${OWNER}:${password}@127.0.0.1:${server.port}/${OWNER}`,
      recovered,
    };
    return this.#started;
  }

  async #plan(): Promise<ServerPlan> {
    const account = await chooseAccount(this.#folder);
    const binaries = await usableBinaries(account, this.#folder);
    const { log: say, durable = true } = this.options;
    return { folder: this.#folder, account, binaries, durable, say };
  }

  /** Brings the cluster into a state that can be started; tells whether something had to be healed. */
  async #makeReady({ folder, account, binaries, durable, say }: ServerPlan): Promise<boolean> {
    await sweepUnfinished(folder);
    if (!(await clusterExists(folder))) {
      say('首次启动：正在创建数据库……');
      await bearCluster(folder, account, binaries, durable);
      return false;
    }
    await refuseOtherVersion(folder, binaries.major);
    const inOrder =
      (await endedInOrder(folder.cluster)) && (await processesIn(folder.cluster)).length === 0;
    await clearLeftovers(folder, say);
    if (!(await hasPassword(folder))) await renewPassword(folder, account, binaries);
    return !inOrder;
  }

  #watch(server: Server): void {
    this.#server = server;
    // an application that reconnects by itself finds a restarted server at the same place
    this.#port = server.port;
    const lastResort = (): void => {
      signalAll([server.pid], 'SIGINT');
    };
    process.once('exit', lastResort);
    void server.ended.then((lastWords) => {
      process.off('exit', lastResort);
      if (this.#server !== server) return;
      this.#server = undefined;
      this.options.onCrash?.(`数据库进程意外结束：${lastWords}`);
    });
  }

  async #stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await server?.stop();
    await this.#release();
  }

  async #release(): Promise<void> {
    await this.#claim?.release();
    this.#claim = undefined;
  }
}

/** Signals and folder handles differ too much there to be promised untried. */
function refuseWindows(): void {
  if (process.platform !== 'win32') return;
  throw new Unavailable(
    '内嵌数据库不支持直接在 Windows 上运行：请在 WSL 中启动，或用 DATABASE_URL 指定已有的 PostgreSQL',
  );
}

async function refuseOtherVersion(folder: Folder, major: string): Promise<void> {
  const kept = (await readFile(join(folder.cluster, 'PG_VERSION'), 'utf8')).trim();
  if (kept === major) return;
  throw new Unavailable(
    `${folder.cluster} 是 PostgreSQL ${kept} 的数据，而当前程序是 ${major}：请先用旧版本导出数据`,
    { kept, major },
  );
}
