import 'reflect-metadata';
import { tendHeap } from '@risk/assembly';
import { RiskError } from '@risk/kit';
import { Standalone } from './standalone.js';

tendHeap();

/** What `npm start` runs: all of the house in one process on an embedded PostgreSQL. */
const standalone = new Standalone({
  say: (line) => process.stderr.write(`${line}\n`),
  announce: (line) => process.stdout.write(`${line}\n`),
});

const state = { stopping: false };
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (state.stopping) return;
    state.stopping = true;
    void standalone.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`停止时出错：${String(error)}\n`);
        process.exit(1);
      },
    );
  });
}

try {
  await standalone.start();
} catch (error) {
  if (!state.stopping) {
    const reason =
      error instanceof RiskError ? error.message : ((error as Error).stack ?? String(error));
    process.stderr.write(`启动失败：${reason}\n`);
    await standalone.stop().catch(() => undefined);
    process.exit(1);
  }
}
