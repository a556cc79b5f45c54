#!/usr/bin/env node
// The floor under the pipeline bench: how fast a bare kafkajs consumer copies the same bytes into PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Kafka, Partitioners, logLevel } from 'kafkajs';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { startKafka } from '../kafka.mjs';

// Binary COPY (PostgreSQL manual, "COPY", binary format): nothing to escape, so nothing is slower than it must be.
const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);

/**
 * Reads `expected` messages of a topic from its beginning and copies their values into a table, one COPY
 * (one transaction) per partition of a fetch, committing offsets behind it. Clock: first to last message.
 */
export async function measureFloor({
  brokers,
  topic,
  databaseUrl,
  expected,
  table = 'bench_floor',
}) {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  await database.query(`DROP TABLE IF EXISTS ${table}`);
  await database.query(`CREATE TABLE ${table} (value bytea NOT NULL)`);
  const groupId = `floor-${process.pid}-${process.hrtime.bigint()}`;
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'floor', logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 500 });
  const seen = { records: 0, bytes: 0, begin: 0n, end: 0n };
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic].flat(), fromBeginning: true });
    await new Promise((done, fail) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => fail(payload.error));
      const eachBatch = async (payload) => {
        seen.begin ||= process.hrtime.bigint();
        seen.bytes += await copyBatch(database, table, payload.batch.messages);
        await commit(payload);
        seen.records += payload.batch.messages.length;
        seen.end = process.hrtime.bigint();
        if (seen.records >= expected) done();
      };
      consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch }).catch(fail);
    });
    const { rows } = await database.query(`SELECT count(*)::int AS n FROM ${table}`);
    if (rows[0].n < expected) throw new Error(`floor: ${rows[0].n} of ${expected} records arrived`);
  } finally {
    await consumer.disconnect();
    await database.query(`DROP TABLE IF EXISTS ${table}`);
    await database.end();
  }
  const seconds = Number(seen.end - seen.begin) / 1e9;
  return {
    records: seen.records,
    seconds,
    recordsPerSecond: Math.round(seen.records / seconds),
    bytesPerRecord: Math.round(seen.bytes / seen.records),
  };
}

function copyBatch(database, table, messages) {
  const parts = [HEADER];
  let bytes = 0;
  for (const { value } of messages) {
    const field = Buffer.alloc(6);
    field.writeInt16BE(1, 0);
    field.writeInt32BE(value.length, 2);
    parts.push(field, value);
    bytes += value.length;
  }
  parts.push(TRAILER);
  const copy = database.query(copyFrom(`COPY ${table} (value) FROM STDIN WITH (FORMAT binary)`));
  return new Promise((done, fail) => {
    copy.on('error', fail);
    copy.on('finish', () => done(bytes));
    copy.end(Buffer.concat(parts));
  });
}

async function commit({ batch, resolveOffset, commitOffsetsIfNecessary }) {
  const { topic, partition } = batch;
  resolveOffset(batch.lastOffset());
  const offset = String(BigInt(batch.lastOffset()) + 1n);
  await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
}

/** A topic full of plausible records of about `bytes` bytes each. */
async function fill({ brokers, topic, records, bytes, partitions }) {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    waitForLeaders: true,
    topics: [{ topic, numPartitions: partitions }],
  });
  await admin.disconnect();
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  for (let first = 0; first < records; first += 700) {
    const n = Math.min(700, records - first);
    await producer.send({
      topic,
      acks: -1,
      messages: Array.from({ length: n }, (_, i) => messageOf(first + i, bytes)),
    });
  }
  await producer.disconnect();
}

function messageOf(i, bytes) {
  const frame = {
    source: 'bench',
    sourceId: `B-${i}`,
    occurredAt: '2026-11-02T09:00:00+08:00',
    payload: { text: '' },
  };
  const room = Math.floor((bytes - Buffer.byteLength(JSON.stringify(frame))) / 3);
  frame.payload.text = '某公司承诺保本高息，'
    .repeat(Math.ceil(room / 10))
    .slice(0, Math.max(0, room));
  return { key: String(i % 5000), value: JSON.stringify(frame) };
}

async function throwAwayDatabase() {
  const { loadEmbedded } = await import('../../test/support/compiled-embedded.mjs');
  const { EmbeddedPostgres } = await loadEmbedded();
  const dataDir = mkdtempSync(join(tmpdir(), 'risk-floor-pg-'));
  const postgres = new EmbeddedPostgres({ dataDir, log: () => {} });
  const { url } = await postgres.start();
  return { url, end: () => postgres.destroy() };
}

async function main() {
  const { values } = parseArgs({
    options: {
      records: { type: 'string' },
      bytes: { type: 'string' },
      'database-url': { type: 'string' },
    },
  });
  const records = Number(values.records ?? 100_000);
  const bytes = Number(values.bytes ?? 1_000);
  const dir = mkdtempSync(join(tmpdir(), 'risk-floor-kafka-'));
  const kafka = await startKafka({ dir });
  const database = values['database-url']
    ? { url: values['database-url'], end: async () => {} }
    : await throwAwayDatabase();
  try {
    await fill({ brokers: kafka.brokers, topic: 'floor', records, bytes, partitions: 6 });
    const floor = await measureFloor({
      brokers: kafka.brokers,
      topic: 'floor',
      databaseUrl: database.url,
      expected: records,
    });
    const { recordsPerSecond: value, ...rest } = floor;
    process.stdout.write(
      `${JSON.stringify({ bench: 'floor', figure: 'kafka-to-copy', value, unit: 'records/s', ...rest })}\n`,
    );
  } finally {
    await database.end();
    await kafka.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href)
  await main();
