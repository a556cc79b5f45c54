// Produce to SMTP accepted, at 200 records a second: what an official waits for.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { openHouse } from '../../dist/libs/assembly/src/index.js';
import { FeedConsumer, FEED_TOPICS } from '../../dist/libs/feed/src/index.js';
import { FeedBatches } from '../../dist/apps/pipeline/src/feed-batches.js';
import { log, openArena } from './arena.mjs';
import { say } from './measure.mjs';
import { sampleRecords } from './samples.mjs';

const RATE = 200;
const EVERY_MS = 50;
const LURE = '年化收益24%，承诺保本保息，零风险，推荐亲友参加再返现金，老年人专享，名额有限';

export async function* run(args) {
  const seconds = Number(args[0] ?? 30);
  const arena = await openArena();
  const mailed = new Map();
  const smtp = await startSink(({ subject, at }) => {
    const name = /【.*?】(.+?)（/.exec(subject)?.[1];
    if (name && !mailed.has(name)) mailed.set(name, at);
  });
  const environment = { ...arena.environment, smtpUrl: `smtp://127.0.0.1:${smtp.port}` };
  const house = await openHouse({ environment, databaseUrl: arena.databaseUrl, log });
  const consumer = new FeedConsumer(
    { connection: arena.connection, groupId: 'bench', topics: FEED_TOPICS },
    new FeedBatches(house),
    log,
  );
  const clock = startDelivering(house);
  try {
    consumer.start();
    while (!consumer.health().ok) await sleep(100);
    say(`${RATE} records/s for ${seconds} s`);
    const produced = await produce(arena, seconds);
    await sleep(3000);
    const delays = [...produced].flatMap(([name, at]) =>
      mailed.has(name) ? [mailed.get(name) - at] : [],
    );
    delays.sort((a, b) => a - b);
    if (delays.length < produced.size)
      say(`only ${delays.length} of ${produced.size} alarms were mailed`);
    const at = (share) =>
      Math.round(delays[Math.min(delays.length - 1, Math.floor(delays.length * share))]);
    yield {
      figure: 'alarms mailed',
      value: delays.length,
      unit: 'of',
      against: {
        what: 'alarms produced',
        value: produced.size,
        ratio: delays.length / produced.size,
      },
    };
    yield { figure: 'p50', value: at(0.5), unit: 'ms' };
    yield { figure: 'p99', value: at(0.99), unit: 'ms' };
  } finally {
    clock.stop();
    await consumer.stop();
    await house.close();
    await smtp.close();
    await arena.close();
  }
}

/** Ordinary records at the rate, and four alarming advertisements a second among them. */
async function produce({ sender }, seconds) {
  const ordinary = sampleRecords(RATE * seconds);
  const produced = new Map();
  const step = (RATE * EVERY_MS) / 1000;
  const begin = performance.now();
  for (let tick = 0; tick < (seconds * 1000) / EVERY_MS; tick += 1) {
    const batch = ordinary.slice(tick * step, (tick + 1) * step);
    for (const feed of new Set(batch.map((r) => r.feed))) {
      await sender.send(
        feed,
        batch.filter((r) => r.feed === feed).map((r) => r.envelope),
      );
    }
    if (tick % 5 === 0) {
      const name = `郴州试验${letters(tick)}财富管理有限公司`;
      produced.set(name, performance.timeOrigin + performance.now());
      await sender.send('advertisement', [alarm(name, tick)]);
    }
    await sleep(Math.max(0, begin + (tick + 1) * EVERY_MS - performance.now()));
  }
  return produced;
}

const letters = (n) =>
  [...String(n).padStart(4, '0')].map((d) => '甲乙丙丁戊己庚辛壬癸'[Number(d)]).join('');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const alarm = (name, tick) => ({
  source: 'ad-monitor',
  sourceId: `latency-${tick}`,
  occurredAt: new Date().toISOString(),
  payload: {
    medium: 'wechat',
    text: `${name}：${LURE}`,
    advertiser: { name },
    regionCode: '431002',
  },
});

/** Delivers as the clock app does: a look into the outbox every tenth of a second. */
function startDelivering(house) {
  let running = false;
  const timer = setInterval(async () => {
    if (running) return;
    running = true;
    await house.deliver.run().catch((error) => say(String(error)));
    running = false;
  }, 100);
  return { stop: () => clearInterval(timer) };
}

/** The first mail about each alarm counts. */
async function startSink(onMail) {
  const worker = new Worker(new URL('./smtp-sink.mjs', import.meta.url));
  const [{ port }] = await once(worker, 'message');
  worker.on('message', onMail);
  return { port, close: () => worker.terminate() };
}
