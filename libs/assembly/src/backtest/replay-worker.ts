import { parentPort, workerData } from 'node:worker_threads';
import { replayRecords, type Replayed } from '@risk/assessment';
import { Database, PgReplay, type IdRange, type ReplayPeriod } from '@risk/store';
import { compileTwo, type TwoVersions } from './two-versions.js';

/** What a thread is started with. */
export interface ReplayTask {
  readonly databaseUrl: string;
  readonly versions: TwoVersions;
  readonly period: ReplayPeriod;
}

/** What a thread tells; it is handed the next stretch after each. */
export type ReplayMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'replayed'; readonly replayed: Replayed }
  | { readonly kind: 'failed'; readonly reason: string };

const { databaseUrl, versions, period } = workerData as ReplayTask;
const port = parentPort;
const say = (message: ReplayMessage): void => port?.postMessage(message);

const { base, candidate } = compileTwo(versions);
const database = Database.at({ url: databaseUrl, poolSize: 1, name: 'risk-backtest' });
const replay = new PgReplay(database);

async function replayed(range: IdRange): Promise<ReplayMessage> {
  try {
    const stored = await replay.read(range, period);
    return { kind: 'replayed', replayed: replayRecords(stored, base.judge, candidate.judge) };
  } catch (error) {
    return { kind: 'failed', reason: String(error) };
  }
}

port?.on('message', (range: IdRange | 'end') => {
  if (range === 'end') void database.close().then(() => port.close());
  else void replayed(range).then(say);
});
say({ kind: 'ready' });
