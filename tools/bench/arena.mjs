// What the benches of the pipeline share: a real broker, a real database and sample records on this machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../dist/libs/embedded/src/index.js';
import {
  createTopics,
  FeedSender,
  FEED_TOPICS,
  TopicProducer,
} from '../../dist/libs/feed/src/index.js';
import { SilentLog } from '../../dist/libs/kit/src/index.js';
import { readEnvironment } from '../../dist/libs/settings/src/index.js';
import { startKafka } from '../kafka.mjs';

export const log = new SilentLog();

/** Opens broker and database in a throw-away folder; durable settings, as in service. */
export async function openArena(partitions = 6) {
  const dir = mkdtempSync(join(tmpdir(), 'risk-bench-'));
  const postgres = new EmbeddedPostgres({
    dataDir: join(dir, 'postgres'),
    port: 55329,
    log: () => undefined,
  });
  const { url } = await postgres.start();
  const kafka = await startKafka({ dir: join(dir, 'kafka'), port: 19192 });
  const connection = { brokers: [kafka.brokers].flat(), clientId: 'risk-bench' };
  await createTopics(connection, { topics: FEED_TOPICS, partitions, replicas: 1 }, log);
  const producer = new TopicProducer(connection, log);
  return {
    dir,
    databaseUrl: url,
    connection,
    sender: new FeedSender(producer, FEED_TOPICS),
    environment: readEnvironment({ RISK_DATA: dir, DATABASE_URL: url, RISK_SAMPLES: 'off' }),
    async close() {
      await producer.close();
      await kafka.stop();
      await postgres.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
