// Records a second from Kafka to the committed alert, beside a bare consumer that COPYs the same bytes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { FEED_TOPICS } from '../../dist/libs/feed/src/index.js';
import { chunksOf, groupBy } from '../../dist/libs/kit/src/index.js';
import { openHouse } from '../../dist/libs/assembly/src/index.js';
import { log, openArena } from './arena.mjs';
import { say } from './measure.mjs';
import { sampleRecords } from './samples.mjs';
import { measureFloor } from './kafka-floor.mjs';

const FEEDS = ['registration', 'complaint', 'advertisement'];
const TICKS_A_SECOND = 100;

export async function* run(args) {
  const count = Number(args[0] ?? 60_000);
  const arena = await openArena();
  try {
    say(`produce ${count} records`);
    await produce(arena, count);
    globalThis.gc?.();
    say('floor: a bare consumer copies the same bytes');
    const floor = await measureFloor({
      brokers: arena.connection.brokers,
      topic: FEEDS.map((f) => FEED_TOPICS[f]),
      databaseUrl: arena.databaseUrl,
      expected: count,
    });
    const floorRate = Math.round(floor.recordsPerSecond);
    yield { figure: 'floor', value: floorRate, unit: 'records/s' };
    say('pipeline: a process of its own, Kafka to committed alert');
    const measured = await measurePipeline(arena, count);
    const ratio = Number((measured.perSecond / floor.recordsPerSecond).toFixed(3));
    const against = { what: 'bare kafkajs consumer with COPY', value: floorRate, ratio };
    yield {
      figure: 'throughput',
      value: Math.round(measured.perSecond),
      unit: 'records/s',
      against,
    };
    yield { figure: 'alerts', value: measured.alerts, unit: 'alerts' };
    yield { figure: 'memory', value: measured.memory, unit: 'MB at most' };
    yield { figure: 'cpu of the pipeline', value: measured.pipelineCpu, unit: 'µs a record' };
    yield { figure: 'cpu of the database', value: measured.databaseCpu, unit: 'µs a record' };
  } finally {
    await arena.close();
  }
}

async function produce({ sender }, count) {
  for (const [feed, heap] of groupBy(sampleRecords(count), (r) => r.feed)) {
    for (const batch of chunksOf(heap, 1000)) {
      await sender.send(
        feed,
        batch.map((r) => r.envelope),
      );
    }
  }
}

/** From the first committed record to the last one, looked up in the database twenty times a second. */
async function measurePipeline({ environment, databaseUrl, connection, dir }, expected) {
  const house = await openHouse({ environment, databaseUrl, log });
  // The ledger is written in the transaction of the records and has a few lines: to look at it costs nothing.
  const committed = async () =>
    (
      await house.database.rows(
        'select coalesce(sum(stored), 0)::int as n from intake_ledger where door = $1',
        ['kafka'],
      )
    )[0].n;
  const postmaster = Number(
    readFileSync(`${dir}/postgres/cluster/postmaster.pid`, 'utf8').split('\n')[0],
  );
  const pipeline = spawn(process.execPath, ['dist/apps/pipeline/src/main.js'], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      KAFKA_BROKERS: connection.brokers.join(','),
      RISK_DATA: dir,
    },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  let [first, at] = [0, 0];
  while (first === 0) {
    await pause(20);
    [first, at] = [await committed(), performance.now()];
  }
  const before = { pipeline: cpuOf(pipeline.pid), database: cpuOfChildren(postmaster) };
  let n = first;
  while (n < expected) {
    await pause(50);
    n = await committed();
  }
  const seconds = (performance.now() - at) / 1000;
  const records = expected - first;
  const result = {
    perSecond: records / seconds,
    memory: Math.round(peakOf(pipeline.pid) / 1024),
    pipelineCpu: Math.round(((cpuOf(pipeline.pid) - before.pipeline) / records) * 1e6),
    databaseCpu: Math.round(((cpuOfChildren(postmaster) - before.database) / records) * 1e6),
    alerts: (await house.database.rows('select count(*)::int as n from alert'))[0].n,
  };
  pipeline.kill('SIGTERM');
  await once(pipeline, 'exit');
  const identity = await house.reconcile.run('2000-01-01');
  await house.close();
  if (!identity.every((line) => line.holds)) throw new Error('the daily identity does not hold');
  return result;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** CPU seconds of a process so far (proc(5)). */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

function cpuOfChildren(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean);
  return [pid, ...children].reduce((sum, each) => sum + (tryCpu(each) ?? 0), 0);
}

function tryCpu(pid) {
  try {
    return cpuOf(pid);
  } catch {
    return null;
  }
}

/** Peak resident memory in kB (proc(5)). */
function peakOf(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}
