import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lives } from '../../tools/lives.mjs';
import { loadEmbedded } from './compiled-embedded.mjs';

const PREFIX = 'risk-test-';
/** Far from the one of `npm start`, which may be running beside the tests. */
const PORT = 56_329;

/** One throw-away PostgreSQL for the whole run, unless RISK_TEST_DATABASE_URL names another. */
export default async function startPostgres() {
  process.env.RISK_TEST_RUN = `${process.pid.toString(36)}_${Math.random().toString(36).slice(2, 8)}`;
  if (process.env.RISK_TEST_DATABASE_URL) return;
  try {
    process.env.RISK_TEST_DATABASE_URL = await startThrowAway();
  } catch (error) {
    // Most specs need no database: those that do fail with this reason.
    process.env.RISK_TEST_DATABASE_ERROR = error.message;
    process.stderr.write(`测试用数据库未能启动：${error.stack}\n`);
  }
}

async function startThrowAway() {
  const { EmbeddedPostgres } = await loadEmbedded();
  await removeAbandoned(EmbeddedPostgres);
  const dataDir = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const postgres = new EmbeddedPostgres({ dataDir, port: PORT, durable: false, log: () => {} });
  const { url } = await postgres.start();
  globalThis.riskTestPostgres = postgres;
  // jest runs no teardown then; leaving by exit() at least stops the server
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => process.exit(130));
  return url;
}

/** Clusters of runs that were killed. */
async function removeAbandoned(EmbeddedPostgres) {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (!pid || lives(pid)) continue;
    const abandoned = new EmbeddedPostgres({ dataDir: join(tmpdir(), name), log: () => {} });
    await abandoned.destroy().catch(() => undefined);
  }
}
