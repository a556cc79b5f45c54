import { Invalid, RiskError } from '@risk/kit';
import { readEnvironment } from '@risk/settings';
import { tendHeap } from './tend-heap.js';
import type { House } from './house.js';
import { openHouse } from './open-house.js';
import { PinoLog } from './pino-log.js';
import { tellMetrics } from './tell-metrics.js';

/** A started app and how to end it. */
export interface Served {
  stop(): Promise<void>;
}

/**
 * Runs one app as a process of its own over a given database: opens the house, starts the app, ends
 * it in good order on SIGINT and SIGTERM, and says in one line why it could not start.
 */
export async function serve(name: string, start: (house: House) => Promise<Served>): Promise<void> {
  tendHeap();
  try {
    const environment = readEnvironment();
    if (environment.databaseUrl === null)
      throw new Invalid(`单独运行 ${name} 时必须设置 DATABASE_URL`);
    const log = new PinoLog(name);
    const house = await openHouse({
      environment,
      databaseUrl: environment.databaseUrl,
      log,
      staysOpen: true,
    });
    const app = await start(house);
    const metrics = await tellMetrics(house);
    if (metrics) process.stderr.write(`指标和健康检查：${metrics.url}/metrics\n`);
    endOnSignal(async () => {
      await metrics?.close();
      await app.stop();
      await house.close();
    });
  } catch (error) {
    const reason =
      error instanceof RiskError ? error.message : ((error as Error).stack ?? String(error));
    process.stderr.write(`启动失败：${reason}\n`);
    process.exit(1);
  }
}

function endOnSignal(end: () => Promise<void>): void {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      void end().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
