// Produce to SMTP accepted, at 500 records a second, with pipeline and clock as processes of their own: what an
// official waits for.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openArena } from './arena.mjs';
import { say } from './measure.mjs';
import { sampleRecords } from './samples.mjs';
import { startSink } from './sink.mjs';

const RATE = 500;
const EVERY_MS = 50;
/** Processes that run for days are asked, not those that just started. */
const WARM_UP_S = 20;
const LURE = '年化收益24%，承诺保本保息，零风险，推荐亲友参加再返现金，老年人专享，名额有限';

export async function* run(args) {
  const seconds = Number(args[0] ?? 30);
  const arena = await openArena();
  const mailed = new Map();
  const smtp = await startSink(({ subject, at }) => {
    const name = /【.*?】(.+?)（/.exec(subject)?.[1];
    if (name && !mailed.has(name)) mailed.set(name, at);
  });
  const environment = {
    RISK_DATA: arena.dir,
    RISK_SAMPLES: 'off',
    DATABASE_URL: arena.databaseUrl,
    KAFKA_BROKERS: arena.connection.brokers.join(','),
    KAFKA_GROUP: 'bench',
    SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
  };
  const apps = [];
  try {
    for (const app of ['pipeline', 'clock']) apps.push(await startApp(app, environment));
    await arena.sender.send('advertisement', [alarm('郴州预热财富管理有限公司', 'warm')]);
    while (!mailed.has('郴州预热财富管理有限公司')) await sleep(100);
    say(`${RATE} records/s for ${seconds} s, after ${WARM_UP_S} s to warm up`);
    const produced = await produce(arena, seconds);
    const isMailed = () => [...produced.keys()].every((name) => mailed.has(name));
    for (let wait = 0; wait < 100 && !isMailed(); wait += 1) await sleep(100);
    yield* figuresOf(produced, mailed);
  } finally {
    for (const app of apps) app.kill('SIGTERM');
    await Promise.all(apps.map((app) => once(app, 'exit')));
    await smtp.close();
    await arena.close();
  }
}

/** An app as it runs in service; ready when it says so. */
async function startApp(app, environment) {
  const child = spawn(process.execPath, [`dist/apps/${app}/src/main.js`], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for (let said = ''; !said.includes('ready ');) said += String(await once(child.stdout, 'data'));
  child.stdout.resume();
  return child;
}

function* figuresOf(produced, mailed) {
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
}

/** Ordinary records at the rate, and four alarming advertisements a second among them. */
async function produce({ sender }, seconds) {
  const ordinary = sampleRecords(RATE * (WARM_UP_S + seconds));
  const produced = new Map();
  const step = (RATE * EVERY_MS) / 1000;
  const begin = performance.now();
  for (let tick = 0; tick < ((WARM_UP_S + seconds) * 1000) / EVERY_MS; tick += 1) {
    const batch = ordinary.slice(tick * step, (tick + 1) * step);
    for (const feed of new Set(batch.map((r) => r.feed))) {
      await sender.send(
        feed,
        batch.filter((r) => r.feed === feed).map((r) => r.envelope),
      );
    }
    if (tick % 5 === 0) {
      const name = `郴州试验${letters(tick)}财富管理有限公司`;
      if (tick * EVERY_MS >= WARM_UP_S * 1000)
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
