import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgres } from '@risk/embedded';
import type { Environment } from '@risk/settings';

/** What a running platform leaves in its data folder, so that commands find its database. */
export interface RunningHouse {
  readonly pid: number;
  readonly databaseUrl: string;
  readonly address: string;
}

/** A reachable database and how to let go of it. */
export interface ReachedDatabase {
  readonly url: string;
  release(): Promise<void>;
}

const fileOf = ({ dataDir }: Environment): string => join(dataDir, 'running.json');

/** Notes and forgets that the platform runs; the note holds a password, hence its mode. */
export const runningHouse = {
  async note(environment: Environment, running: RunningHouse): Promise<void> {
    await mkdir(environment.dataDir, { recursive: true });
    await rm(fileOf(environment), { force: true });
    await writeFile(fileOf(environment), JSON.stringify(running), { mode: 0o600 });
  },

  async forget(environment: Environment): Promise<void> {
    await rm(fileOf(environment), { force: true });
  },

  async find(environment: Environment): Promise<RunningHouse | null> {
    try {
      const running = JSON.parse(await readFile(fileOf(environment), 'utf8')) as RunningHouse;
      process.kill(running.pid, 0);
      return running;
    } catch {
      return null;
    }
  },
};

/** Reaches the database: the given one, that of the running platform, or an embedded one for this command. */
export async function reachDatabase(
  environment: Environment,
  say: (line: string) => void,
): Promise<ReachedDatabase> {
  const nothing = (): Promise<void> => Promise.resolve();
  if (environment.databaseUrl !== null) return { url: environment.databaseUrl, release: nothing };
  const running = await runningHouse.find(environment);
  if (running) return { url: running.databaseUrl, release: nothing };
  const embedded = new EmbeddedPostgres({
    dataDir: join(environment.dataDir, 'postgres'),
    log: say,
  });
  const { url } = await embedded.start();
  return { url, release: () => embedded.stop() };
}
